package app.aisha.adapters.jobs;

import java.util.Optional;

/** Stands around every run of a job. Thread-safe; it throws nothing and takes no time. */
public interface JobWatch {

    /** Sees nothing. */
    JobWatch NONE = (_, _, _) -> new Run() {

        @Override
        public void ended(Ending ending) {}

        @Override
        public void close() {}
    };

    /**
     * A run begins on this thread, which also closes what this answers.
     *
     * @param mark what the job was marked with when it was put in line; empty in rows of other versions and of people
     */
    Run begin(String kind, String subject, Optional<String> mark);

    /** One run; closed once its row is written and what went wrong is logged. */
    interface Run extends AutoCloseable {

        void ended(Ending ending);

        @Override
        void close();
    }

    /** How a run ended; one that says nothing failed through an error of ours. */
    enum Ending {
        FINISHED,
        AGAIN,
        WITHOUT_DATABASE,
        INTERRUPTED
    }
}
