package app.aisha.adapters.openai;

import app.aisha.adapters.http.Backoff;
import java.time.Duration;

/** One wish on its way to an answer: waits for its turn, tries, waits and tries again within bounds. Not thread-safe. */
final class ServiceCall {

    private static final Duration UNTIL_IT_PASSED = Duration.ofMinutes(1);
    private static final int SLOW_TRIES = 2;

    private final ServiceLine line;
    private final Backoff backoff;
    private int attempts;
    private int slow;

    ServiceCall(ServiceLine line) {
        this.line = line;
        this.backoff = line.patience().backoff();
    }

    /** One request. */
    @FunctionalInterface
    interface Attempt<A> {

        Verdict<A> make() throws InterruptedException;
    }

    /** Tries until trying again would change nothing; what was waited and tried before counts. */
    <A> Verdict.Settled<A> settle(Attempt<A> attempt) throws ServiceUnavailable, InterruptedException {
        while (true) {
            switch (once(attempt)) {
                case Verdict.Settled<A> settled -> {
                    return settled;
                }
                case Verdict.Passing<A> passing -> line.patience().delay().pass(pause(passing));
                case Verdict.NeedsOperator<A> needs -> throw new IllegalStateException(needs.sentence());
            }
        }
    }

    int attempts() {
        return attempts;
    }

    private <A> Verdict<A> once(Attempt<A> attempt) throws ServiceUnavailable, InterruptedException {
        try (var pass = line.gate().enter()) {
            var leave = line.leave();
            attempts++;
            var verdict = attempt.make();
            switch (verdict) {
                case Verdict.Answered<A> _ -> {
                    pass.succeeded();
                    leave.answered();
                }
                case Verdict.Passing<A> passing when passing.tooMany() -> pass.tooMany();
                case Verdict.NeedsOperator<A> needs ->
                    throw new ServiceUnavailable(needs.sentence(), leave.refused(needs.alarm()), true);
                case Verdict.Passing<A> _ -> leave.failed();
                case Verdict.Rejected<A> _ -> leave.reached();
            }
            return verdict;
        }
    }

    private Duration pause(Verdict.Passing<?> passing) throws ServiceUnavailable {
        var next = backoff.afterFailure(passing.asked());
        if (passing.slow()) {
            slow++;
        }
        if (next.isEmpty() || slow >= SLOW_TRIES) {
            var pause = passing.asked().filter(asked -> asked.compareTo(UNTIL_IT_PASSED) > 0);
            throw new ServiceUnavailable(
                    passing.why() + ", " + attempts + " tries", pause.orElse(UNTIL_IT_PASSED), false);
        }
        return next.get();
    }
}
