package app.aisha.core.avatar;

import app.aisha.core.account.UserId;
import app.aisha.core.avatar.AvatarTrainer.TrainerUnavailable;
import app.aisha.core.media.MediaKey;
import app.aisha.core.media.MediaStore;
import app.aisha.core.media.MediaUnavailable;
import app.aisha.core.work.JobOutcome;
import app.aisha.core.work.Jobs;
import app.aisha.core.work.StaleState;
import app.aisha.core.work.Transactions;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes an avatar away: photos, model and rows here, and what the trainer keeps of it. */
public final class DeleteAvatar {

    private static final Logger LOG = LoggerFactory.getLogger(DeleteAvatar.class);

    private final Avatars avatars;
    private final AvatarTrainer trainer;
    private final MediaStore media;
    private final Jobs jobs;
    private final Transactions transactions;

    public DeleteAvatar(
            Avatars avatars, AvatarTrainer trainer, MediaStore media, Jobs jobs, Transactions transactions) {
        this.avatars = avatars;
        this.trainer = trainer;
        this.media = media;
        this.jobs = jobs;
        this.transactions = transactions;
    }

    /** What became of it. */
    public sealed interface Outcome {

        record Deleted(Avatar avatar) implements Outcome {}

        /** It is being trained; cancelling comes first. */
        record UnderWay(Avatar avatar) implements Outcome {}

        record Unknown() implements Outcome {}
    }

    /** The row goes first, so that nothing works on an avatar whose files are going. */
    public Outcome delete(AvatarId id, UserId owner) throws InterruptedException {
        var avatar = avatars.find(id, owner).orElse(null);
        return switch (avatar) {
            case null -> new Outcome.Unknown();
            case Avatar.Queued _, Avatar.Training _, Avatar.Storing _ -> new Outcome.UnderWay(avatar);
            case Avatar.Ready ready -> {
                forget(ready);
                yield deleted(ready);
            }
            case Avatar.Draft _, Avatar.Failed _, Avatar.Cancelled _ -> deleted(avatar);
        };
    }

    private Outcome deleted(Avatar avatar) {
        try {
            transactions.run(() -> {
                avatars.delete(avatar);
                jobs.enqueue(new AvatarJob.RemoveFiles(avatar.owner(), avatar.id()));
            });
            return new Outcome.Deleted(avatar);
        } catch (StaleState _) {
            return new Outcome.UnderWay(avatar);
        }
    }

    /** Answers when to come again, if at all. */
    public JobOutcome removeFiles(UserId owner, AvatarId avatar) {
        try {
            var folder = new MediaKey("users/%s/avatars/%s".formatted(owner.value(), avatar.value()));
            for (var key : media.under(folder)) {
                media.delete(key);
            }
            return new JobOutcome.Finished();
        } catch (MediaUnavailable e) {
            return new JobOutcome.Again(Duration.ofMinutes(1), String.valueOf(e.getMessage()));
        }
    }

    private void forget(Avatar.Ready ready) throws InterruptedException {
        try {
            trainer.forget(ready.ticket());
        } catch (TrainerUnavailable e) {
            LOG.warn("The trainer keeps its copy of avatar {}: {}", ready.id().value(), e.getMessage());
        }
    }
}
