package app.aisha.adapters.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.core.account.Language;
import app.aisha.core.account.UserId;
import app.aisha.core.account.UsersContract;
import app.aisha.core.profile.Statistics.Day;
import app.aisha.core.profile.Statistics.Figures;
import app.aisha.core.transcript.TranscriptExamples;
import app.aisha.core.wallet.Credits;
import app.aisha.core.wallet.Hold;
import app.aisha.core.wallet.HoldId;
import app.aisha.core.wallet.Purpose;
import app.aisha.core.wallet.Quote;
import app.aisha.core.wallet.QuoteId;
import app.aisha.core.wallet.Wallets.Ending;
import app.aisha.core.wallet.Wallets.Refund;
import app.aisha.core.work.SettableClock;
import app.aisha.core.work.TimeOrderedIds;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PostgresStatisticsTest {

    private static final PostgresDatabase DATABASE = TestDatabase.open();
    private static final ZoneId ALMATY = ZoneId.of("Asia/Almaty");

    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-23T20:00:00Z"));
    private final TimeOrderedIds ids = new TimeOrderedIds(clock);
    private final PostgresUsers users = new PostgresUsers(DATABASE, ids, ALMATY);
    private final PostgresWallets wallets = new PostgresWallets(DATABASE, ids, clock, new Credits(100));
    private final PostgresTranscripts transcripts = new PostgresTranscripts(DATABASE);
    private final PostgresStatistics statistics = new PostgresStatistics(DATABASE);
    private final UserId dilnara = someone();
    private final UserId stranger = someone();

    @Test
    void whoeverHasDoneNothingHasEmptyDays() {
        assertThat(statistics.total(dilnara)).isEqualTo(Figures.NONE);
        assertThat(statistics.days(dilnara, LocalDate.of(2026, 11, 22), LocalDate.of(2026, 11, 23), ALMATY))
                .containsExactly(
                        new Day(LocalDate.of(2026, 11, 22), Figures.NONE),
                        new Day(LocalDate.of(2026, 11, 23), Figures.NONE));
    }

    @Test
    void onlyFinishedTranscriptsOfOnesOwnCount() {
        TranscriptExamples.stored(transcripts, TranscriptExamples.ready(dilnara, "text"));
        TranscriptExamples.stored(transcripts, TranscriptExamples.ready(dilnara, "text"));
        TranscriptExamples.stored(transcripts, TranscriptExamples.working(dilnara));
        TranscriptExamples.stored(transcripts, TranscriptExamples.ready(stranger, "text"));

        assertThat(statistics.total(dilnara)).isEqualTo(new Figures(2, Duration.ofMinutes(1), Credits.NONE));
    }

    @Test
    void whatWasChargedCountsOnItsDayInTheZoneOfThePerson() {
        charged(40);
        clock.advance(Duration.ofDays(1));
        var later = charged(30);
        wallets.refund(later, new Refund(UUID.randomUUID(), new Credits(10), "sorry"));

        assertThat(statistics.total(dilnara).spent()).isEqualTo(new Credits(60));
        assertThat(statistics.days(dilnara, LocalDate.of(2026, 11, 23), LocalDate.of(2026, 11, 25), ALMATY))
                .extracting(day -> day.figures().spent().amount())
                .containsExactly(0L, 40L, 20L);
        assertThat(statistics.days(dilnara, LocalDate.of(2026, 11, 23), LocalDate.of(2026, 11, 25), ZoneId.of("UTC")))
                .extracting(day -> day.figures().spent().amount())
                .containsExactly(40L, 20L, 0L);
    }

    private HoldId charged(long amount) {
        var quote = new Quote(
                new QuoteId(ids.next()),
                dilnara,
                new Purpose(Purpose.Kind.TRANSCRIPT, ids.next()),
                new Credits(amount),
                clock.instant());
        var hold = Hold.open(quote, clock.instant());
        wallets.hold(hold);
        wallets.settle(hold.id(), new Ending.Capture(new Credits(amount)));
        return hold.id();
    }

    private UserId someone() {
        return users.welcome(UsersContract.someChat(), "Somebody", Optional.empty(), Language.RU)
                .id();
    }
}
