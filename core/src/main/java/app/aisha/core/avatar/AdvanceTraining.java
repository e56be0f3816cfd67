package app.aisha.core.avatar;

import app.aisha.core.avatar.AvatarTrainer.Submission;
import app.aisha.core.media.MediaUnavailable;
import app.aisha.core.work.JobOutcome;
import app.aisha.core.work.Pause;
import app.aisha.core.work.ProviderUnavailable;
import app.aisha.core.work.StaleState;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes a training from whatever state it is in to its end. The one path for poller, webhook, start-up and operators: it reads
 * the state and takes the next step, so it may run any number of times, also twice at once. Every step is saved only onto the
 * state it started from, and the trainer is asked for a training once.
 */
public final class AdvanceTraining {

    private static final Logger LOG = LoggerFactory.getLogger(AdvanceTraining.class);

    private final Avatars avatars;
    private final TrainingSteps steps;
    private final TrainingSettings settings;
    private final Workbench work;

    public AdvanceTraining(Avatars avatars, TrainingSteps steps, TrainingSettings settings, Workbench work) {
        this.avatars = avatars;
        this.steps = steps;
        this.settings = settings;
        this.work = work;
    }

    /** Answers when to come again, if at all. An interrupt leaves the state as it was last saved. */
    public JobOutcome advance(AvatarId id) throws InterruptedException {
        try {
            return switch (avatars.find(id).orElse(null)) {
                case null -> new JobOutcome.Finished();
                case Avatar.Queued queued -> hand(queued);
                case Avatar.Training training -> follow(training);
                case Avatar.Storing storing -> store(storing);
                case Avatar.Failed failed -> lookOnceMore(failed);
                case Avatar.Draft _, Avatar.Ready _, Avatar.Cancelled _ -> new JobOutcome.Finished();
            };
        } catch (StaleState _) {
            return new JobOutcome.Again(Duration.ofSeconds(1), "it was changed meanwhile");
        }
    }

    /** Ends a training whose steps failed again and again through an error of our own. */
    public void giveUp(AvatarId id) {
        work.transactions()
                .run(() -> avatars.lock(id)
                        .ifPresent(avatar -> steps.end().fail(avatar, TrainingProblem.BROKE_DOWN, "an error of ours")));
    }

    private JobOutcome hand(Avatar.Queued queued) throws InterruptedException {
        try (var folder = work.scratch().open()) {
            var address = queued.archive().isPresent()
                    ? queued.archive()
                    : steps.archive().prepare(queued, folder.path());
            return address.isEmpty()
                    ? fail(queued, TrainingProblem.PHOTO_GONE, "a photo is no longer in the store")
                    : ask(queued, address.get());
        } catch (ProviderUnavailable e) {
            return wait(queued, queued.plan(), e);
        } catch (MediaUnavailable e) {
            return isOver(queued.plan().since(), settings.patience().longest())
                    ? fail(queued, TrainingProblem.NO_SERVICE, "the store does not answer")
                    : again(Pause.of(age(queued.plan().since())), e);
        }
    }

    private JobOutcome ask(Avatar.Queued queued, URI address) throws InterruptedException {
        var asking = work.transactions().call(() -> takePlace(queued, address));
        if (asking.isEmpty()) {
            return new JobOutcome.Again(settings.patience().poll(), "other trainings come first");
        }
        var training = asking.get();
        try {
            return switch (steps.trainer().submit(order(training))) {
                case Submission.Accepted(var ticket) -> {
                    followOrRemember(training, ticket);
                    yield new JobOutcome.Again(settings.patience().poll(), "it is being trained");
                }
                case Submission.Refused(var problem, var detail) -> fail(training, problem, detail);
                case Submission.Uncertain(var why) ->
                    new JobOutcome.Again(settings.patience().poll(), why);
            };
        } catch (ProviderUnavailable e) {
            avatars.save(training.notTaken());
            return wait(training, training.plan(), e);
        }
    }

