package app.aisha.adapters.postgres;

import static app.aisha.adapters.postgres.generated.Tables.STAR_ORDERS;
import static app.aisha.adapters.postgres.generated.Tables.STAR_PAYMENTS;
import static app.aisha.adapters.postgres.generated.Tables.USERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.aisha.core.account.User;
import app.aisha.core.payment.Market;
import app.aisha.core.payment.NoteRefund;
import app.aisha.core.payment.PaymentRules;
import app.aisha.core.payment.PromoCode;
import app.aisha.core.payment.PromoRules;
import app.aisha.core.payment.RefundRules;
import app.aisha.core.payment.RefundStars;
import app.aisha.core.payment.StarOrder;
import app.aisha.core.payment.StarPaymentsContract;
import app.aisha.core.payment.TakeStarPayment;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.Test;

class PostgresMarketTest implements PaymentRules, RefundRules, PromoRules, StarPaymentsContract {

    private static final int ROUNDS = 20;
    private static final PostgresDatabase DATABASE = TestDatabase.open();

    private final Market market = PostgresMarket.over(DATABASE);

    @Override
    public Market market() {
        return market;
    }

    @Override
    public void deleteAccount(User user, StarOrder order) {
        deleteAccount(user);
    }

    private static void deleteAccount(User user) {
        DATABASE.dsl().deleteFrom(USERS).where(USERS.ID.eq(user.id().value())).execute();
    }

    @Test
    void aPaymentOutlivesItsBuyerNamesNobodyAndIsNeverCreditedAgain() {
        var buyer = market.someone();
        market.redeem.redeem(
                buyer.id(), market.code(new PromoCode.Benefit.Bonus(10)).code());
        var order = market.ordered(buyer, Market.SMALL);
        var payment = market.paid(buyer, order).payment();

        deleteAccount(buyer);

        assertThat(market.now(payment).heading().buyer()).isEmpty();
        assertThat(DATABASE.dsl()
                        .fetchExists(STAR_ORDERS, STAR_ORDERS.ID.eq(order.id().value())))
                .isFalse();
        var back = market.someone();
        assertThat(market.take.take(
                        back.id(), payment.heading().charge(), order.payload().text()))
                .isEqualTo(new TakeStarPayment.Outcome.KnownAlready());
        assertThat(market.refund.refund(payment.id(), Optional.empty(), "asked"))
                .isEqualTo(new RefundStars.Outcome.BuyerGone());
        assertThat(market.note.note(payment.heading().charge().id())).isInstanceOf(NoteRefund.Outcome.Noted.class);
    }

    @Test
    void twoRefundsAtOnceAreOne() throws Exception {
        for (var round = 0; round < ROUNDS; round++) {
            var buyer = market.someone();
            var payment =
                    market.paid(buyer, market.ordered(buyer, Market.SMALL)).payment();
            var start = new CyclicBarrier(2);
            Callable<RefundStars.Outcome> refund = () -> {
                start.await();
                return market.refund.refund(payment.id(), Optional.empty(), "asked");
            };
            try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
                var both = workers.invokeAll(List.of(refund, refund));
                assertThat(List.of(both.getFirst().get(), both.getLast().get()))
                        .hasOnlyElementsOfTypes(RefundStars.Outcome.Begun.class, RefundStars.Outcome.UnderWay.class)
                        .hasAtLeastOneElementOfType(RefundStars.Outcome.Begun.class);
            }
            assertThat(market.free(buyer.id())).isZero();
        }
    }

    @Test
    void whatWasSoldCannotBeTakenTwice() {
        var buyer = market.someone();
        var payment = market.paid(buyer, market.ordered(buyer, Market.SMALL)).payment();

        assertThatThrownBy(() -> DATABASE.dsl()
                        .update(STAR_PAYMENTS)
                        .set(STAR_PAYMENTS.TAKEN, 60L)
                        .set(STAR_PAYMENTS.WRITTEN_OFF, 60L)
                        .where(STAR_PAYMENTS.ID.eq(payment.id().value()))
                        .execute())
                .isInstanceOf(DataAccessException.class);
    }
}
