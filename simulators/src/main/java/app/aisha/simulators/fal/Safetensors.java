package app.aisha.simulators.fal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import tools.jackson.databind.node.ObjectNode;

/**
 * LoRA weights as files: 8 bytes of length (little endian), a JSON header, the numbers. See the safetensors format of
 * Hugging Face.
 */
final class Safetensors {
    private static final int RANK = 16;
    private static final int WIDTH = 64;
    private static final int BYTES = RANK * WIDTH * 2;
    private static final String LAYER = "single_transformer_blocks.0.attn.to_q.";

    private Safetensors() {}

    /**
     * A LoRA of rank {@value #RANK} with one pair of tensors.
     *
     * @param prefix what stands before the names of layers
     * @param seed what the numbers are drawn from
     */
    static byte[] write(String prefix, Map<String, String> metadata, long seed) {
        var header = Json.object();
        var notes = header.putObject("__metadata__").put("format", "pt");
        metadata.forEach(notes::put);
        header.set("%s.%slora_A.weight".formatted(prefix, LAYER), tensor(RANK, WIDTH, 0));
        header.set("%s.%slora_B.weight".formatted(prefix, LAYER), tensor(WIDTH, RANK, BYTES));
        var text = Json.bytes(header);
        var padded = Arrays.copyOf(text, (text.length + 7) / 8 * 8);
        Arrays.fill(padded, text.length, padded.length, (byte) ' ');
        var file = ByteBuffer.allocate(8 + padded.length + 2 * BYTES).order(ByteOrder.LITTLE_ENDIAN);
        file.putLong(padded.length).put(padded);
        var random = new SplittableRandom(seed);
        while (file.hasRemaining()) {
            file.putShort((short) (Float.floatToIntBits((float) random.nextDouble(-0.1, 0.1)) >>> 16));
        }
        return file.array();
    }

    private static ObjectNode tensor(int rows, int columns, int from) {
        var tensor = Json.object().put("dtype", "BF16");
        tensor.putArray("shape").add(rows).add(columns);
        tensor.putArray("data_offsets").add(from).add(from + BYTES);
        return tensor;
    }

    /**
     * The texts of {@code __metadata__}.
     *
     * @throws IOException when this is no such file
     */
    static Map<String, String> metadata(byte[] file) throws IOException {
        if (file.length < 8) {
            throw new IOException("HeaderTooSmall");
        }
        var length = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getLong();
        if (length < 2 || length > file.length - 8) {
            throw new IOException("HeaderTooLarge");
        }
        var header = Json.read(new String(file, 8, (int) length, StandardCharsets.UTF_8))
                .orElseThrow(() -> new IOException("InvalidHeaderDeserialization"));
        if (!header.isObject()) {
            throw new IOException("InvalidHeaderStart");
        }
        var metadata = new LinkedHashMap<String, String>();
        header.path("__metadata__").forEachEntry((name, value) -> metadata.put(name, value.asString("")));
        return metadata;
    }
}
