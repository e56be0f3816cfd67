package app.aisha.adapters.whisper;

/** A model cannot be used; the message is one line that begins with its file. */
public final class ModelUnusable extends Exception {

    ModelUnusable(String message) {
        super(message);
    }
}
