package app.aisha.core.wallet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.aisha.core.account.ChatId;
import app.aisha.core.account.InMemoryUsers;
import app.aisha.core.account.Language;
import app.aisha.core.account.User;
import app.aisha.core.wallet.ReconcileLedger.Depth;
import app.aisha.core.wallet.ReconcileLedger.Outcome;
import app.aisha.core.work.DirectTransactions;
import app.aisha.core.work.RecordingOutbox;
import app.aisha.core.work.SettableClock;
import app.aisha.core.work.StorageUnavailable;
import app.aisha.core.work.TimeOrderedIds;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReconcileLedgerTest {

    private static final Finding BAD =
            new Finding(Finding.Kind.HOLD_OVERDUE, "0190163d-8694-739b-aea5-966c26f8ad91", "A hold is open.");

    private final SettableClock clock = new SettableClock();
    private final ScriptedInspector inspector = new ScriptedInspector();
    private final InMemoryLedgerFindings findings = new InMemoryLedgerFindings();
    private final InMemoryUsers users = new InMemoryUsers(new TimeOrderedIds(clock), ZoneId.of("UTC"));
    private final RecordingOutbox outbox = new RecordingOutbox();
    private final User boss = welcome(1);
    private final User deputy = welcome(2);
    private final ReconcileLedger reconcileLedger = new ReconcileLedger(
            inspector,
            findings,
            users,
            Set.of(new ChatId(1), new ChatId(2), new ChatId(3)),
            outbox,
            new DirectTransactions(findings, outbox),
            clock);

    /** Finds what it is told to. */
    private static final class ScriptedInspector implements LedgerInspector {

        private List<Finding> found = List.of();
        private Optional<Instant> since = Optional.empty();
        private boolean reachable = true;

        @Override
        public Inspection recent(Instant moment) {
            since = Optional.of(moment);
            return whole();
        }

        @Override
        public Inspection whole() {
            if (!reachable) {
                throw new StorageUnavailable("away", new IOException());
            }
            return new Inspection(found, Set.of(Finding.Kind.values()));
        }

        @Override
        public Totals totals() {
            return new Totals(Credits.NONE, Credits.NONE, 0, Duration.ZERO);
        }
    }

    private User welcome(long chat) {
        return users.welcome(new ChatId(chat), "Admin", Optional.empty(), Language.EN);
    }

    @Test
    void aLedgerInOrderIsNotSpokenOf() {
        assertThat(reconcileLedger.reconcile(Depth.WHOLE)).isEqualTo(new Outcome.Checked(List.of(), List.of()));

        assertThat(outbox.posted()).isEmpty();
    }

    @Test
    void everyAdminWhoWroteIsToldOnce() {
        welcome(4);
        inspector.found = List.of(BAD);

        assertThat(reconcileLedger.reconcile(Depth.WHOLE)).isEqualTo(new Outcome.Checked(List.of(BAD), List.of(BAD)));
        clock.advance(Duration.ofMinutes(1));
        assertThat(reconcileLedger.reconcile(Depth.RECENT)).isEqualTo(new Outcome.Checked(List.of(BAD), List.of()));

        var id = findings.present().getFirst().id();
        assertThat(outbox.posted())
                .containsExactlyInAnyOrder(
                        new LedgerNotice.Found(boss.id(), id), new LedgerNotice.Found(deputy.id(), id));
        assertThat(outbox.posted()).extracting(notice -> notice.anchor()).doesNotHaveDuplicates();
    }

    @Test
    void whatIsGoneIsNotSpokenOf() {
        inspector.found = List.of(BAD);
        reconcileLedger.reconcile(Depth.WHOLE);
        outbox.clear();
        inspector.found = List.of();

        reconcileLedger.reconcile(Depth.RECENT);

        assertThat(findings.present()).isEmpty();
        assertThat(outbox.posted()).isEmpty();
    }

    @Test
    void aRecentCheckLooksBackAQuarterOfAnHour() {
        reconcileLedger.reconcile(Depth.RECENT);

        assertThat(inspector.since).contains(clock.instant().minus(Duration.ofMinutes(15)));
    }

    @Test
    void oneCheckIsDoneAtATime() {
        inspector.found = List.of(BAD);
        findings.taken(true);

        assertThat(reconcileLedger.reconcile(Depth.WHOLE)).isEqualTo(new Outcome.UnderWay());

        assertThat(findings.present()).isEmpty();
    }

    @Test
    void aCheckThatFailsForgetsNothing() {
        inspector.found = List.of(BAD);
        reconcileLedger.reconcile(Depth.WHOLE);
        inspector.reachable = false;

        assertThatThrownBy(() -> reconcileLedger.reconcile(Depth.WHOLE)).isInstanceOf(StorageUnavailable.class);

        assertThat(findings.present()).hasSize(1);
    }
}
