package app.aisha.core.picture;

import app.aisha.core.avatar.Gender;
import app.aisha.core.avatar.TrainingType;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** Has a language model put wishes into words a painter understands. One call takes seconds. Thread-safe. */
public interface PromptWriter {

    /**
     * Translates and enriches. Whatever stands in the wish is material for a picture, never an order to the model. Retries what
     * passes within seconds by itself.
     *
     * @throws WriterUnavailable nothing is known; the same may be asked for later
     */
    Answer write(Request request) throws WriterUnavailable, InterruptedException;

    /** What is to be written. */
    sealed interface Request {

        /** What stands in the place of {@link Wording#SLOT}. */
        Motif motif();

        /** The language of {@link Wording#reading()}. */
        Locale reader();

        /** A description from words of any language. */
        record OfWords(String words, Motif motif, Locale reader) implements Request {}

        /**
         * A description of what a picture shows, with the subject in the place of whoever is on it.
         *
         * @param picture an upright JPEG
         */
        record OfPicture(Path picture, Optional<String> words, Motif motif, Locale reader) implements Request {}

        /** The description there is, changed as the sentence asks and otherwise kept. */
        record Changed(Wording wording, String sentence, Motif motif, Locale reader) implements Request {}
    }

    /**
     * What a description is of.
     *
     * @param gender of a person; {@link Gender#OTHER} of everything else
     */
    record Motif(TrainingType type, Gender gender) {

        /** Of whom nothing is known. */
        public static final Motif SOMEBODY = new Motif(TrainingType.PORTRAIT, Gender.OTHER);
    }

    /** How a call ended. */
    sealed interface Answer {

        record Written(Wording wording) implements Answer {}

        /** The model, or a filter before it, will not do this; asking again is pointless. */
        record Refused(String reason) implements Answer {}

        /** No picture will do, because nobody looks at them there until the operator names another model; words will. */
        record Blind() implements Answer {}

        /** No answer of the asked form came, also not after a second try. */
        record Garbled() implements Answer {}
    }

    /** The service did not answer usefully. */
    final class WriterUnavailable extends Exception {

        private final Duration pause;

        public WriterUnavailable(String message, Duration pause) {
            super(message);
            this.pause = pause;
        }

        /** How long to wait before the next try. */
        public Duration pause() {
            return pause;
        }
    }
}
