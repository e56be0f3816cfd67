package app.aisha.bot.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.core.account.UserId;
import app.aisha.core.transcript.TranscriptId;
import app.aisha.core.transcript.TranscriptNotice;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class HeldParcelsTest {

    private static final Duration LEASE = Duration.ofSeconds(20);

    private final InMemoryOutboxQueue queue = new InMemoryOutboxQueue();
    private long now;
    private final HeldParcels held = new HeldParcels(queue, LEASE, () -> now);
    private final Parcel parcel = claimed();

    private Parcel claimed() {
        queue.put(new UserId(UUID.randomUUID()), notice());
        return held.claim(10).getFirst();
    }

    private static TranscriptNotice notice() {
        return new TranscriptNotice.Fetching(new UserId(UUID.randomUUID()), new TranscriptId(UUID.randomUUID()));
    }

    @Test
    void aParcelIsHeldForItsLease() {
        passes(Duration.ofSeconds(19));
        assertThat(held.isHeld(parcel)).isTrue();

        passes(Duration.ofSeconds(1));
        assertThat(held.isHeld(parcel)).isFalse();
    }

    @Test
    void prolongingHoldsItForAnother() {
        passes(Duration.ofSeconds(15));
        held.prolong();
        assertThat(queue.prolonged()).containsExactly(parcel.id());

        passes(Duration.ofSeconds(15));
        assertThat(held.isHeld(parcel)).isTrue();
    }

    @Test
    void whatWasLostIsNotClaimedAgainByProlonging() {
        passes(Duration.ofSeconds(60));
        held.prolong();

        assertThat(queue.prolonged()).isEmpty();
        assertThat(held.isHeld(parcel)).isFalse();
    }

    @Test
    void whatWasLetGoIsNotHeld() {
        held.letGo(parcel);
        held.prolong();

        assertThat(held.isHeld(parcel)).isFalse();
        assertThat(queue.prolonged()).isEmpty();
    }

    private void passes(Duration time) {
        now += time.toNanos();
    }
}
