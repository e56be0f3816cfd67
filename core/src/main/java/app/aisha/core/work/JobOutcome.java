package app.aisha.core.work;

import java.time.Duration;

/** What a job worker does after one run of a job. */
public sealed interface JobOutcome {

    /** Nothing is left to do. */
    record Finished() implements JobOutcome {}

    /** The outside was not ready; run the job again after the pause. */
    record Again(Duration pause, String why) implements JobOutcome {}
}
