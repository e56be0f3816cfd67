package app.aisha.core.work;

/**
 * The database cannot be reached or gave up a transaction through no fault of the caller. Unchecked because any port that
 * keeps rows may meet it; only the two edges (update lanes, job workers) catch it, and they try again later.
 */
public final class StorageUnavailable extends RuntimeException {

    public StorageUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