    /** Saved before the trainer is asked; empty while as many as may are being trained. */
    private Optional<Avatar.Training> takePlace(Avatar.Queued queued, URI address) {
        var handed = queued.archive().isPresent() ? queued : handedOver(queued, address);
        if (avatars.beingTrained() >= settings.atOnce()) {
            tell(handed, handed.plan());
            return Optional.empty();
        }
        var plan = handed.plan();
        var webhook = settings.webhook(handed.id(), plan.attempt());
        var input = steps.trainer().input(plan.order(address, webhook));
        var training = handed.asking(
                address, new TrainingRequest.Asked(input, webhook, work.clock().instant()));
        avatars.save(training);
        tell(training, plan);
        return Optional.of(training);
    }

    private Avatar.Queued handedOver(Avatar.Queued queued, URI address) {
        var handed = queued.handedOver(address);
        avatars.save(handed);
        return handed;
    }

    private TrainingOrder order(Avatar.Training training) {
        var webhook = settings.webhook(training.id(), training.plan().attempt());
        return training.plan().order(training.archive(), webhook);
    }

    /** Where its owner cancelled or left meanwhile, the trainer has to be told, and nothing else knows the id. */
    private void followOrRemember(Avatar.Training training, TrainingTicket ticket) {
        try {
            follow(training, ticket);
        } catch (StaleState e) {
            work.transactions().run(() -> {
                if (avatars.lock(training.id()).isPresent()) {
                    steps.remember(training, ticket, work.clock().instant());
                } else {
                    steps.end().discard(ticket);
                }
            });
            throw e;
        }
    }

    private void follow(Avatar.Training training, TrainingTicket ticket) {
        work.transactions().run(() -> {
            avatars.save(training.accepted(ticket, work.clock().instant()));
            tell(training, training.plan());
        });
    }

    private JobOutcome follow(Avatar.Training training) throws InterruptedException {
        try {
            return switch (training.request()) {
                case TrainingRequest.Asked asked -> seek(training, asked);
                case TrainingRequest.Accepted accepted -> look(training, accepted);
            };
        } catch (ProviderUnavailable e) {
            return wait(training, training.plan(), e);
        }
    }

    /** Nobody knows whether the trainer took it: it rang, or its list tells, or it counts as lost. */
    private JobOutcome seek(Avatar.Training training, TrainingRequest.Asked asked)
            throws ProviderUnavailable, InterruptedException {
        var rung = steps.rung(training.id(), training.plan());
        var ticket = rung.isPresent() ? rung : steps.trainer().find(order(training), asked.at());
        if (ticket.isPresent()) {
            followOrRemember(training, ticket.get());
            return new JobOutcome.Again(Duration.ZERO, "it was found at the trainer");
        }
        return isOver(asked.at(), settings.patience().uncertain())
                ? fail(training, TrainingProblem.LOST, "no answer to the request, and no trace of it")
                : new JobOutcome.Again(settings.patience().poll(), "the request was not answered");
    }

    private JobOutcome look(Avatar.Training training, TrainingRequest.Accepted accepted)
            throws ProviderUnavailable, InterruptedException {
        var report = steps.trainer().report(accepted.ticket());
        return switch (report) {
            case TrainingReport.Done done -> {
                var storing =
                        training.trained(accepted.ticket(), done, work.clock().instant());
                avatars.save(storing);
                yield store(storing);
            }
            case TrainingReport.Failed failed -> fail(training, failed.problem(), failed.detail());
            case TrainingReport.Unknown _ ->
                isOver(accepted.at(), settings.patience().uncertain())
                        ? fail(training, TrainingProblem.LOST, "the trainer does not know it")
                        : new JobOutcome.Again(settings.patience().poll(), "the trainer does not know it yet");
            case TrainingReport.InLine(var ahead) ->
                goOn(
                        training,
                        accepted,
                        training.progress().inLine(ahead, work.clock().instant()));
            case TrainingReport.Running running ->
                goOn(
                        training,
                        accepted,
                        training.progress().running(running, work.clock().instant()));
        };
    }

