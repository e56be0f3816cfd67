package app.aisha.core.picture;

import app.aisha.core.avatar.Workbench;
import app.aisha.core.media.MediaUnavailable;
import app.aisha.core.picture.Painter.Submission;
import app.aisha.core.picture.PrepareIngredients.Prepared;
import app.aisha.core.work.JobOutcome;
import app.aisha.core.work.Pause;
import app.aisha.core.work.ProviderUnavailable;
import app.aisha.core.work.StaleState;
import java.time.Duration;
import java.time.Instant;

/**
 * Takes a picture from whatever state it is in to its end. It reads the state and takes the next step, so it may run any number
 * of times, also twice at once. Every step is saved only onto the state it started from, and the painter is asked for a picture
 * once.
 */
public final class AdvancePicture {

    private static final Duration FIRST_LOOK = Duration.ofSeconds(3);
    private static final Duration RAREST_LOOK = Duration.ofSeconds(15);
    private static final Duration LATE_LOOK = Duration.ofSeconds(45);

    private final Pictures pictures;
    private final Steps steps;
    private final PaintingSettings settings;
    private final Workbench work;

    /** What the steps are made with. */
    public record Steps(Painter painter, PrepareIngredients ingredients, StorePicture store, EndPicture end) {}

    public AdvancePicture(Pictures pictures, Steps steps, PaintingSettings settings, Workbench work) {
        this.pictures = pictures;
        this.steps = steps;
        this.settings = settings;
        this.work = work;
    }

    /** Answers when to come again, if at all. An interrupt leaves the state as it was last saved. */
    public JobOutcome advance(PictureId id) throws InterruptedException {
        try {
            return switch (pictures.find(id).orElse(null)) {
                case null -> new JobOutcome.Finished();
                case Picture.Queued queued -> prepare(queued);
                case Picture.Painting painting -> follow(painting);
                case Picture.Storing storing -> store(storing);
                case Picture.Failed failed -> lookOnceMore(failed);
                case Picture.Ready _, Picture.Refused _, Picture.Cancelled _ -> new JobOutcome.Finished();
            };
        } catch (StaleState _) {
            return new JobOutcome.Again(Duration.ofSeconds(1), "it was changed meanwhile");
        }
    }

    /** Ends a picture whose steps failed again and again through an error of our own. */
    public void giveUp(PictureId id) {
        pictures.find(id).ifPresent(picture -> steps.end().breakDown(picture, "an error of ours"));
    }

    private JobOutcome prepare(Picture.Queued queued) throws InterruptedException {
        try {
            return switch (steps.ingredients().prepare(queued)) {
                case Prepared.Order(var order) -> ask(queued, order);
                case Prepared.Gone(var problem, var why) -> fail(queued, problem, why);
            };
        } catch (ProviderUnavailable e) {
            return wait(queued, e);
        } catch (MediaUnavailable e) {
            return wait(queued, e);
        }
    }

    /** Saved before the painter is asked, so that nobody asks twice. */
    private JobOutcome ask(Picture.Queued queued, PaintingOrder order) throws InterruptedException {
        var painting = queued.asking(
                order.endpoint(), steps.painter().input(order), work.clock().instant());
        pictures.save(painting);
        try {
            return switch (steps.painter().submit(order)) {
                case Submission.Accepted(var ticket) -> acceptedOrStopped(painting, ticket);
                case Submission.Refused(var problem, var detail) -> fail(painting, problem, detail);
                case Submission.Uncertain(var why) -> new JobOutcome.Again(FIRST_LOOK, why);
            };
        } catch (ProviderUnavailable e) {
            var again = painting.notTaken();
            pictures.save(again);
            return wait(again, e);
        }
    }

    /** Where its owner cancelled or left meanwhile, the painter has to be told, and nothing else knows the id. */
    private JobOutcome acceptedOrStopped(Picture.Painting painting, PaintingTicket ticket) {
        try {
            return accepted(painting, ticket);
        } catch (StaleState e) {
            var now = pictures.find(painting.id());
            if (now.isEmpty() || now.get() instanceof Picture.Cancelled) {
                steps.end().discard(ticket);
            }
            throw e;
        }
    }

