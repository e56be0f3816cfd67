package app.aisha.core.avatar;

import app.aisha.core.account.UserId;
import app.aisha.core.work.Jobs;
import app.aisha.core.work.Transactions;
import java.util.Optional;

/** Makes a draft again of an avatar that failed or was cancelled; its photos are still there. */
public final class RetryTraining {

    private final Avatars avatars;
    private final Jobs jobs;
    private final Transactions transactions;

    public RetryTraining(Avatars avatars, Jobs jobs, Transactions transactions) {
        this.avatars = avatars;
        this.jobs = jobs;
        this.transactions = transactions;
    }

    /** What became of it. */
    public sealed interface Outcome {

        record DraftAgain(Avatar.Draft draft) implements Outcome {}

        /** It is under way or ready; nothing was changed. */
        record NotOver(Avatar avatar) implements Outcome {}

        record Unknown() implements Outcome {}
    }

    /** Safe to call any number of times. */
    public Outcome retry(AvatarId id, UserId owner) {
        return transactions.call(() -> avatars.lock(id, owner).map(this::retry).orElseGet(Outcome.Unknown::new));
    }

    private Outcome retry(Avatar avatar) {
        return switch (avatar) {
            case Avatar.Failed failed -> saved(failed.again(), failed.ticket());
            case Avatar.Cancelled cancelled -> saved(cancelled.again(), cancelled.ticket());
            case Avatar.Draft draft -> new Outcome.DraftAgain(draft);
            case Avatar.Queued _, Avatar.Training _, Avatar.Storing _, Avatar.Ready _ -> new Outcome.NotOver(avatar);
        };
    }

    /** Nothing will remember what the trainer called the training that was in vain. */
    private Outcome saved(Avatar.Draft draft, Optional<TrainingTicket> inVain) {
        avatars.save(draft);
        inVain.map(TrainingTicket::requestId).map(AvatarJob.Forget::new).ifPresent(jobs::enqueue);
        return new Outcome.DraftAgain(draft);
    }
}
