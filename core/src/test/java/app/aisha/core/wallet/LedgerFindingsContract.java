package app.aisha.core.wallet;

import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.core.wallet.LedgerFindings.Known;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every place that keeps findings promises. */
public interface LedgerFindingsContract {

    Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    Instant LATER = Instant.parse("2026-11-23T10:01:00Z");
    Finding.Kind KIND = Finding.Kind.HOLD_OVERDUE;

    /** The findings under test, none at first. */
    LedgerFindings findings();

    private static Finding finding(Finding.Kind kind) {
        return new Finding(kind, UUID.randomUUID().toString(), "Something of 3 is not 4.");
    }

    private static Inspection found(Finding... findings) {
        return new Inspection(List.of(findings), Set.of(KIND));
    }

    private Known known(Finding finding) {
        return findings().present().stream()
                .filter(known -> known.finding().equals(finding))
                .findAny()
                .orElseThrow();
    }

    @Test
    default void whatIsNewIsAnsweredOnce() {
        var one = finding(KIND);
        var other = finding(KIND);

        assertThat(findings().keep(found(one), NOW)).extracting(Known::finding).containsExactly(one);
        assertThat(findings().keep(found(one, other), LATER))
                .extracting(Known::finding)
                .containsExactly(other);
        assertThat(findings().keep(found(one, other), LATER)).isEmpty();

        assertThat(findings().present()).extracting(Known::finding).containsExactly(one, other);
        assertThat(known(one)).isEqualTo(new Known(known(one).id(), one, NOW, LATER, Optional.empty()));
        assertThat(findings().find(known(one).id())).contains(known(one));
    }

    @Test
    default void theSentenceIsTheLatest() {
        var finding = finding(KIND);
        findings().keep(found(finding), NOW);
        var worse = new Finding(KIND, finding.subject(), "Something of 3 is not 5.");

        assertThat(findings().keep(found(worse), LATER)).isEmpty();

        assertThat(findings().present()).extracting(Known::finding).containsExactly(worse);
    }

    @Test
    default void whatIsNotFoundAgainIsGoneAndNewWhenItComesBack() {
        var finding = finding(KIND);
        var first = findings().keep(found(finding), NOW).getFirst();

        assertThat(findings().keep(found(), LATER)).isEmpty();

        assertThat(findings().present()).isEmpty();
        assertThat(findings().find(first.id()).flatMap(Known::goneAt)).contains(LATER);
        assertThat(findings().keep(found(finding), LATER))
                .hasSize(1)
                .extracting(Known::id)
                .doesNotContain(first.id());
    }

    @Test
    default void whatWasNotLookedForIsNotGone() {
        var finding = finding(Finding.Kind.WALLET_DIFFERS);
        findings().keep(found(finding), NOW);

        findings().keep(found(), LATER);

        assertThat(findings().present()).extracting(Known::finding).containsExactly(finding);
    }

    @Test
    default void theSameSubjectMayBeWrongInTwoWays() {
        var one = finding(KIND);
        var other = new Finding(Finding.Kind.ESCROW_DIFFERS, one.subject(), one.sentence());

        assertThat(findings().keep(found(one, other), NOW)).hasSize(2);
    }

    @Test
    default void anUnknownFindingIsNotThere() {
        assertThat(findings().find(new FindingId(UUID.randomUUID()))).isEmpty();
    }
}
