package app.aisha.core.admin;

import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.core.payment.CreatePromoCode;
import app.aisha.core.payment.EndPromoCode;
import app.aisha.core.payment.InMemoryPromoCodes;
import app.aisha.core.payment.PromoCode;
import app.aisha.core.payment.PromoCode.Benefit;
import app.aisha.core.wallet.Credits;
import app.aisha.core.work.DirectTransactions;
import app.aisha.core.work.SettableClock;
import app.aisha.core.work.TimeOrderedIds;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class PromoCodesByHandTest {

    private static final Actor ROOT = new Actor.Operator("root");

    private final SettableClock clock = new SettableClock();
    private final TimeOrderedIds ids = new TimeOrderedIds(clock);
    private final InMemoryPromoCodes codes = new InMemoryPromoCodes();
    private final InMemoryAuditLog audit = new InMemoryAuditLog();
    private final DirectTransactions transactions = new DirectTransactions(codes, audit);
    private final IssuePromoCode issue =
            new IssuePromoCode(new CreatePromoCode(codes, ids), audit, transactions, ids, clock);
    private final ClosePromoCode close =
            new ClosePromoCode(new EndPromoCode(codes, clock), audit, transactions, ids, clock);

    private IssuePromoCode.Terms terms(String code, Benefit benefit) {
        return new IssuePromoCode.Terms(
                code,
                benefit,
                new PromoCode.Limits(OptionalInt.of(100), 2),
                new PromoCode.Window(
                        clock.instant(), Optional.of(clock.instant().plus(Duration.ofDays(1)))));
    }

    @Test
    void aCodeIsMadeOnceAndLogged() {
        var winter = terms("winter", new Benefit.Balance(new Credits(50)));

        assertThat(issue.rehearse(ROOT, winter)).isInstanceOf(CreatePromoCode.Outcome.Created.class);
        assertThat(codes.find("WINTER")).isEmpty();
        assertThat(audit.newest(9)).isEmpty();

        assertThat(issue.issue(ROOT, winter)).isInstanceOf(CreatePromoCode.Outcome.Created.class);
        assertThat(issue.issue(ROOT, winter)).isEqualTo(new CreatePromoCode.Outcome.Taken());
        assertThat(codes.find("WINTER")).isPresent();
        assertThat(audit.newest(9))
                .singleElement()
                .extracting(AuditEntry::act, AuditEntry::details)
                .containsExactly(
                        AuditEntry.Act.CREATE_PROMO,
                        "WINTER balance 50 uses 100 per-user 2 until 2026-11-24T10:00:00Z");
    }

    @Test
    void aCodeIsEndedOnceAndLogged() {
        issue.issue(ROOT, terms("SALE", new Benefit.Discount(10)));
        clock.advance(Duration.ofSeconds(1));

        assertThat(close.rehearse(ROOT, "sale")).isInstanceOf(EndPromoCode.Outcome.Ended.class);
        assertThat(codes.find("SALE").orElseThrow().endedAt()).isEmpty();
        assertThat(close.close(ROOT, "sale")).isInstanceOf(EndPromoCode.Outcome.Ended.class);
        assertThat(close.close(ROOT, "sale")).isInstanceOf(EndPromoCode.Outcome.EndedAlready.class);
        assertThat(close.close(ROOT, "NONE")).isEqualTo(new EndPromoCode.Outcome.Unknown());

        assertThat(audit.newest(9))
                .extracting(AuditEntry::act)
                .containsExactly(AuditEntry.Act.END_PROMO, AuditEntry.Act.CREATE_PROMO);
        assertThat(audit.newest(1).getFirst().details()).isEqualTo("SALE");
    }

    @Test
    void whatIsNoCodeIsNotMade() {
        assertThat(issue.issue(ROOT, terms("x", new Benefit.Bonus(20))))
                .isEqualTo(new CreatePromoCode.Outcome.Malformed());
        assertThat(audit.newest(9)).isEmpty();
    }

    @Test
    void theTermsReadAsTheyAreWritten() {
        var open = new PromoCode.Limits(OptionalInt.empty(), 1);
        var forEver = new PromoCode.Window(clock.instant(), Optional.empty());
        issue.issue(ROOT, new IssuePromoCode.Terms("FRIENDS", new Benefit.Bonus(20), open, forEver));

        assertThat(PromoTerms.of(codes.find("friends").orElseThrow())).isEqualTo("FRIENDS bonus 20 per-user 1");
    }
}
