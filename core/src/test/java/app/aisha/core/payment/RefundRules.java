package app.aisha.core.payment;

import static app.aisha.core.payment.Market.SMALL;
import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.core.account.User;
import app.aisha.core.wallet.Booking;
import app.aisha.core.wallet.Credits;
import app.aisha.core.wallet.Receipt;
import app.aisha.core.work.JobOutcome;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What holds for giving stars back, whatever keeps the payments. */
public interface RefundRules {

    Market market();

    private List<Receipt.Kind> receipts(User user) {
        return market().stores.receipts().page(user.id(), OptionalLong.empty(), 20).items().stream()
                .map(Receipt::kind)
                .toList();
    }

    private void spend(User user, long credits) {
        market().stores.wallets().book(user.id(), new Booking.Take(UUID.randomUUID(), new Credits(credits), "spent"));
    }

    @Test
    default void starsGoBackCreditsAreTakenAndTheBuyerIsToldOnce() throws InterruptedException {
        var buyer = market().someone();
        var payment = market().paid(buyer, market().ordered(buyer, SMALL)).payment();

        assertThat(market().refund.refund(payment.id(), Optional.empty(), "asked"))
                .isEqualTo(new RefundStars.Outcome.Begun(new Credits(100), Credits.NONE));
        assertThat(market().free(buyer.id())).isZero();
        assertThat(market().refund.refund(payment.id(), Optional.empty(), "asked"))
                .isEqualTo(new RefundStars.Outcome.UnderWay(new Credits(100), Credits.NONE));
        market().complete.complete(payment.id());
        market().complete.complete(payment.id());
        market().note.note(payment.heading().charge().id());

        assertThat(market().refund.refund(payment.id(), Optional.empty(), "asked"))
                .isEqualTo(new RefundStars.Outcome.RefundedAlready());
        assertThat(market().jobs.line()).contains(new PaymentJob.Refund(payment.id(), 1));
        assertThat(market().cashier.refunds())
                .containsOnlyOnce(
                        buyer.chat().value() + " " + payment.heading().charge().id());
        assertThat(receipts(buyer)).containsExactly(Receipt.Kind.STARS_REFUND, Receipt.Kind.PURCHASE);
        assertThat(market().outbox.posted()).containsOnlyOnce(new PaymentNotice.Refunded(buyer.id(), payment.id()));
    }

    @Test
    default void ofSpentCreditsWhatIsLeftIsTakenAndTheRestWrittenOff() {
        var buyer = market().someone();
        market().redeem
                .redeem(
                        buyer.id(),
                        market().code(new PromoCode.Benefit.Bonus(20)).code());
        var payment = market().paid(buyer, market().ordered(buyer, SMALL)).payment();
        spend(buyer, 90);

        assertThat(market().refund.refund(payment.id(), Optional.empty(), "asked"))
                .isEqualTo(new RefundStars.Outcome.Begun(new Credits(30), new Credits(90)));
        assertThat(market().free(buyer.id())).isZero();
    }

    @Test
    default void anAnswerThatIsLostIsAskedForAgain() throws InterruptedException {
        var buyer = market().someone();
        var payment = market().paid(buyer, market().ordered(buyer, SMALL)).payment();
        market().refund.refund(payment.id(), Optional.empty(), "asked");
        market().cashier.isSilent(1);

        assertThat(market().complete.complete(payment.id())).isInstanceOf(JobOutcome.Again.class);
        assertThat(market().now(payment)).isInstanceOf(StarPayment.Refunding.class);
        assertThat(market().complete.complete(payment.id())).isEqualTo(new JobOutcome.Finished());
        assertThat(market().now(payment)).isInstanceOf(StarPayment.Refunded.class);
    }

    @Test
    default void whereTelegramRefusesTheCreditsComeBackTheAdminIsToldAndItCanBeOrderedAgain()
            throws InterruptedException {
        var buyer = market().someone();
        var admin = market().someone().id();
        var payment = market().paid(buyer, market().ordered(buyer, SMALL)).payment();
        spend(buyer, 40);
        market().cashier.refuses("CHARGE_NOT_FOUND");

        for (var attempt : List.of(1, 3)) {
            assertThat(market().refund.refund(payment.id(), Optional.of(admin), "asked"))
                    .isEqualTo(new RefundStars.Outcome.Begun(new Credits(60), new Credits(40)));
            market().complete.complete(payment.id());
            assertThat(market().free(buyer.id())).isEqualTo(60);
            assertThat(market().outbox.posted())
                    .contains(new PaymentNotice.RefundRefused(admin, payment.id(), attempt));
        }
        market().cashier.agrees();
        market().refund.refund(payment.id(), Optional.of(admin), "asked");
        market().complete.complete(payment.id());

        assertThat(market().now(payment)).isInstanceOf(StarPayment.Refunded.class);
        assertThat(market().free(buyer.id())).isZero();
        assertThat(receipts(buyer))
                .filteredOn(Receipt.Kind.REFUND_FAILED::equals)
                .hasSize(2);
    }

    @Test
    default void starsThatTelegramGaveBackByItselfTakeTheCreditsOnce() {
        var buyer = market().someone();
        var payment = market().paid(buyer, market().ordered(buyer, SMALL)).payment();
        var charge = payment.heading().charge().id();

        assertThat(market().note.note(charge)).isInstanceOf(NoteRefund.Outcome.Noted.class);
        assertThat(market().note.note(charge)).isEqualTo(new NoteRefund.Outcome.KnownAlready());
        assertThat(market().note.note("stx-unheard-of")).isEqualTo(new NoteRefund.Outcome.Unknown());
        assertThat(market().free(buyer.id())).isZero();
        assertThat(market().outbox.posted()).containsOnlyOnce(new PaymentNotice.Refunded(buyer.id(), payment.id()));
    }

    @Test
    default void telegramsNewsOfARefundUnderWayEndsIt() throws InterruptedException {
        var buyer = market().someone();
        var payment = market().paid(buyer, market().ordered(buyer, SMALL)).payment();
        market().refund.refund(payment.id(), Optional.empty(), "asked");

        market().note.note(payment.heading().charge().id());
        market().complete.complete(payment.id());

        assertThat(market().now(payment)).isInstanceOf(StarPayment.Refunded.class);
        assertThat(receipts(buyer)).containsExactly(Receipt.Kind.STARS_REFUND, Receipt.Kind.PURCHASE);
        assertThat(market().outbox.posted()).containsOnlyOnce(new PaymentNotice.Refunded(buyer.id(), payment.id()));
    }

    @Test
    default void aPaymentNobodyMadeCannotBeRefunded() {
        assertThat(market().refund.refund(new PaymentId(UUID.randomUUID()), Optional.empty(), "asked"))
                .isEqualTo(new RefundStars.Outcome.Unknown());
    }
}
