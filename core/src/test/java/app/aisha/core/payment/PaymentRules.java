package app.aisha.core.payment;

import static app.aisha.core.payment.Market.LARGE;
import static app.aisha.core.payment.Market.SMALL;
import static app.aisha.core.payment.Market.question;
import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.core.account.User;
import app.aisha.core.payment.CheckStarOrder.Outcome.Declined;
import app.aisha.core.payment.CheckStarOrder.Reason;
import app.aisha.core.payment.TakeStarPayment.Basis;
import app.aisha.core.wallet.Credits;
import app.aisha.core.wallet.Prices;
import app.aisha.core.wallet.Receipt;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What holds for buying, whatever keeps the orders. */
public interface PaymentRules {

    Market market();

    /** Deletes the account of somebody whose one order this is. */
    void deleteAccount(User user, StarOrder order);

    private Declined declined(Reason reason) {
        return new Declined(reason);
    }

    private List<Receipt.Kind> receipts(User user) {
        return market().stores.receipts().page(user.id(), OptionalLong.empty(), 20).items().stream()
                .map(Receipt::kind)
                .toList();
    }

    @Test
    default void aPackageIsOrderedApprovedAndCredited() {
        var buyer = market().someone();
        var order = market().ordered(buyer, LARGE);
        assertThat(market().check.check(question(buyer, order))).isEqualTo(new CheckStarOrder.Outcome.Fine());

        var credited = market().paid(buyer, order);

        assertThat(credited.basis()).isEqualTo(Basis.ORDER);
        assertThat(market().free(buyer.id())).isEqualTo(300);
        assertThat(receipts(buyer)).containsExactly(Receipt.Kind.PURCHASE);
        assertThat(market().stores.payments().of(buyer.id(), 5)).containsExactly(credited.payment());
        assertThat(market().outbox.posted())
                .contains(new PaymentNotice.Paid(buyer.id(), credited.payment().id()));
    }

    @Test
    default void whatIsNotOnSaleCannotBeOrdered() {
        var buyer = market().someone();
        var closed = market().selling(new Prices.FreeOfCharge(), List.of(SMALL));

        assertThat(market().order.order(buyer.id(), new StarPackage(new Credits(300), 1)))
                .isEqualTo(new OrderStars.Outcome.NotSold());
        assertThat(closed.order.order(buyer.id(), SMALL)).isEqualTo(new OrderStars.Outcome.NotSold());
    }

    @Test
    default void theSameChargeIsCreditedOnce() {
        var buyer = market().someone();
        var order = market().ordered(buyer, SMALL);
        var credited = market().paid(buyer, order);

        for (var i = 0; i < 3; i++) {
            assertThat(market().take
                            .take(
                                    buyer.id(),
                                    credited.payment().heading().charge(),
                                    order.payload().text()))
                    .isEqualTo(new TakeStarPayment.Outcome.KnownAlready());
        }

        assertThat(market().free(buyer.id())).isEqualTo(100);
        assertThat(market().check.check(question(buyer, order))).isEqualTo(declined(Reason.PAID_ALREADY));
    }

    @Test
    default void twoChargesForOneOrderAreBothWorthTheGoodsButOneBonus() {
        var buyer = market().someone();
        market().redeem
                .redeem(
                        buyer.id(),
                        market().code(new PromoCode.Benefit.Bonus(50)).code());
        var order = market().ordered(buyer, SMALL);

        assertThat(market().paid(buyer, order).basis()).isEqualTo(Basis.ORDER);
        assertThat(market().paid(buyer, order).basis()).isEqualTo(Basis.ORDER_PAID_BEFORE);

        assertThat(market().free(buyer.id())).isEqualTo(100 + 50 + 100);
    }

    @Test
    default void tamperedAmountsPayloadsAndCurrenciesAreDeclined() {
        var buyer = market().someone();
        var order = market().ordered(buyer, SMALL);
        var good = question(buyer, order);
        var richer = new InvoicePayload(order.id(), LARGE_SOLD).text();

        assertThat(market().check.check(with(good, "XTR", 1, good.payload()))).isEqualTo(declined(Reason.CHANGED));
        assertThat(market().check.check(with(good, "XTR", 100, richer))).isEqualTo(declined(Reason.CHANGED));
        assertThat(market().check.check(with(good, "USD", 100, good.payload()))).isEqualTo(declined(Reason.CHANGED));
        for (var payload :
                List.of("", "x", "\0", richer.replace(':', ';'), UUID.randomUUID() + ":1:0", "9".repeat(128))) {
            assertThat(market().check.check(with(good, "XTR", 100, payload))).isEqualTo(declined(Reason.UNKNOWN));
        }
    }

    Sold LARGE_SOLD = new Sold(new Credits(999), Credits.NONE);

    private static CheckStarOrder.Question with(
            CheckStarOrder.Question question, String currency, long amount, String payload) {
        return new CheckStarOrder.Question(question.payer(), currency, amount, payload);
    }

