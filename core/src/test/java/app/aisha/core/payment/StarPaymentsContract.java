package app.aisha.core.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.aisha.core.wallet.Credits;
import app.aisha.core.work.StaleState;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every place that keeps payments promises. */
public interface StarPaymentsContract {

    Market market();

    private StarPayments payments() {
        return market().stores.payments();
    }

    private StarPayment.Paid aPayment() {
        return new StarPayment.Paid(new StarPayment.Heading(
                new PaymentId(market().ids.next()),
                Optional.of(market().someone().id()),
                Market.charge(27),
                new Sold(new Credits(30), new Credits(3)),
                Instant.parse("2026-11-23T10:00:00Z"),
                0));
    }

    private StarPayment.Refund aRefund() {
        return new StarPayment.Refund(Optional.of(market().someone().id()), "asked", new Credits(30), new Credits(3));
    }

    @Test
    default void everyStateSurvivesTheJourney() {
        var paid = aPayment();
        assertThat(payments().add(paid)).isTrue();
        assertThat(payments().find(paid.id())).contains(paid);
        var refunding = paid.refunding(aRefund());
        var again = refunding.refused();
        var last = again.refundedByTelegram(
                new StarPayment.Refund(Optional.empty(), "Telegram", Credits.NONE, new Credits(33)));

        for (var step : List.of(refunding, again, last)) {
            payments().save(step);
            assertThat(payments().find(paid.id())).contains(step);
            assertThat(payments().charged(paid.heading().charge().id())).contains(step);
        }
    }

    @Test
    default void aChargeIsThereOnce() {
        var paid = aPayment();
        var heading = paid.heading();
        payments().add(paid);

        assertThat(payments()
                        .add(new StarPayment.Paid(new StarPayment.Heading(
                                new PaymentId(market().ids.next()),
                                heading.buyer(),
                                heading.charge(),
                                heading.sold(),
                                heading.paidAt(),
                                0))))
                .isFalse();
        assertThat(payments().charged(heading.charge().id())).contains(paid);
    }

    @Test
    default void ofTwoWorkersOneWins() {
        var paid = aPayment();
        payments().add(paid);
        payments().save(paid.refunding(aRefund()));

        assertThatThrownBy(() -> payments().save(paid.refundedByTelegram(aRefund())))
                .isInstanceOf(StaleState.class);
        assertThatThrownBy(() -> payments().save(aPayment().refunding(aRefund())))
                .isInstanceOf(StaleState.class);
    }

    @Test
    default void paymentsAreFoundByTheirShortNumberAndTheirBuyerNewestFirst() {
        var first = aPayment();
        var buyer = first.heading().buyer();
        var second = new StarPayment.Paid(new StarPayment.Heading(
                new PaymentId(market().ids.next()),
                buyer,
                Market.charge(1),
                first.heading().sold(),
                Instant.EPOCH,
                0));
        payments().add(first);
        payments().add(second);

        assertThat(payments().numbered(" " + first.id().shortNumber().toLowerCase(Locale.ROOT) + " "))
                .contains(first)
                .doesNotContain(second);
        assertThat(payments().numbered("%")).isEmpty();
        assertThat(payments().of(buyer.orElseThrow(), 5)).containsExactly(second, first);
        assertThat(payments().of(buyer.orElseThrow(), 1)).containsExactly(second);
        assertThat(payments().find(new PaymentId(UUID.randomUUID()))).isEmpty();
        assertThat(first.id().shortNumber()).matches("[0-9A-F]{4}-[0-9A-F]{4}");
    }
}