    private JobOutcome accepted(Picture.Painting painting, PaintingTicket ticket) {
        work.transactions().run(() -> {
            pictures.save(painting.accepted(ticket, work.clock().instant()));
            tell(painting);
        });
        return new JobOutcome.Again(FIRST_LOOK, "it is being painted");
    }

    private JobOutcome follow(Picture.Painting painting) throws InterruptedException {
        try {
            return switch (painting.request()) {
                case Picture.Request.Asked asked -> seek(painting, asked);
                case Picture.Request.Accepted accepted -> look(painting, accepted);
            };
        } catch (ProviderUnavailable e) {
            return wait(painting, e);
        } catch (MediaUnavailable e) {
            return wait(painting, e);
        }
    }

    /** Nobody knows whether the painter took it: its list tells, or it counts as lost. */
    private JobOutcome seek(Picture.Painting painting, Picture.Request.Asked asked)
            throws ProviderUnavailable, InterruptedException {
        var ticket = steps.painter().find(asked.endpoint(), asked.input(), asked.at()).stream()
                .filter(listed -> !pictures.knows(listed.requestId()))
                .findFirst();
        if (ticket.isPresent()) {
            return acceptedOrStopped(painting, ticket.get());
        }
        return isOver(asked.at(), settings.patience().uncertain())
                ? fail(painting, PictureProblem.LOST, "no answer to the request, and no trace of it")
                : new JobOutcome.Again(Pause.of(age(asked.at())), "the request was not answered");
    }

    private JobOutcome look(Picture.Painting painting, Picture.Request.Accepted accepted)
            throws ProviderUnavailable, MediaUnavailable, InterruptedException {
        return switch (steps.painter().report(accepted.ticket())) {
            case PaintingReport.Done done -> take(painting, accepted.ticket(), done);
            case PaintingReport.Failed(var problem, var detail)
            when problem == PictureProblem.MODEL_GONE -> handOverAgain(painting, accepted, detail);
            case PaintingReport.Failed(var problem, var detail) -> fail(painting, problem, detail);
            case PaintingReport.Unknown _ ->
                isOver(accepted.at(), settings.patience().uncertain())
                        ? fail(painting, PictureProblem.LOST, "the painter does not know it")
                        : goOn(painting, accepted, "the painter does not know it yet");
            case PaintingReport.InLine _ -> goOn(painting, accepted, "it waits for a machine");
            case PaintingReport.Running _ -> goOn(painting, accepted, "it is being painted");
        };
    }

    private JobOutcome goOn(Picture.Painting painting, Picture.Request.Accepted accepted, String why)
            throws ProviderUnavailable, InterruptedException {
        if (isOver(accepted.at(), settings.patience().longest())) {
            steps.painter().cancel(accepted.ticket());
            return fail(painting, PictureProblem.TIMEOUT, "it takes too long");
        }
        var usual = age(accepted.at()).dividedBy(4);
        var pause = usual.compareTo(FIRST_LOOK) < 0 ? Duration.ofSeconds(2) : usual;
        return new JobOutcome.Again(pause.compareTo(RAREST_LOOK) > 0 ? RAREST_LOOK : pause, why);
    }

    /** What the painter knew of the avatar is gone there; our store has it. */
    private JobOutcome handOverAgain(Picture.Painting painting, Picture.Request.Accepted accepted, String detail)
            throws ProviderUnavailable, MediaUnavailable, InterruptedException {
        if (isOver(painting.heading().since(), settings.patience().outage())
                || !steps.ingredients().handOverAgain(painting, accepted.asked())) {
            return fail(painting, PictureProblem.MODEL_GONE, detail);
        }
        work.transactions().run(() -> {
            pictures.save(painting.notTaken());
            steps.end().forget(accepted.ticket());
        });
        return new JobOutcome.Again(Pause.of(age(painting.heading().since())), "the avatar was handed over again");
    }

    private JobOutcome take(Picture.Painting painting, PaintingTicket ticket, PaintingReport.Done done)
            throws InterruptedException {
        var storing = painting.painted(ticket, done, work.clock().instant());
        pictures.save(storing);
        return store(storing);
    }

