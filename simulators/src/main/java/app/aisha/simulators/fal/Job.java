package app.aisha.simulators.fal;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import tools.jackson.databind.node.ObjectNode;

/** A request in the queue's care. Thread-safe; {@link Line} alone moves its stage. */
final class Job {
    private final String id;
    private final Model model;
    private final ObjectNode input;
    private final Terms terms;
    private final Plan plan;
    private final Instant sentAt;
    private final CountDownLatch told = new CountDownLatch(1);
    private final AtomicBoolean finishing = new AtomicBoolean();
    private volatile boolean held;
    private volatile boolean forgotten;
    private volatile Stage stage = new Stage.Queued();

    /**
     * What the caller asked for beside the input.
     *
     * @param fileExpiry until when output files are kept
     * @param startWithin time-to-start; unlimited when empty
     */
    record Terms(
            Optional<URI> webhook,
            boolean low,
            Instant fileExpiry,
            boolean keepsPayload,
            Optional<Duration> startWithin) {}

    Job(String id, Model model, ObjectNode input, Terms terms, Plan plan, Instant sentAt) {
        this.id = id;
        this.model = model;
        this.input = input;
        this.terms = terms;
        this.plan = plan;
        this.sentAt = sentAt;
        this.held = plan.held();
    }

    String id() {
        return id;
    }

    Model model() {
        return model;
    }

    ObjectNode input() {
        return input;
    }

    Terms terms() {
        return terms;
    }

    Plan plan() {
        return plan;
    }

    /** How long it runs, as planned or as usual. */
    Duration lasting(FalSettings.Timing usual) {
        var planned = plan.duration();
        if (planned != null) {
            return planned;
        }
        return model.trains() ? usual.training() : usual.image();
    }

    Instant sentAt() {
        return sentAt;
    }

    Stage stage() {
        return stage;
    }

    void enter(Stage next) {
        stage = next;
    }

    boolean isHeld() {
        return held;
    }

    void unhold() {
        held = false;
    }

    /** Whether its payloads were deleted. */
    boolean isForgotten() {
        return forgotten;
    }

    void forget() {
        forgotten = true;
    }

    /** True for the first who asks: the work is done once. */
    boolean beginsToFinish() {
        return finishing.compareAndSet(false, true);
    }

    /** Counted down when the first delivery of the webhook was tried, or when there is none. */
    CountDownLatch told() {
        return told;
    }
}
