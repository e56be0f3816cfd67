package app.aisha.bot.wallet;

import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.bot.Desk;
import app.aisha.bot.screen.Screen;
import app.aisha.core.transcript.TranscriptExamples;
import app.aisha.core.transcript.TranscriptNotice;
import app.aisha.core.wallet.Finding;
import app.aisha.core.wallet.FindingId;
import app.aisha.core.wallet.InMemoryLedgerFindings;
import app.aisha.core.wallet.Inspection;
import app.aisha.core.wallet.LedgerNotice;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LedgerAnnouncerTest {

    private final Desk desk = new Desk();
    private final InMemoryLedgerFindings findings = new InMemoryLedgerFindings();
    private final LedgerAnnouncer announcer = new LedgerAnnouncer(findings);

    @Test
    void anAdminReadsWhatIsWrongWhereAndSinceWhen() {
        var finding = new Finding(Finding.Kind.HOLD_OVERDUE, "a-hold", "Hold a-hold is open.");

        assertThat(announced(finding).text())
                .isEqualTo(new LedgerText.Found(
                        new LedgerText.HoldOverdue(),
                        "a-hold",
                        desk.clock.instant().atZone(desk.dilnara.zone())));
    }

    @Test
    void everyKindHasWordsOfItsOwn() {
        assertThat(Stream.of(Finding.Kind.values())
                        .map(kind -> announced(new Finding(kind, kind.name(), "A sentence.")))
                        .map(screen -> ((LedgerText.Found) screen.text()).what()))
                .doesNotHaveDuplicates();
    }

    @Test
    void whatIsForgottenOrOfAnotherFeatureIsNotAnnounced() {
        var unknown = new LedgerNotice.Found(desk.dilnara.id(), new FindingId(UUID.randomUUID()));
        var other = new TranscriptNotice.Over(desk.dilnara.id(), TranscriptExamples.someId());

        assertThat(announcer.announce(unknown, desk.dilnara)).isEmpty();
        assertThat(announcer.announce(other, desk.dilnara)).isEmpty();
    }

    private Screen announced(Finding finding) {
        var known = findings.keep(new Inspection(List.of(finding), Set.of()), desk.clock.instant())
                .getFirst();
        return announcer
                .announce(new LedgerNotice.Found(desk.dilnara.id(), known.id()), desk.dilnara)
                .orElseThrow();
    }
}
