package app.aisha.adapters.http;

import app.aisha.core.work.Circuit;
import app.aisha.core.work.OperatorAlarm;
import app.aisha.core.work.OperatorAlarm.Alarm;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps calls back while a service waits for its operator: the key is refused, the quota or the balance is spent. One call each
 * interval is let through to see whether that is over. The operator is told at the beginning and at the end.
 *
 * <p>While the service cannot be reached, which {@value #FAILURES} calls in a row have to say, no call is kept back, but the
 * circuit is open: what was taken on goes on trying, and nothing new is taken on for an interval after each try. Thread-safe.
 */
public final class ServicePause implements Circuit {

    /** So many calls in a row that come to nothing are no accident any more. */
    public static final int FAILURES = 3;

    private static final Logger LOG = LoggerFactory.getLogger(ServicePause.class);

    private final OperatorAlarm alarm;
    private final Duration interval;
    private final InstantSource clock;
    private Alarm.@Nullable Raised reason;
    private Instant next = Instant.MIN;
    private int changes;
    private int failures;
    private Instant reachableAgain = Instant.MIN;

    public ServicePause(OperatorAlarm alarm, Duration interval, InstantSource clock) {
        this.alarm = alarm;
        this.interval = interval;
        this.clock = clock;
    }

    /** The service waits for its operator, and no try is due. */
    public static final class Withheld extends Exception {

        private final Alarm.Raised why;
        private final Duration pause;

        private Withheld(Alarm.Raised why, Duration pause) {
            super(why.sentence());
            this.why = why;
            this.pause = pause;
        }

        public Alarm.Raised why() {
            return why;
        }

        /** Until the next try. */
        public Duration pause() {
            return pause;
        }
    }

    @Override
    public synchronized boolean isOpen() {
        return clock.instant().isBefore(reason == null ? reachableAgain : next);
    }

    /** Asks for leave to call where calls go on; leaves a try that is due to others. */
    public synchronized Leave look() throws Withheld {
        var current = reason;
        var now = clock.instant();
        if (current != null && now.isBefore(next)) {
            throw new Withheld(current, Duration.between(now, next));
        }
        return new Leave(changes);
    }

    /** Asks for leave to call; a try that is due is then this call. */
    public synchronized Leave enter() throws Withheld {
        var leave = look();
        var end = clock.instant().plus(interval);
        if (reason != null) {
            next = end;
        }
        if (failures >= FAILURES) {
            reachableAgain = end;
        }
        return leave;
    }

    /** What a call that began before the last change has to tell is old. */
    public final class Leave {

        private final int seen;

        private Leave(int seen) {
            this.seen = seen;
        }

        /** The service judged the call by what it asked for. */
        public void answered() {
            inReach();
            tell(end(seen));
        }

        /** The service answered, which says nothing of what its operator has to do. */
        public void reached() {
            inReach();
        }

        /** How long to wait until the next try. */
        public Duration refused(Alarm.Raised why) {
            inReach();
            tell(begin(seen, why));
            return interval;
        }

        /** The service was not reached, broke down over the call, or did not answer in time. */
        public void failed() {
            unreached();
        }
    }

    private synchronized void inReach() {
        if (failures >= FAILURES) {
            LOG.info("A service that was out answers again");
        }
        failures = 0;
        reachableAgain = Instant.MIN;
    }

    private synchronized void unreached() {
        failures++;
        if (failures == FAILURES) {
            LOG.warn("A service is out: {} calls in a row came to nothing", failures);
        }
        if (failures >= FAILURES) {
            reachableAgain = clock.instant().plus(interval);
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

    private synchronized List<Alarm> begin(int seen, Alarm.Raised why) {
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
        alarms.add(why);
        return alarms;
    }

    private static Alarm over(Alarm.Raised ended) {
        return new Alarm.Over(ended.service(), ended.trouble(), "This is over: " + ended.sentence());
    }

    private void tell(List<Alarm> alarms) {
        alarms.forEach(alarm::tell);
    }
}
