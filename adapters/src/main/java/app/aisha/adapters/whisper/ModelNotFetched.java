package app.aisha.adapters.whisper;

import org.jspecify.annotations.Nullable;

/** A model did not come, or what came is not the model; the message is one line. Nothing of it was kept. */
public final class ModelNotFetched extends Exception {

    ModelNotFetched(String message) {
        this(message, null);
    }

    ModelNotFetched(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
