package app.aisha.core.media;

/** The store did not answer or broke off; the same call may succeed later. */
public final class MediaUnavailable extends Exception {

    public MediaUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