    private JobOutcome store(Picture.Storing storing) throws InterruptedException {
        if (storing.result().flagged()) {
            return fail(storing, PictureProblem.CONTENT, "flagged by the painter");
        }
        try {
            return switch (steps.store().store(storing)) {
                case StorePicture.Outcome.Stored(var files) -> {
                    steps.end().ready(storing, files);
                    yield new JobOutcome.Finished();
                }
                case StorePicture.Outcome.NotFetched(var why) ->
                    isOver(storing.since(), settings.patience().uncertain())
                            ? fail(storing, PictureProblem.BAD_RESULT, why)
                            : new JobOutcome.Again(Pause.of(age(storing.since())), why);
                case StorePicture.Outcome.Unusable(var why) -> fail(storing, PictureProblem.BAD_RESULT, why);
            };
        } catch (ProviderUnavailable | MediaUnavailable e) {
            return isOver(storing.since(), settings.patience().outage())
                    ? fail(storing, PictureProblem.BAD_RESULT, "it cannot be copied")
                    : again(Pause.of(age(storing.since())), e);
        }
    }

    /** What was given up may have ended well after all; nobody pays for that. */
    private JobOutcome lookOnceMore(Picture.Failed failed) throws InterruptedException {
        if (!mayComeLate(failed)
                || isOver(failed.heading().since(), settings.patience().late())) {
            return new JobOutcome.Finished();
        }
        var ticket = failed.ticket().orElseThrow();
        try {
            return switch (steps.painter().report(ticket)) {
                case PaintingReport.Done done -> {
                    var storing = failed.recovered(ticket, done, work.clock().instant());
                    pictures.save(storing);
                    yield store(storing);
                }
                case PaintingReport.InLine _, PaintingReport.Running _ ->
                    new JobOutcome.Again(LATE_LOOK, "it may come yet");
                case PaintingReport.Failed _, PaintingReport.Unknown _ -> new JobOutcome.Finished();
            };
        } catch (ProviderUnavailable e) {
            return again(longer(e.pause(), LATE_LOOK), e);
        }
    }

    private static boolean mayComeLate(Picture picture) {
        if (!(picture instanceof Picture.Failed failed) || failed.ticket().isEmpty()) {
            return false;
        }
        return switch (failed.failure().problem()) {
            case LOST, TIMEOUT, NO_SERVICE -> true;
            case CONTENT, PHOTOS_UNUSABLE, MODEL_GONE, REJECTED, BROKE_DOWN, STOPPED, BAD_RESULT -> false;
        };
    }

    private JobOutcome wait(Picture picture, ProviderUnavailable e) {
        if (isOver(picture.heading().since(), settings.patience().outage())) {
            return fail(picture, PictureProblem.NO_SERVICE, String.valueOf(e.getMessage()));
        }
        work.transactions().run(() -> tell(picture));
        return again(longer(e.pause(), Pause.of(age(picture.heading().since()))), e);
    }

    private JobOutcome wait(Picture picture, MediaUnavailable e) {
        return isOver(picture.heading().since(), settings.patience().outage())
                ? fail(picture, PictureProblem.NO_SERVICE, "the store does not answer")
                : again(Pause.of(age(picture.heading().since())), e);
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private void tell(Picture picture) {
        work.outbox().post(new PictureNotice.Progressed(picture.owner(), picture.order()));
    }

    private JobOutcome fail(Picture picture, PictureProblem problem, String detail) {
        return steps.end()
                .fail(picture, problem, detail)
                .filter(AdvancePicture::mayComeLate)
                .<JobOutcome>map(_ -> new JobOutcome.Again(LATE_LOOK, "it may come yet"))
                .orElseGet(JobOutcome.Finished::new);
    }

    private static JobOutcome again(Duration pause, Exception why) {
        return new JobOutcome.Again(pause, String.valueOf(why.getMessage()));
    }

    private boolean isOver(Instant since, Duration patience) {
        return age(since).compareTo(patience) > 0;
    }

    private Duration age(Instant since) {
        return Duration.between(since, work.clock().instant());
    }
}
