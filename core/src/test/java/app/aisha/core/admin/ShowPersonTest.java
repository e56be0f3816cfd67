package app.aisha.core.admin;

import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.core.account.ChatId;
import app.aisha.core.account.InMemoryUsers;
import app.aisha.core.account.Language;
import app.aisha.core.account.UserId;
import app.aisha.core.transcript.InMemoryTranscripts;
import app.aisha.core.transcript.TranscriptExamples;
import app.aisha.core.wallet.Booking;
import app.aisha.core.wallet.Credits;
import app.aisha.core.wallet.InMemoryWallets;
import app.aisha.core.wallet.Receipt;
import app.aisha.core.work.DirectTransactions;
import app.aisha.core.work.SettableClock;
import app.aisha.core.work.TimeOrderedIds;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ShowPersonTest {

    private final SettableClock clock = new SettableClock();
    private final TimeOrderedIds ids = new TimeOrderedIds(clock);
    private final InMemoryUsers users = new InMemoryUsers(ids, ZoneId.of("UTC"));
    private final InMemoryWallets wallets = new InMemoryWallets(ids, clock, new Credits(20));
    private final InMemoryTranscripts transcripts = new InMemoryTranscripts();
    private final ShowPerson showPerson =
            new ShowPerson(users, wallets, wallets, transcripts, new DirectTransactions(users, wallets, transcripts));

    @Test
    void aPersonIsShownInNumbers() {
        users.welcome(new ChatId(77), "Anna", Optional.of("x7"), Language.EN);
        var dilnara = users.welcome(new ChatId(7), "Dilnara", Optional.of("dilya"), Language.RU);
        var came = clock.instant();
        clock.advance(Duration.ofDays(3));
        wallets.book(dilnara.id(), new Booking.Grant(ids.next(), new Credits(5), "hello"));
        wallets.book(dilnara.id(), new Booking.Take(ids.next(), new Credits(1), "oops"));
        TranscriptExamples.stored(transcripts, TranscriptExamples.queued(dilnara.id()));

        var portrait = showPerson.show(dilnara.id(), 2).orElseThrow();

        assertThat(portrait.person().user()).isEqualTo(dilnara);
        assertThat(portrait.person().username()).contains("dilya");
        assertThat(portrait.since()).isEqualTo(came);
        assertThat(portrait.balance().free()).isEqualTo(new Credits(24));
        assertThat(portrait.transcripts()).isEqualTo(1);
        assertThat(portrait.receipts())
                .extracting(Receipt::kind)
                .containsExactly(Receipt.Kind.TAKE, Receipt.Kind.GRANT);
    }

    @Test
    void lookingOpensNoWallet() {
        var dilnara = users.welcome(new ChatId(7), "Dilnara", Optional.empty(), Language.RU);

        assertThat(showPerson.show(dilnara.id(), 2).orElseThrow().balance().free())
                .isEqualTo(new Credits(20));

        assertThat(wallets.page(dilnara.id(), OptionalLong.empty(), 2).items()).isEmpty();
    }

    @Test
    void nobodyIsShownWhoIsNotThere() {
        assertThat(showPerson.show(new UserId(UUID.randomUUID()), 2)).isEmpty();
    }
}
