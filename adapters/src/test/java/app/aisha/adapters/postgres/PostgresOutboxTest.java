package app.aisha.adapters.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.bot.delivery.Parcel;
import app.aisha.bot.wire.Notices;
import app.aisha.core.account.ChatId;
import app.aisha.core.account.Language;
import app.aisha.core.account.UserId;
import app.aisha.core.transcript.TranscriptId;
import app.aisha.core.transcript.TranscriptNotice;
import app.aisha.core.work.Notice;
import app.aisha.core.work.TimeOrderedIds;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PostgresOutboxTest {

    private static final Duration LEASE = Duration.ofMinutes(1);
    private static final Duration SOON = Duration.ofHours(1);

    private final PostgresDatabase database = TestDatabase.open();
    private final TimeOrderedIds ids = new TimeOrderedIds(InstantSource.system());
    private final AtomicInteger rings = new AtomicInteger();
    private final PostgresOutbox outbox =
            new PostgresOutbox(database, new Notices(List.of(TranscriptNotice.class)), rings::incrementAndGet);
    private final PostgresUsers users = new PostgresUsers(database, ids, ZoneId.of("UTC"));
    private final UserId dilnara = users.welcome(new ChatId(7), "Dilnara", Optional.empty(), Language.RU)
            .id();
    private final TranscriptId transcript = new TranscriptId(ids.next());

    @Test
    void whatWasPostedIsClaimedOnceAndItsLaterStatesShareItsMessage() {
        outbox.post(progress(1));

        var first = onlyOne(outbox.claim(10, LEASE));
        assertThat(first.notice()).contains(progress(1));
        assertThat(first.message()).isEmpty();
        assertThat(outbox.claim(10, LEASE)).isEmpty();

        outbox.delivered(first, 42, "shown", Duration.ZERO);
        outbox.post(progress(2));

        var second = onlyOne(outbox.claim(10, LEASE));
        assertThat(second.message()).hasValue(42);
        assertThat(second.shown()).contains("shown");
    }

    @Test
    void aClaimThatIsProlongedIsNobodyElses() {
        outbox.post(progress(1));
        var first = onlyOne(outbox.claim(10, Duration.ofSeconds(1)));
        outbox.prolong(List.of(first.id()), LEASE);

        database.dsl().execute("SELECT pg_sleep(1.1)");

        assertThat(outbox.claim(10, LEASE)).isEmpty();
    }

    /** A process that stood still finds that another one delivered. */
    @Test
    void whatAnotherInstanceDeliveredIsNotOverwrittenByALateOne() {
        outbox.post(progress(1));
        var late = onlyOne(outbox.claim(10, Duration.ZERO));
        var other = onlyOne(outbox.claim(10, LEASE));
        outbox.delivered(other, 42, "shown", Duration.ZERO);

        outbox.prolong(List.of(late.id()), LEASE);
        outbox.delivered(late, 43, "shown late", SOON);
        outbox.failed(late, SOON);

        outbox.post(progress(2));
        assertThat(onlyOne(outbox.claim(10, LEASE)).message()).hasValue(42);
    }

    @Test
    void aStateThatWasOvertakenIsNotShown() {
        outbox.post(progress(1));
        outbox.post(progress(2));

        assertThat(onlyOne(outbox.claim(10, LEASE)).notice()).contains(progress(2));
    }

    @Test
    void aStatePostedDuringTheDeliveryComesNext() {
        outbox.post(progress(1));
        var first = onlyOne(outbox.claim(10, LEASE));
        outbox.post(progress(2));
        outbox.delivered(first, 42, "shown", Duration.ZERO);

        assertThat(onlyOne(outbox.claim(10, LEASE)).notice()).contains(progress(2));
    }

    @Test
    void progressWaitsForItsIntervalAndTheLastStateDoesNot() {
        outbox.post(progress(1));
        outbox.delivered(onlyOne(outbox.claim(10, LEASE)), 42, "shown", SOON);
        outbox.post(progress(2));
        assertThat(outbox.claim(10, LEASE)).isEmpty();

        outbox.post(over());

        assertThat(onlyOne(outbox.claim(10, LEASE)).notice()).contains(over());
    }

    @Test
    void nothingReplacesTheLastState() {
        outbox.post(over());
        outbox.post(progress(1));

        assertThat(onlyOne(outbox.claim(10, LEASE)).notice()).contains(over());
    }

    @Test
    void aPersonGetsOneParcelAtATimeInTheOrderOfPosting() {
        var document = new TranscriptNotice.WholeText(dilnara, transcript);
        outbox.post(over());
        outbox.post(document);

        var card = onlyOne(outbox.claim(10, LEASE));
        assertThat(card.notice()).contains(over());
        assertThat(outbox.claim(10, LEASE)).isEmpty();

        outbox.delivered(card, 42, "shown", Duration.ZERO);
        assertThat(onlyOne(outbox.claim(10, LEASE)).notice()).contains(document);
    }

    @Test
    void oneChatDoesNotHoldUpAnother() {
        var anna = users.welcome(new ChatId(8), "Anna", Optional.empty(), Language.EN)
                .id();
        outbox.post(over());
        outbox.paused(onlyOne(outbox.claim(10, LEASE)), SOON);
        var other = new TranscriptNotice.Over(anna, new TranscriptId(ids.next()));
        outbox.post(other);

        assertThat(onlyOne(outbox.claim(10, LEASE)).notice()).contains(other);
    }

    @Test
    void aPauseHoldsEverythingForThePerson() {
        outbox.post(over());
        outbox.post(new TranscriptNotice.WholeText(dilnara, transcript));
        outbox.paused(onlyOne(outbox.claim(10, LEASE)), SOON);

        assertThat(outbox.claim(10, LEASE)).isEmpty();
    }

    @Test
    void aSendThatNeverEndedIsKnownToPerhapsHaveArrived() {
        outbox.post(over());
        var cut = onlyOne(outbox.claim(10, Duration.ZERO));
        assertThat(cut.attempts().sendWasCut()).isFalse();

        assertThat(onlyOne(outbox.claim(10, LEASE)).attempts().sendWasCut()).isTrue();
    }

    @Test
    void aRefusedTryIsNoCutSend() {
        outbox.post(over());
        outbox.paused(onlyOne(outbox.claim(10, LEASE)), Duration.ZERO);

        assertThat(onlyOne(outbox.claim(10, LEASE)).attempts().sendWasCut()).isFalse();
    }

    @Test
    void aTryWithoutAnAnswerIsRepeatedAndCounted() {
        outbox.post(over());
        outbox.failed(onlyOne(outbox.claim(10, LEASE)), Duration.ZERO);

        var again = onlyOne(outbox.claim(10, LEASE));
        assertThat(again.attempts()).isEqualTo(new Parcel.Attempts(1, true));
    }

    @Test
    void whatWasDroppedOrCannotReachAnybodyIsNotOfferedAgain() {
        outbox.post(progress(1));
        outbox.dropped(onlyOne(outbox.claim(10, LEASE)));
        assertThat(outbox.claim(10, LEASE)).isEmpty();

        outbox.post(over());
        outbox.post(new TranscriptNotice.WholeText(dilnara, transcript));
        outbox.unreachable(dilnara);
        assertThat(outbox.claim(10, LEASE)).isEmpty();
    }

    @Test
    void aRolledBackPostNeverHappened() {
        try {
            database.run(() -> {
                outbox.post(over());
                throw new IllegalStateException("rolled back");
            });
        } catch (IllegalStateException _) {
            assertThat(rings).hasValue(0);
        }
        assertThat(outbox.claim(10, LEASE)).isEmpty();

        database.run(() -> outbox.post(over()));
        assertThat(rings).hasValue(1);
        assertThat(outbox.claim(10, LEASE)).hasSize(1);
    }

    private Notice progress(int done) {
        return new TranscriptNotice.Listening(dilnara, transcript, done, 10);
    }

    private Notice over() {
        return new TranscriptNotice.Over(dilnara, transcript);
    }

    private static Parcel onlyOne(List<Parcel> parcels) {
        assertThat(parcels).hasSize(1);
        return parcels.getFirst();
    }
}
