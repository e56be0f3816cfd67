package app.aisha.core.avatar;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What became of trainings, for operators. Thread-safe. */
public interface TrainingStatistics {

    /** One line for each type that was ever trained. */
    List<Line> byType();

    /**
     * Of one type.
     *
     * @param ready avatars that are ready
     * @param failed avatars whose last training failed
     * @param cancelled avatars whose last training was cancelled
     * @param underWay avatars that wait or are with the trainer
     * @param typical from consent to avatar, the median; empty where none is ready
     * @param charged credits that were charged
     */
    record Line(
            TrainingType type,
            long ready,
            long failed,
            long cancelled,
            long underWay,
            Optional<Duration> typical,
            long charged) {}
}
