package app.aisha.core.avatar;

import app.aisha.core.avatar.TrainingPlan.Terms;
import app.aisha.core.wallet.Wallets;
import app.aisha.core.wallet.Wallets.Ending;
import app.aisha.core.work.Jobs;
import app.aisha.core.work.Outbox;
import app.aisha.core.work.Transactions;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ends a training: the last state, the money and the word to its owner, together or not at all. */
public final class EndTraining {

    /** The note on a receipt whose training its owner cancelled; other notes are names of {@link TrainingProblem}. */
    public static final String CANCELLED = "CANCELLED";

    private static final Logger LOG = LoggerFactory.getLogger(EndTraining.class);

    private final Avatars avatars;
    private final Wallets wallets;
    private final Jobs jobs;
    private final Outbox outbox;
    private final Transactions transactions;
    private final InstantSource clock;

    public EndTraining(
            Avatars avatars,
            Wallets wallets,
            Jobs jobs,
            Outbox outbox,
            Transactions transactions,
            InstantSource clock) {
        this.avatars = avatars;
        this.wallets = wallets;
        this.jobs = jobs;
        this.outbox = outbox;
        this.transactions = transactions;
        this.clock = clock;
    }

    void ready(Avatar.Storing storing, AvatarModel model) {
        var ready = storing.stored(model, clock.instant());
        transactions.run(() -> {
            avatars.save(ready);
            settle(storing.openTerms(), terms -> new Ending.Capture(terms.held()));
            if (avatars.of(ready.owner()).stream()
                    .noneMatch(other -> other.heading().main())) {
                avatars.makeMain(ready.id(), ready.owner());
            }
            jobs.enqueue(new AvatarJob.DropPhotos(ready.id()));
            tell(ready, ready.plan());
        });
        LOG.info(
                "Avatar {} is ready after attempt {}",
                ready.id().value(),
                ready.plan().attempt());
    }

    /** Fails it from the state it is in. Does nothing where it is not under way. */
    void fail(Avatar avatar, TrainingProblem problem, String detail) {
        switch (avatar) {
            case Avatar.Queued queued ->
                giveBack(queued, queued.failed(problem, detail), queued.plan(), problem.name());
            case Avatar.Training training ->
                giveBack(training, training.failed(problem, detail), training.plan(), problem.name());
            case Avatar.Storing storing ->
                giveBack(storing, storing.failed(problem, detail), storing.plan(), problem.name());
            case Avatar.Draft _, Avatar.Ready _, Avatar.Failed _, Avatar.Cancelled _ -> {
                return;
            }
        }
        LOG.warn("Avatar {} failed: {} ({})", avatar.id().value(), problem, detail);
    }

    /** Cancels it from the state it is in. False where that is not possible any more. */
    boolean cancel(Avatar avatar) {
        switch (avatar) {
            case Avatar.Queued queued -> giveBack(queued, queued.cancelled(), queued.plan(), CANCELLED);
            case Avatar.Training training -> {
                giveBack(training, training.cancelled(), training.plan(), CANCELLED);
                jobs.enqueue(new AvatarJob.Stop(training.id()));
            }
            case Avatar.Storing _, Avatar.Draft _, Avatar.Ready _, Avatar.Failed _, Avatar.Cancelled _ -> {
                return false;
            }
        }
        return true;
    }

    /** Takes up the result of a training that was thought to be lost. */
    Avatar.Storing recover(Avatar.Failed failed, TrainingTicket late, TrainingReport.Done result) {
        var storing = failed.recovered(late, result, clock.instant());
        avatars.save(storing);
        LOG.info("Avatar {} came after all", storing.id().value());
        return storing;
    }

    /** Has the trainer stop and forget what it took when nobody wanted it any more. */
    void discard(TrainingTicket ticket) {
        transactions.run(
                () -> jobs.enqueue(new AvatarJob.Discard(ticket.requestId(), ticket.cancel(), clock.instant())));
    }

    private void giveBack(Avatar before, Avatar ended, TrainingPlan plan, String reason) {
        transactions.run(() -> {
            avatars.save(ended);
            settle(before.openTerms(), _ -> new Ending.Release(reason));
            tell(ended, plan);
        });
    }

    private void settle(Optional<Terms> terms, Function<Terms, Ending> ending) {
        terms.ifPresent(open -> wallets.settle(open.hold(), ending.apply(open)));
    }

    private void tell(Avatar ended, TrainingPlan plan) {
        outbox.post(new AvatarNotice.Progressed(ended.owner(), ended.id(), plan.attempt()));
        outbox.post(
                new AvatarNotice.Over(ended.owner(), ended.id(), ended.heading().version()));
    }
}
