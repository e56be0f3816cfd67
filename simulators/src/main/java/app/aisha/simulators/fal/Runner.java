package app.aisha.simulators.fal;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Lets the requests of a {@link Line} run for their time, does their work at the end, and tells the webhooks. */
final class Runner implements AutoCloseable {
    private final Line line;
    private final InstantSource clock;
    private final Webhooks webhooks;
    private final ExecutorService workers;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("fal-simulator-timer").factory());

    Runner(Line line, InstantSource clock, Webhooks webhooks, ExecutorService workers) {
        this.line = line;
        this.clock = clock;
        this.webhooks = webhooks;
        this.workers = workers;
    }

    Line line() {
        return line;
    }

    void submit(Job job) {
        line.add(job);
        if (job.plan().webhook().early()) {
            line.startAtOnce(job);
            finish(job);
            return;
        }
        startNext();
        job.terms().startWithin().ifPresent(most -> later(most, () -> giveUp(job)));
    }

    private void giveUp(Job job) {
        var outcome = Outcome.notStartedInTime();
        if (line.endIfWaiting(job, outcome)) {
            webhooks.send(job, outcome);
        }
    }

    private void startNext() {
        for (var job : line.takeStarted()) {
            if (!job.isHeld() && job.stage() instanceof Stage.Running run) {
                later(run.lasting(), () -> finish(job));
            }
        }
    }

    private void later(Duration pause, Runnable action) {
        try {
            var _ = timer.schedule(action, pause.toNanos(), TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException stopped) {
            // Nobody asks any more.
        }
    }

    /** Ends a running request now; one that waits will run its usual time. */
    void release(Job job) {
        job.unhold();
        if (job.stage() instanceof Stage.Running) {
            finish(job);
        }
    }

    /** Ends what is due by a clock that was moved. */
    void clockMoved() {
        for (var job : line.running()) {
            if (!job.isHeld() && job.stage() instanceof Stage.Running run && run.isDue(clock.instant())) {
                finish(job);
            }
        }
    }

    /** False when it was over already. */
    boolean cancel(Job job) {
        if (line.endIfWaiting(job, Outcome.cancelled())) {
            return true;
        }
        if (job.stage() instanceof Stage.Ended) {
            return false;
        }
        if (job.plan().stopsOnCancel() && line.end(job, Outcome.cancelled())) {
            startNext();
        }
        return true;
    }

    private void finish(Job job) {
        if (job.beginsToFinish()) {
            try {
                var _ = CompletableFuture.supplyAsync(() -> outcome(job), workers)
                        .exceptionally(
                                broken -> Outcome.requestError(500, "runner_server_error", "Internal server error"))
                        .thenAccept(outcome -> end(job, outcome));
            } catch (RejectedExecutionException stopped) {
                // Nobody asks any more.
            }
        }
    }

    private void end(Job job, Outcome outcome) {
        if (line.end(job, outcome)) {
            startNext();
            webhooks.send(job, outcome);
        }
    }

    private static Outcome outcome(Job job) {
        return switch (job.plan().ending()) {
            case Ending.Natural _ -> natural(job, Flaw.NONE);
            case Ending.Flawed(var flaw) -> natural(job, flaw);
            case Ending.WithoutLora _ -> natural(job, Flaw.NONE).without("diffusers_lora_file");
            case Ending.FlatError error -> Outcome.modelError(error.status(), Json.detail(error.message()));
            case Ending.RequestError error -> Outcome.requestError(error.status(), error.errorType(), error.message());
            case Ending.ModelError error ->
                Outcome.modelError(
                        error.status(),
                        Problem.body(List.of(
                                Problem.of(job.model().fields().getFirst().name(), error.message(), error.type()))));
        };
    }

    private static Outcome natural(Job job, Flaw flaw) {
        try {
            Field.check(job.model().fields(), job.input());
            return Outcome.success(job.model().run(job.input(), job.terms().fileExpiry(), flaw));
        } catch (ModelFailure refused) {
            return Outcome.modelError(422, refused.body());
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