    private JobOutcome goOn(Avatar.Training training, TrainingRequest.Accepted accepted, TrainingProgress progress)
            throws InterruptedException {
        if (isOver(training.plan().since(), settings.patience().longest())) {
            tryToStop(accepted.ticket());
            return fail(training, TrainingProblem.TIMEOUT, "it takes too long");
        }
        work.transactions().run(() -> {
            avatars.save(training.seen(progress));
            tell(training, training.plan());
        });
        return new JobOutcome.Again(settings.patience().poll(), "it is being trained");
    }

    /** The deadline holds, whether or not the trainer listens; what it makes of it all the same is nobody's to pay for. */
    private void tryToStop(TrainingTicket ticket) throws InterruptedException {
        try {
            steps.trainer().cancel(ticket);
        } catch (ProviderUnavailable e) {
            LOG.warn("Request {} goes on at the trainer: {}", ticket.requestId(), e.getMessage());
        }
    }

    private JobOutcome store(Avatar.Storing storing) throws InterruptedException {
        try (var folder = work.scratch().open()) {
            return switch (steps.store().store(storing, folder.path())) {
                case StoreModel.Outcome.Stored(var model) -> {
                    steps.end().ready(storing, model);
                    yield new JobOutcome.Finished();
                }
                case StoreModel.Outcome.Unusable(var why) ->
                    isOver(storing.since(), settings.patience().uncertain())
                            ? fail(storing, TrainingProblem.BAD_RESULT, why)
                            : new JobOutcome.Again(Pause.of(age(storing.since())), why);
            };
        } catch (ProviderUnavailable | MediaUnavailable e) {
            return isOver(storing.since(), settings.patience().storing())
                    ? fail(storing, TrainingProblem.BAD_RESULT, "it cannot be copied")
                    : again(Pause.of(age(storing.since())), e);
        }
    }

    /** What was given up may have ended well after all; nobody pays for that. */
    private JobOutcome lookOnceMore(Avatar.Failed failed) throws InterruptedException {
        var ticket = failed.ticket().or(() -> steps.rung(failed.id(), failed.plan()));
        var lost = switch (failed.failure().problem()) {
            case LOST, TIMEOUT, NO_SERVICE -> true;
            case CONTENT, PHOTOS_UNUSABLE, REJECTED, BROKE_DOWN, STOPPED, BAD_RESULT, PHOTO_GONE -> false;
        };
        if (!lost || ticket.isEmpty()) {
            return new JobOutcome.Finished();
        }
        try {
            return steps.trainer().report(ticket.get()) instanceof TrainingReport.Done done
                    ? store(steps.end().recover(failed, ticket.get(), done))
                    : new JobOutcome.Finished();
        } catch (ProviderUnavailable e) {
            return again(Pause.of(Duration.ofMinutes(1)), e);
        }
    }

    private JobOutcome wait(Avatar avatar, TrainingPlan plan, ProviderUnavailable e) {
        if (isOver(plan.since(), settings.patience().longest().multipliedBy(2))) {
            return fail(
                    avatars.find(avatar.id()).orElse(avatar),
                    TrainingProblem.NO_SERVICE,
                    String.valueOf(e.getMessage()));
        }
        tell(avatar, plan);
        var usual = Pause.of(age(plan.since()));
        return again(e.pause().compareTo(usual) > 0 ? e.pause() : usual, e);
    }

    private JobOutcome fail(Avatar avatar, TrainingProblem problem, String detail) {
        steps.end().fail(avatar, problem, detail);
        return new JobOutcome.Finished();
    }

    private void tell(Avatar avatar, TrainingPlan plan) {
        work.transactions()
                .run(() ->
                        work.outbox().post(new AvatarNotice.Progressed(avatar.owner(), avatar.id(), plan.attempt())));
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
