package app.aisha.app.observe;

import app.aisha.bot.intake.HandlingWatch;
import app.aisha.bot.intake.Inbox;
import app.aisha.bot.intake.RawUpdate;
import app.aisha.bot.intake.Reading;
import app.aisha.core.account.ChatId;
import app.aisha.core.work.StorageUnavailable;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/** Counts updates as they are kept, and counts, times and traces them as they are handled. Thread-safe. */
public final class WatchedUpdates implements Inbox, HandlingWatch {

    private final Inbox inbox;
    private final MeterRegistry meters;
    private final Traces traces;
    private final Arrivals arrivals = new Arrivals(System::nanoTime);
    private final AtomicInteger lanes = new AtomicInteger();
    private final Counter kept;
    private final Counter duplicates;
    private final Counter malformed;
    private final Counter quarantined;

    public WatchedUpdates(Inbox inbox, MeterRegistry meters, Traces traces) {
        this.inbox = inbox;
        this.meters = meters;
        this.traces = traces;
        this.kept = Counter.builder("aisha.updates.kept")
                .description("Updates that were new")
                .register(meters);
        this.duplicates = Counter.builder("aisha.updates.duplicates")
                .description("Updates that were kept before")
                .register(meters);
        this.malformed = Counter.builder("aisha.updates.malformed")
                .description("What came in and was no update")
                .register(meters);
        this.quarantined = Counter.builder("aisha.updates.quarantined")
                .description("Updates put aside because their handling failed")
                .register(meters);
        Gauge.builder("aisha.lanes.open", lanes, AtomicInteger::get)
                .description("Chats an update of which is being handled here")
                .register(meters);
        Gauge.builder("aisha.lanes.waiting", arrivals, Arrivals::waiting)
                .description("Updates that came in here and whose turn has not come")
                .register(meters);
    }

    @Override
    public Set<Long> keep(List<? extends Reading> readings) {
        var fresh = inbox.keep(readings);
        kept.increment(fresh.size());
        duplicates.increment(count(readings, WatchedUpdates::isUpdate) - (double) fresh.size());
        malformed.increment((double) count(readings, Reading.Malformed.class::isInstance));
        for (var reading : readings) {
            if (reading instanceof Reading.Understood understood
                    && fresh.contains(understood.update().id())) {
                arrivals.came(understood.update().id());
            }
        }
        return fresh;
    }

    private static long count(List<? extends Reading> readings, Predicate<Reading> which) {
        return readings.stream().filter(which).count();
    }

    private static boolean isUpdate(Reading reading) {
        return reading instanceof Reading.Understood || reading instanceof Reading.OfNoInterest;
    }

    @Override
    public void done(Collection<Long> ids) {
        inbox.done(ids);
        ids.forEach(arrivals::left);
    }

    @Override
    public void quarantine(RawUpdate update, String reason, String incident) {
        inbox.quarantine(update, reason, incident);
        quarantined.increment();
    }

    @Override
    public List<RawUpdate> open(ChatId chat) {
        return inbox.open(chat);
    }

    @Override
    public Set<ChatId> waiting(Duration age) {
        return inbox.waiting(age);
    }

    @Override
    public boolean around(Reading.Understood update, BooleanSupplier handling) {
        var kind = Calls.kind(update.incoming());
        var id = update.update().id();
        arrivals.left(id)
                .ifPresent(wait -> Timer.builder("aisha.lanes.wait")
                        .description("From being kept until its turn came")
                        .register(meters)
                        .record(wait));
        var sample = Timer.start(meters);
        var outcome = "failed";
        lanes.incrementAndGet();
        try (var trace = traces.begin("update " + kind, Optional.empty(), Map.of("update", Long.toString(id)))) {
            var done = handling.getAsBoolean();
            outcome = done ? "done" : "left";
            trace.tag("outcome", outcome);
            return done;
        } catch (StorageUnavailable e) {
            outcome = "without_database";
            throw e;
        } finally {
            lanes.decrementAndGet();
            sample.stop(Timer.builder("aisha.updates.handled")
                    .description("How long updates take once it is their turn")
                    .tag("kind", kind)
                    .tag("outcome", outcome)
                    .register(meters));
        }
    }
}
