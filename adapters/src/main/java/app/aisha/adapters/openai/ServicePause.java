package app.aisha.adapters.openai;

import app.aisha.core.work.OperatorAlarm;
import app.aisha.core.work.OperatorAlarm.Alarm;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Keeps all calls back while the service waits for its operator: the key is refused, the quota is spent. One call each
 * interval is let through to see whether that is over. The operator is told at the beginning and at the end. Thread-safe.
 */
final class ServicePause {

    private final OperatorAlarm alarm;
    private final Duration interval;
    private final InstantSource clock;
    private Verdict.@Nullable NeedsOperator<?> reason;
    private Instant next = Instant.MIN;
    private int changes;

    ServicePause(OperatorAlarm alarm, Duration interval, InstantSource clock) {
        this.alarm = alarm;
        this.interval = interval;
        this.clock = clock;
    }

    /**
     * Asks for leave to call.
     *
     * @return what to show with the outcome
     */
    synchronized Leave enter() throws ServiceUnavailable {
        var current = reason;
        if (current == null) {
            return new Leave(changes);
        }
        var now = clock.instant();
        if (now.isBefore(next)) {
            throw new ServiceUnavailable(current.sentence(), Duration.between(now, next), true);
        }
        next = now.plus(interval);
        return new Leave(changes);
    }

    /** What a call that began before the last change has to tell is old. */
    final class Leave {

        private final int seen;

        private Leave(int seen) {
            this.seen = seen;
        }

        void answered() {
            tell(end(seen));
        }

        ServiceUnavailable refused(Verdict.NeedsOperator<?> why) {
            tell(begin(seen, why));
            return new ServiceUnavailable(why.sentence(), interval, true);
        }
    }

    private synchronized List<Alarm> end(int seen) {
        var ended = reason;
        if (ended == null || seen != changes) {
            return List.of();
        }
        reason = null;
        changes++;
        return List.of(over(ended));
    }

    private synchronized List<Alarm> begin(int seen, Verdict.NeedsOperator<?> why) {
        if (seen != changes) {
            return List.of();
        }
        next = clock.instant().plus(interval);
        var before = reason;
        if (before != null && before.trouble() == why.trouble()) {
            return List.of();
        }
        var alarms = new ArrayList<Alarm>();
        if (before != null) {
            alarms.add(over(before));
        }
        reason = why;
        changes++;
        alarms.add(new Alarm.Raised(why.service(), why.trouble(), why.sentence()));
        return alarms;
    }

    private static Alarm over(Verdict.NeedsOperator<?> ended) {
        return new Alarm.Over(ended.service(), ended.trouble(), "This is over: " + ended.sentence());
    }

    private void tell(List<Alarm> alarms) {
        alarms.forEach(alarm::tell);
    }
}
