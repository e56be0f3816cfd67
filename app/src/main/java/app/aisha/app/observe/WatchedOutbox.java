package app.aisha.app.observe;

import app.aisha.bot.delivery.OutboxQueue;
import app.aisha.bot.delivery.Parcel;
import app.aisha.core.account.UserId;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Collection;
import java.util.List;

/** Counts what becomes of parcels. Thread-safe. */
public final class WatchedOutbox implements OutboxQueue {

    private final OutboxQueue queue;
    private final MeterRegistry meters;

    public WatchedOutbox(OutboxQueue queue, MeterRegistry meters) {
        this.queue = queue;
        this.meters = meters;
        for (var outcome : List.of("sent", "edited", "dropped", "failed", "paused", "unreachable")) {
            counter(outcome);
        }
    }

    private Counter counter(String outcome) {
        return Counter.builder("aisha.outbox.parcels")
                .description("What became of tries to deliver")
                .tag("outcome", outcome)
                .register(meters);
    }

    @Override
    public List<Parcel> claim(int most, Duration lease) {
        return queue.claim(most, lease);
    }

    @Override
    public void prolong(Collection<Long> parcels, Duration lease) {
        queue.prolong(parcels, lease);
    }

    @Override
    public void delivered(Parcel parcel, long message, String shown, Duration editNotBefore) {
        queue.delivered(parcel, message, shown, editNotBefore);
        counter(parcel.message().isPresent() ? "edited" : "sent").increment();
    }

    @Override
    public void dropped(Parcel parcel) {
        queue.dropped(parcel);
        counter("dropped").increment();
    }

    @Override
    public void paused(Parcel parcel, Duration pause) {
        queue.paused(parcel, pause);
        counter("paused").increment();
    }

    @Override
    public void failed(Parcel parcel, Duration pause) {
        queue.failed(parcel, pause);
        counter("failed").increment();
    }

    @Override
    public void unreachable(UserId recipient) {
        queue.unreachable(recipient);
        counter("unreachable").increment();
    }
}
