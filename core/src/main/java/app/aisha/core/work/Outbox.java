package app.aisha.core.work;

/** Notices on their way to people. Thread-safe. */
public interface Outbox {

    /**
     * Hands over the notice as part of the caller's transaction; it is delivered if and only if that commits. A notice
     * replaces an undelivered earlier one of its anchor, unless that one was the last.
     */
    void post(Notice notice);
}
