package app.aisha.simulators.fal;

import java.time.Duration;

/**
 * How the webhook of a request is delivered.
 *
 * @param lost whether it is never sent; it can still be re-sent by hand
 * @param copies how many times it is delivered in all, 1 or more
 * @param early whether the request runs at once and its webhook arrives before the submit is answered
 * @param delay the pause before the first attempt, in real time
 * @param tampering what is wrong with it
 * @param withoutPayload whether {@code payload} is null and {@code payload_error} says why
 */
public record WebhookPlan(
        boolean lost, int copies, boolean early, Duration delay, Tampering tampering, boolean withoutPayload) {

    /** What is wrong with a webhook. */
    public enum Tampering {
        NONE,
        /** 64 bytes that sign nothing. */
        BAD_SIGNATURE,
        /** Rightly signed an hour ago. */
        STALE_TIMESTAMP,
        /** Rightly signed by a key that is not published. */
        UNKNOWN_KEY,
        /** Rightly signed, and says ERROR of a success and OK of a failure. */
        CONTRADICTING
    }

    public static WebhookPlan usual() {
        return new WebhookPlan(false, 1, false, Duration.ZERO, Tampering.NONE, false);
    }

    public WebhookPlan lose() {
        return new WebhookPlan(true, copies, early, delay, tampering, withoutPayload);
    }

    public WebhookPlan copies(int number) {
        return new WebhookPlan(lost, number, early, delay, tampering, withoutPayload);
    }

    public WebhookPlan beforeTheAnswer() {
        return new WebhookPlan(lost, copies, true, delay, tampering, withoutPayload);
    }

    public WebhookPlan after(Duration pause) {
        return new WebhookPlan(lost, copies, early, pause, tampering, withoutPayload);
    }

    public WebhookPlan tamper(Tampering how) {
        return new WebhookPlan(lost, copies, early, delay, how, withoutPayload);
    }

    public WebhookPlan dropPayload() {
        return new WebhookPlan(lost, copies, early, delay, tampering, true);
    }
}
