package app.aisha.adapters.whisper;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/**
 * A file with a Whisper model in the format GGML, seen to be whole. The native library ends the process over some broken
 * files, so it is given none that was not looked through here: every dimension, every name and length is checked, the
 * weights themselves are not.
 */
public final class WhisperModel {

    private static final int FREQUENCIES = 201;
    private static final int LONGEST_WORD = 1_024;
    private static final int LONGEST_NAME = 100;
    private static final int MOST_DIMENSIONS = 3;

    private final Path file;
    private final Dimensions dimensions;

    private WhisperModel(Path file, Dimensions dimensions) {
        this.file = file;
        this.dimensions = dimensions;
    }

    /**
     * Looks through a file, of which it reads the beginning and the headers only.
     *
     * @throws ModelUnusable where it is missing, cut off, damaged or something else
     */
    public static WhisperModel read(Path file) throws ModelUnusable {
        if (!Files.isRegularFile(file)) {
            throw new ModelUnusable(file + (Files.exists(file) ? " is no file" : " is not there"));
        }
        try (var reader = new GgmlReader(file)) {
            var dimensions = Dimensions.read(reader);
            readFilters(reader, dimensions);
            readWords(reader, dimensions);
            readTensors(reader, dimensions);
            return new WhisperModel(file, dimensions);
        } catch (BrokenModel e) {
            throw new ModelUnusable(file + " " + e.getMessage());
        } catch (IOException e) {
            throw new ModelUnusable(file + " cannot be read: " + e.getClass().getSimpleName());
        }
    }

    public Path file() {
        return file;
    }

    /** The name of the file without what every model is called. */
    public String name() {
        return String.valueOf(file.getFileName()).replaceFirst("^ggml-", "").replaceFirst("\\.bin$", "");
    }

    @Override
    public String toString() {
        return file.toString();
    }

    boolean isMultilingual() {
        return dimensions.isMultilingual();
    }

    private static void readFilters(GgmlReader reader, Dimensions dimensions) throws IOException, BrokenModel {
        var bands = reader.number();
        var frequencies = reader.number();
        if (bands != dimensions.bands() || frequencies != FREQUENCIES) {
            throw new BrokenModel("is damaged: %d mel filters of %d".formatted(bands, frequencies));
        }
        reader.skip((long) bands * frequencies * Float.BYTES);
    }

    /** The library takes it for granted that the space is a word. */
    private static void readWords(GgmlReader reader, Dimensions dimensions) throws IOException, BrokenModel {
        var count = reader.number();
        if (count < 1 || count > dimensions.vocabulary()) {
            throw new BrokenModel("is damaged: a vocabulary of " + count);
        }
        var hasSpace = false;
        for (var i = 0; i < count; i++) {
            var length = reader.number();
            if (length < 0 || length > LONGEST_WORD) {
                throw new BrokenModel("is damaged: a word of %d bytes".formatted(length));
            }
            var word = reader.bytes(length);
            hasSpace |= length == 1 && word[0] == ' ';
        }
        if (!hasSpace) {
            throw new BrokenModel("is damaged: its vocabulary lacks the space");
        }
    }

    private static void readTensors(GgmlReader reader, Dimensions dimensions) throws IOException, BrokenModel {
        var missing = new HashMap<>(Tensor.all(dimensions));
        while (reader.left() > 0) {
            var rank = reader.number();
            var length = reader.number();
            var type = reader.number();
            if (rank < 1 || rank > MOST_DIMENSIONS || length < 1 || length > LONGEST_NAME) {
                throw new BrokenModel("is damaged: a tensor has a broken header");
            }
            var shape = new ArrayList<Integer>();
            for (var i = 0; i < rank; i++) {
                shape.add(reader.number());
            }
            var name = new String(reader.bytes(length), StandardCharsets.ISO_8859_1);
            var tensor = missing.remove(name);
            if (tensor == null) {
                throw new BrokenModel("is damaged: a tensor is twice there or has an unknown name");
            }
            if (!tensor.type().hasTensorCode(type) || !isSame(tensor.shape(), shape)) {
                throw new BrokenModel("is damaged: %s has another shape or type".formatted(name));
            }
            reader.skip(tensor.bytes());
        }
        if (!missing.isEmpty()) {
            throw BrokenModel.cutOff();
        }
    }

    /** Dimensions of one at the end may be there or not. */
    private static boolean isSame(List<Integer> expected, List<Integer> found) {
        for (var i = 0; i < MOST_DIMENSIONS; i++) {
            if (at(expected, i) != at(found, i)) {
                return false;
            }
        }
        return true;
    }

    private static int at(List<Integer> shape, int dimension) {
        return dimension < shape.size() ? shape.get(dimension) : 1;
    }
}
