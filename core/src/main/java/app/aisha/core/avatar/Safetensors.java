package app.aisha.core.avatar;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * Reads the header of a weights file, which says whether the file is whole: 8 bytes with the length of the header, little
 * endian; the header as JSON; then the tensors at the offsets the header names. Source: the format's description,
 * huggingface/safetensors.
 */
record Safetensors(OptionalInt rank) {

    /** The format's own limit. */
    private static final long LONGEST_HEADER = 100_000_000;

    private static final Pattern OFFSETS = Pattern.compile("\"data_offsets\"\\s*:\\s*\\[\\s*\\d+\\s*,\\s*(\\d+)\\s*]");
    private static final Pattern LOW_RANK =
            Pattern.compile("lora_(?:A|down)[^\"]*\"\\s*:\\s*\\{[^}]*\"shape\"\\s*:\\s*\\[\\s*(\\d+)\\s*,\\s*(\\d+)");

    /** Empty where the file is none, or is cut. */
    static Optional<Safetensors> read(Path file) throws IOException {
        try (var channel = FileChannel.open(file)) {
            var length = headerLength(channel);
            if (length.isEmpty()) {
                return Optional.empty();
            }
            var header = text(channel, 8, (int) length.getAsLong());
            var end = OFFSETS.matcher(header)
                    .results()
                    .mapToLong(found -> Long.parseLong(found.group(1)))
                    .max();
            return header.startsWith("{")
                            && end.isPresent()
                            && 8 + length.getAsLong() + end.getAsLong() == channel.size()
                    ? Optional.of(new Safetensors(rank(header)))
                    : Optional.empty();
        }
    }

    private static OptionalLong headerLength(FileChannel channel) throws IOException {
        if (channel.size() < 10) {
            return OptionalLong.empty();
        }
        var bytes = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
        channel.read(bytes, 0);
        var length = bytes.flip().getLong();
        return length < 2 || length > LONGEST_HEADER || 8 + length > channel.size()
                ? OptionalLong.empty()
                : OptionalLong.of(length);
    }

    private static String text(FileChannel channel, long at, int length) throws IOException {
        var bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining() && channel.read(bytes, at + bytes.position()) >= 0) {}
        return new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
    }

    private static OptionalInt rank(String header) {
        return LOW_RANK.matcher(header)
                .results()
                .mapToInt(found -> Math.min(Integer.parseInt(found.group(1)), Integer.parseInt(found.group(2))))
                .findFirst();
    }
}
