package app.aisha.simulators.fal;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.TreeMap;

/**
 * What tests and people steer a simulator with; {@code /control} offers the same over HTTP. Thread-safe.
 */
public final class FalControl {
    private final Faults faults;
    private final Plans plans;
    private final CallLog log;
    private final Runner runner;
    private final Wires wires;

    /** The parts that are seldom reached for. */
    record Wires(Webhooks webhooks, SigningKeys keys, SimulatedClock clock, CdnFiles files, FollowUps followUps) {}

    FalControl(Faults faults, Plans plans, CallLog log, Runner runner, Wires wires) {
        this.faults = faults;
        this.plans = plans;
        this.log = log;
        this.runner = runner;
        this.wires = wires;
    }

    public void fault(Fault fault) {
        faults.add(fault);
    }

    /** Those in force, oldest first. */
    public List<Fault> faults() {
        return faults.all();
    }

    public void clearFaults() {
        faults.clear();
    }

    public void plan(Plan plan) {
        plans.add(plan);
    }

    public void clearPlans() {
        plans.clear();
    }

    /** The latest calls, oldest first; those to {@code /control} are left out. */
    public List<ReceivedCall> calls() {
        return log.calls();
    }

    /** What callers did that must never happen: a key sent to the CDN, a webhook hidden in an input. */
    public List<String> violations() {
        return log.violations();
    }

    public void clearCalls() {
        log.clear();
    }

    /** How many requests each endpoint has really accepted; endpoints without any are absent. */
    public Map<String, Integer> accepted() {
        var counts = new TreeMap<String, Integer>();
        runner.line().all().forEach(job -> counts.merge(job.model().id(), 1, Integer::sum));
        return counts;
    }

    public int accepted(String endpoint) {
        return accepted().getOrDefault(endpoint, 0);
    }

    /** The ids of all accepted requests, oldest first. */
    public List<String> requestIds() {
        return runner.line().all().stream().map(Job::id).toList();
    }

    /**
     * IN_QUEUE, IN_PROGRESS or COMPLETED, whatever faults say.
     *
     * @throws NoSuchElementException for an unknown request
     */
    public String truth(String requestId) {
        return switch (job(requestId).stage()) {
            case Stage.Queued _ -> "IN_QUEUE";
            case Stage.Running _ -> "IN_PROGRESS";
            case Stage.Ended _ -> "COMPLETED";
        };
    }

    /**
     * Ends a running request now; one that waits in the queue is no longer held and runs its usual time.
     *
     * @throws NoSuchElementException for an unknown request
     */
    public void release(String requestId) {
        runner.release(job(requestId));
    }

    /** Releases all that are held. */
    public void releaseAll() {
        runner.line().all().stream().filter(Job::isHeld).forEach(runner::release);
    }

    /** All attempts to deliver webhooks, oldest first. */
    public List<Delivery> deliveries() {
        return wires.webhooks.log();
    }

    /**
     * Delivers a webhook once more and waits for the answer.
     *
     * @throws NoSuchElementException for an unknown request
     * @throws IllegalArgumentException when the request has not ended or has no webhook
     */
    public Delivery resendWebhook(String requestId, WebhookPlan.Tampering tampering) {
        return wires.webhooks.resend(job(requestId), tampering);
    }

    /** A new key signs from now on and stands last in the JWKS; the oldest is gone. */
    public void rotateKeys() {
        wires.keys.rotate();
    }

    /** Moves the simulator's clock; what is due by it ends or expires. */
    public void advance(Duration by) {
        wires.clock.advance(by);
        runner.clockMoved();
    }

    /** Whether follow-ups by the whole endpoint id get 405. They are served until this is set. */
    public void strictPaths(boolean strict) {
        wires.followUps.strict(strict);
    }

    /** Puts a file into the CDN that never expires. */
    public URI putFile(String name, String type, byte[] bytes) {
        return wires.files.put(name, type, bytes.clone(), Instant.MAX);
    }

    private Job job(String requestId) {
        return runner.line().find(requestId).orElseThrow(() -> new NoSuchElementException("No request " + requestId));
    }
}
