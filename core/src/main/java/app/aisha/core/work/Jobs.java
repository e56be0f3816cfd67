package app.aisha.core.work;

/** Work that survives the process. Thread-safe. */
public interface Jobs {

    /**
     * Puts the job in line as part of the caller's transaction: it runs if and only if that commits, at least once, and
     * again after a crash. A job that is already in line is not added twice.
     */
    void enqueue(Job job);
}
