package app.aisha.adapters.whisper;

import java.io.IOException;

/**
 * How large a Whisper model is.
 *
 * @param vocabulary words and signs it knows
 * @param state width of its layers
 * @param soundLayers layers of the encoder
 * @param textLayers layers of the decoder
 * @param bands of the spectrum it hears
 * @param weights how its large tensors are stored
 */
record Dimensions(int vocabulary, int state, int soundLayers, int textLayers, int bands, WeightType weights) {

    static final int SOUND_CONTEXT = 1_500;
    static final int TEXT_CONTEXT = 448;

    private static final int MAGIC = 0x67676d6c;
    private static final int ENGLISH_VOCABULARY = 51_864;
    private static final int LARGEST_VOCABULARY = 51_866;
    private static final int HEAD = 64;
    private static final int MOST_HEADS = 32;
    private static final int MOST_LAYERS = 64;

    /** Thousands tell the version of the quantisation. */
    private static final int VERSIONS = 1_000;

    static Dimensions read(GgmlReader file) throws IOException, BrokenModel {
        if (file.left() < Integer.BYTES || file.number() != MAGIC) {
            throw new BrokenModel("is no GGML file");
        }
        var vocabulary = within("vocabulary", file.number(), ENGLISH_VOCABULARY, LARGEST_VOCABULARY);
        within("audio context", file.number(), SOUND_CONTEXT, SOUND_CONTEXT);
        var state = file.number();
        var heads = within("audio heads", file.number(), 1, MOST_HEADS);
        within("audio state", state, heads * HEAD, heads * HEAD);
        var soundLayers = within("audio layers", file.number(), 1, MOST_LAYERS);
        within("text context", file.number(), TEXT_CONTEXT, TEXT_CONTEXT);
        within("text state", file.number(), state, state);
        within("text heads", file.number(), heads, heads);
        var textLayers = within("text layers", file.number(), 1, MOST_LAYERS);
        var bands = file.number();
        if (bands != 80 && bands != 128) {
            throw new BrokenModel("is no Whisper model: mel bands are " + bands);
        }
        return new Dimensions(
                vocabulary,
                state,
                soundLayers,
                textLayers,
                bands,
                WeightType.ofFile(Math.floorMod(file.number(), VERSIONS)));
    }

    /** Models of English alone have no signs for languages. */
    boolean isMultilingual() {
        return vocabulary > ENGLISH_VOCABULARY;
    }

    private static int within(String what, int value, int least, int most) throws BrokenModel {
        if (value < least || value > most) {
            throw new BrokenModel("is no Whisper model: %s is %d".formatted(what, value));
        }
        return value;
    }
}
