package app.aisha.core.avatar;

import app.aisha.core.account.UserId;
import app.aisha.core.media.MediaKey;
import app.aisha.core.media.MediaStore;
import app.aisha.core.media.MediaUnavailable;
import app.aisha.core.work.JobOutcome;
import app.aisha.core.work.Jobs;
import app.aisha.core.work.ProviderUnavailable;
import app.aisha.core.work.Removal;
import app.aisha.core.work.StaleState;
import app.aisha.core.work.Transactions;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes an avatar away: photos, model and rows here, and what the trainer keeps of it. */
public final class DeleteAvatar {

    private static final Logger LOG = LoggerFactory.getLogger(DeleteAvatar.class);
    private static final Duration LATER = Duration.ofMinutes(5);

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
    public Outcome delete(AvatarId id, UserId owner) {
        var avatar = avatars.find(id, owner).orElse(null);
        return switch (avatar) {
            case null -> new Outcome.Unknown();
            case Avatar.Queued _, Avatar.Training _, Avatar.Storing _ -> new Outcome.UnderWay(avatar);
            case Avatar.Draft draft -> deleted(draft, Optional.empty());
            case Avatar.Ready ready -> deleted(ready, Optional.of(ready.ticket()));
            case Avatar.Failed failed -> deleted(failed, failed.ticket());
            case Avatar.Cancelled cancelled -> deleted(cancelled, cancelled.ticket());
        };
    }

    private Outcome deleted(Avatar avatar, Optional<TrainingTicket> ticket) {
        var files = new AvatarJob.RemoveFiles(avatar.owner(), avatar.id(), ticket.map(TrainingTicket::requestId));
        try {
            transactions.run(() -> {
                avatars.delete(avatar);
                jobs.enqueue(files);
            });
            return new Outcome.Deleted(avatar);
        } catch (StaleState _) {
            return new Outcome.UnderWay(avatar);
        }
    }

    /** Answers when to come again, if at all. */
    public JobOutcome removeFiles(AvatarJob.RemoveFiles files) throws InterruptedException {
        try {
            var folder = new MediaKey("users/%s/avatars/%s"
                    .formatted(files.owner().value(), files.avatar().value()));
            media.empty(folder);
            return files.request().isPresent() ? forget(files.request().get()) : new JobOutcome.Finished();
        } catch (MediaUnavailable e) {
            return new JobOutcome.Again(Duration.ofMinutes(1), String.valueOf(e.getMessage()));
        }
    }

    /** Has the trainer forget a training. Answers when to come again, if at all. */
    public JobOutcome forget(String request) throws InterruptedException {
        try {
            if (trainer.forget(request) == Removal.REFUSED) {
                LOG.warn("The trainer keeps request {}: it removes nothing for this key", request);
            }
            return new JobOutcome.Finished();
        } catch (ProviderUnavailable e) {
            return new JobOutcome.Again(
                    LATER.compareTo(e.pause()) > 0 ? LATER : e.pause(), String.valueOf(e.getMessage()));
        }
    }
}
