package app.aisha.simulators.whisper;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A Whisper model of 7 MB that whisper.cpp loads and runs like any other. It is deaf: whatever it listens to, it says its few
 * words, from the beginning of the sound to the end of the half minute, and takes the language for Russian. A prompt moves
 * it on in its text by a word for each token and one more, which shows whether it got any.
 *
 * <p>Its layers are all zero, so the vector of a position goes straight to the words: position and word share a
 * direction.
 */
public final class ParrotModel {

    private static final int MAGIC = 0x67676d6c;
    private static final int VOCABULARY = 51_865;
    private static final int SOUND_CONTEXT = 1_500;
    private static final int TEXT_CONTEXT = 448;
    private static final int STATE = 64;
    private static final int BANDS = 80;
    private static final int FREQUENCIES = 201;

    private static final int END = 50_257;
    private static final int RUSSIAN = 50_258 + 1 + 3;
    private static final int BEGINNING_OF_SOUND = 50_364;
    private static final int HALF_A_MINUTE = BEGINNING_OF_SOUND + SOUND_CONTEXT;

    /** The first answer is made at the third position, behind start, language and task. */
    private static final int FIRST_ANSWER = 2;

    private static final int MOST_WORDS = 50;
    private static final float OF_A_POSITION = 8;
    private static final float OF_AN_ANSWER = 4;

    private final ByteBuffer file = ByteBuffer.allocate(8 << 20).order(ByteOrder.LITTLE_ENDIAN);
    private final List<String> words;

    /** The tokens that are said one after the other. */
    private final List<Integer> script = new ArrayList<>();

    private ParrotModel(List<String> words) {
        if (words.isEmpty() || words.size() > MOST_WORDS) {
            throw new IllegalArgumentException("A parrot says 1 to %d words".formatted(MOST_WORDS));
        }
        this.words = List.copyOf(words);
        script.add(BEGINNING_OF_SOUND);
        for (var i = 0; i < words.size(); i++) {
            script.add(1 + i);
        }
        script.add(HALF_A_MINUTE);
        script.add(END);
    }

    /** Writes a model that says these words. */
    public static Path write(Path file, String... words) throws IOException {
        var bytes = new ParrotModel(List.of(words)).draw();
        try (var out = Files.newByteChannel(
                file, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
        }
        return file;
    }

    private ByteBuffer draw() {
        numbers(MAGIC, VOCABULARY, SOUND_CONTEXT, STATE, 1, 1, TEXT_CONTEXT, STATE, 1, 1, BANDS, 1);
        numbers(BANDS, FREQUENCIES);
        file.position(file.position() + BANDS * FREQUENCIES * Float.BYTES);
        numbers(1 + 2 * words.size());
        text(" ");
        words.forEach(word -> text(" " + word));
        words.forEach(this::text);
        encoder();
        decoder();
        return file.flip();
    }

    private void encoder() {
        floats("encoder.positional_embedding", Map.of(), STATE, SOUND_CONTEXT);
        halves("encoder.conv1.weight", Map.of(), 3, BANDS, STATE);
        floats("encoder.conv1.bias", Map.of(), 1, STATE);
        halves("encoder.conv2.weight", Map.of(), 3, STATE, STATE);
        floats("encoder.conv2.bias", Map.of(), 1, STATE);
        norm("encoder.ln_post");
        attention("encoder.blocks.0.attn");
        perceptron("encoder.blocks.0.mlp");
    }

    private void decoder() {
        floats("decoder.positional_embedding", positions(), STATE, TEXT_CONTEXT);
        halves("decoder.token_embedding.weight", tokens(), STATE, VOCABULARY);
        var loud = new HashMap<Integer, Float>();
        for (var i = 0; i < STATE; i++) {
            loud.put(i, OF_AN_ANSWER);
        }
        floats("decoder.ln.weight", loud, STATE);
        floats("decoder.ln.bias", Map.of(), STATE);
        attention("decoder.blocks.0.attn");
        attention("decoder.blocks.0.cross_attn");
        perceptron("decoder.blocks.0.mlp");
    }

    /** The script, one direction for each of its tokens; the language goes first and beyond its end is the end. */
    private Map<Integer, Float> positions() {
        var cells = new HashMap<Integer, Float>();
        cells.put(script.size(), OF_A_POSITION);
        for (var position = FIRST_ANSWER; position < TEXT_CONTEXT; position++) {
            var direction = Math.min(position - FIRST_ANSWER, script.size() - 1);
            cells.put(position * STATE + direction, OF_A_POSITION);
        }
        return cells;
    }

    private Map<Integer, Float> tokens() {
        var cells = new HashMap<Integer, Float>();
        for (var direction = 0; direction < script.size(); direction++) {
            cells.put(script.get(direction) * STATE + direction, 1f);
        }
        cells.put(RUSSIAN * STATE + script.size(), 1f);
        return cells;
    }

    private void attention(String name) {
        norm(name + "_ln");
        linear(name + ".query", STATE, STATE);
        halves(name + ".key.weight", Map.of(), STATE, STATE);
        linear(name + ".value", STATE, STATE);
        linear(name + ".out", STATE, STATE);
    }

    private void perceptron(String name) {
        norm(name + "_ln");
        linear(name + ".0", STATE, 4 * STATE);
        linear(name + ".2", 4 * STATE, STATE);
    }

    private void norm(String name) {
        floats(name + ".weight", Map.of(), STATE);
        floats(name + ".bias", Map.of(), STATE);
    }

    private void linear(String name, int from, int to) {
        halves(name + ".weight", Map.of(), from, to);
        floats(name + ".bias", Map.of(), to);
    }

    private void floats(String name, Map<Integer, Float> cells, int... shape) {
        var begin = header(name, 0, shape);
        cells.forEach((cell, value) -> file.putFloat(begin + cell * Float.BYTES, value));
        file.position(begin + size(shape) * Float.BYTES);
    }

    private void halves(String name, Map<Integer, Float> cells, int... shape) {
        var begin = header(name, 1, shape);
        cells.forEach((cell, value) -> file.putShort(begin + cell * Short.BYTES, Float.floatToFloat16(value)));
        file.position(begin + size(shape) * Short.BYTES);
    }

    /** Answers where the values begin. */
    private int header(String name, int type, int... shape) {
        numbers(shape.length, name.length(), type);
        numbers(shape);
        file.put(name.getBytes(StandardCharsets.US_ASCII));
        return file.position();
    }

    private static int size(int... shape) {
        var size = 1;
        for (var dimension : shape) {
            size *= dimension;
        }
        return size;
    }

    private void text(String word) {
        var bytes = word.getBytes(StandardCharsets.UTF_8);
        numbers(bytes.length);
        file.put(bytes);
    }

    private void numbers(int... values) {
        for (var value : values) {
            file.putInt(value);
        }
    }
}
