package app.aisha.core.avatar;

import app.aisha.core.avatar.TrainingReport.LogLine;
import app.aisha.core.avatar.TrainingReport.Steps;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How far a training is, as the trainer says.
 *
 * @param ahead how many others come first, while it waits
 * @param steps how far it is, where the trainer's log tells
 * @param log all different lines seen, the latest {@value #LINES}
 * @param checked when the trainer was last asked; empty before
 */
public record TrainingProgress(
        OptionalLong ahead, Optional<Steps> steps, List<LogLine> log, Optional<Instant> checked) {

    static final int LINES = 200;

    static final TrainingProgress NONE =
            new TrainingProgress(OptionalLong.empty(), Optional.empty(), List.of(), Optional.empty());

    public TrainingProgress {
        log = List.copyOf(log);
    }

    TrainingProgress inLine(OptionalLong others, Instant now) {
        return new TrainingProgress(others, steps, log, Optional.of(now));
    }

    /** The trainer shows a moving window of its log, so that lines come more than once. */
    TrainingProgress running(TrainingReport.Running report, Instant now) {
        return new TrainingProgress(
                OptionalLong.empty(), report.steps().or(() -> steps), joined(report.log()), Optional.of(now));
    }

    List<LogLine> joined(List<LogLine> more) {
        var all = new LinkedHashSet<>(log);
        all.addAll(more);
        return all.stream().skip(Math.max(0, all.size() - LINES)).toList();
    }

    /** 0 to 100; a training that is over is not known here. */
    public int percent() {
        return steps.map(at -> Math.clamp(at.done() * 100L / Math.max(1, at.total()), 0, 100))
                .orElse(0);
    }
}
