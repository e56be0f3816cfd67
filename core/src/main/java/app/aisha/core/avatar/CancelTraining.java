package app.aisha.core.avatar;

import app.aisha.core.account.UserId;
import app.aisha.core.work.JobOutcome;
import app.aisha.core.work.ProviderUnavailable;
import app.aisha.core.work.Transactions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Stops a training; what was set aside goes back at once, and the trainer is told in a job of its own. */
public final class CancelTraining {

    /** As long as a trainer's machine may work on for nothing. */
    private static final Duration PATIENCE = Duration.ofHours(1);

    private final Avatars avatars;
    private final EndTraining end;
    private final TrainingSteps steps;
    private final Transactions transactions;
    private final InstantSource clock;

    public CancelTraining(
            Avatars avatars, EndTraining end, TrainingSteps steps, Transactions transactions, InstantSource clock) {
        this.avatars = avatars;
        this.end = end;
        this.steps = steps;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** What cancelling met. */
    public sealed interface Outcome {

        record Cancelled(Avatar avatar) implements Outcome {}

        /** It is trained already, or over, or was never started. */
        record TooLate(Avatar avatar) implements Outcome {}

        record Unknown() implements Outcome {}
    }

    public Outcome cancel(AvatarId id, UserId owner) {
        return transactions.call(() -> avatars.lock(id, owner)
                .map(avatar -> end.cancel(avatar)
                        ? new Outcome.Cancelled(avatars.find(id).orElse(avatar))
                        : new Outcome.TooLate(avatar))
                .orElseGet(Outcome.Unknown::new));
    }

    /** Tells the trainer, where it took the training. Answers when to come again, if at all. */
    public JobOutcome stop(AvatarId id) throws InterruptedException {
        if (!(avatars.find(id).orElse(null) instanceof Avatar.Cancelled cancelled)) {
            return new JobOutcome.Finished();
        }
        var since = cancelled.plan().since();
        try {
            var ticket = cancelled.ticket().or(() -> steps.rung(cancelled.id(), cancelled.plan()));
            if (ticket.isPresent()) {
                steps.trainer().cancel(ticket.get());
            }
            return ticket.isPresent() || isOver(since)
                    ? new JobOutcome.Finished()
                    : new JobOutcome.Again(Duration.ofMinutes(1), "the trainer may have taken it");
        } catch (ProviderUnavailable e) {
            return isOver(since)
                    ? new JobOutcome.Finished()
                    : new JobOutcome.Again(Duration.ofSeconds(30), String.valueOf(e.getMessage()));
        }
    }

    private boolean isOver(Instant since) {
        return Duration.between(since, clock.instant()).compareTo(PATIENCE) > 0;
    }
}
