package app.aisha.core.work;

/** Sees what is in line. Thread-safe; takes part in the caller's transaction. */
public interface JobLine {

    /** Whether the job waits or runs at this moment. */
    boolean holds(Job job);
}