    @Test
    default void nobodyPaysTheInvoiceOfAnother() {
        var order = market().ordered(market().someone(), SMALL);

        assertThat(market().check.check(question(market().someone(), order))).isEqualTo(declined(Reason.NOT_YOURS));
    }

    @Test
    default void anOutdatedInvoiceIsDeclinedButCreditedWhereItWasPaidAllTheSame() {
        var buyer = market().someone();
        var order = market().ordered(buyer, SMALL);
        market().clock.advance(StarOrder.VALIDITY);

        assertThat(market().check.check(question(buyer, order))).isEqualTo(declined(Reason.OUTDATED));
        assertThat(market().paid(buyer, order).basis()).isEqualTo(Basis.ORDER);
        assertThat(market().free(buyer.id())).isEqualTo(100);
    }

    @Test
    default void aPackageThatChangedMeanwhileIsSoldAsTheInvoiceSays() {
        var buyer = market().someone();
        var order = market().ordered(buyer, LARGE);
        var dearer = market().selling(Market.PRICES, List.of(new StarPackage(new Credits(300), 999)));

        assertThat(dearer.check.check(question(buyer, order))).isEqualTo(new CheckStarOrder.Outcome.Fine());
        dearer.paid(buyer, order);

        assertThat(market().free(buyer.id())).isEqualTo(300);
    }

    @Test
    default void whereCreditsAreDisabledMeanwhileNobodyStartsToPayAndWhoHasPaidIsCredited() {
        var buyer = market().someone();
        var order = market().ordered(buyer, SMALL);
        var closed = market().selling(new Prices.FreeOfCharge(), List.of(SMALL));

        assertThat(closed.check.check(question(buyer, order))).isEqualTo(declined(Reason.NOT_SOLD));
        closed.paid(buyer, order);

        assertThat(market().free(buyer.id())).isEqualTo(100);
    }

    @Test
    default void aPaymentAfterTheAccountWasDeletedIsCreditedToTheNewOne() {
        var gone = market().someone();
        var order = market().ordered(gone, LARGE);
        deleteAccount(gone, order);
        var back = market().someone();

        assertThat(market().check.check(question(back, order))).isEqualTo(declined(Reason.UNKNOWN));
        assertThat(market().paid(back, order).basis()).isEqualTo(Basis.INVOICE);
        assertThat(market().free(back.id())).isEqualTo(300);
    }

    @Test
    default void aPaymentThatNothingExplainsIsWorthTheRateOfTheFirstPackage() {
        var buyer = market().someone();

        var outcome = market().take.take(buyer.id(), Market.charge(37), "from another program");

        assertThat(((TakeStarPayment.Outcome.Credited) outcome).basis()).isEqualTo(Basis.RATE);
        assertThat(market().free(buyer.id())).isEqualTo(37);
    }

    @Test
    default void aPromoCodeMakesThePriceAndIsUsedUpByTheFirstOfTwoPayments() {
        var buyer = market().someone();
        var code = market().code(new PromoCode.Benefit.Bonus(10));
        market().redeem.redeem(buyer.id(), code.code());
        var first = market().ordered(buyer, SMALL);
        var second = market().ordered(buyer, LARGE);
        assertThat(market().check.check(question(buyer, first))).isEqualTo(new CheckStarOrder.Outcome.Fine());
        assertThat(market().check.check(question(buyer, second))).isEqualTo(new CheckStarOrder.Outcome.Fine());

        assertThat(market().paid(buyer, first).basis()).isEqualTo(Basis.ORDER);
        assertThat(market().check.check(question(buyer, second))).isEqualTo(declined(Reason.PROMO_OVER));
        assertThat(market().paid(buyer, second).basis()).isEqualTo(Basis.PROMO_GONE);

        assertThat(market().free(buyer.id())).isEqualTo(100 + 10 + 300);
        assertThat(market().stores.receipts().find(buyer.id(), 2).map(Receipt::note))
                .contains(code.code());
    }

    @Test
    default void aDiscountIsPaidAndTheNextPackageCostsItsPriceAgain() {
        var buyer = market().someone();
        market().redeem
                .redeem(
                        buyer.id(),
                        market().code(new PromoCode.Benefit.Discount(25)).code());
        var order = market().ordered(buyer, LARGE);
        assertThat(order.stars()).isEqualTo(203);

        market().paid(buyer, order);

        assertThat(market().free(buyer.id())).isEqualTo(300);
        assertThat(market().ordered(buyer, LARGE).stars()).isEqualTo(270);
    }

    @Test
    default void anInvoiceIsGoodNoLongerThanItsPromoCode() {
        var buyer = market().someone();
        var code = market().code(new PromoCode.Benefit.Discount(100), Market.ONCE, Optional.of(Duration.ofHours(1)));
        market().redeem.redeem(buyer.id(), code.code());
        var order = market().ordered(buyer, LARGE);
        assertThat(order.stars()).isEqualTo(1);

        market().clock.advance(Duration.ofHours(1));

        assertThat(market().check.check(question(buyer, order))).isEqualTo(declined(Reason.OUTDATED));
        assertThat(market().ordered(buyer, LARGE).stars()).isEqualTo(270);
    }
}
