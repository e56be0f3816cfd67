package app.aisha.bot.wallet;

import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.bot.Desk;
import app.aisha.bot.Eventually;
import app.aisha.bot.intake.Reading;
import app.aisha.bot.routing.Incoming.Sender;
import app.aisha.bot.screen.Texts;
import app.aisha.core.account.ChatId;
import app.aisha.core.account.Language;
import app.aisha.core.account.User;
import app.aisha.core.payment.CheckStarOrder;
import app.aisha.core.payment.Market;
import app.aisha.core.payment.PaymentId;
import app.aisha.core.payment.PromoCode;
import app.aisha.core.payment.Promos;
import app.aisha.core.payment.Shop;
import app.aisha.core.payment.StarOrder;
import app.aisha.core.payment.StarOrderId;
import app.aisha.core.payment.StarOrders;
import app.aisha.core.work.StorageUnavailable;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class CheckoutCounterTest {

    private static final Duration LONG = Duration.ofMinutes(10);

    private final Desk desk = new Desk();
    private final Texts texts = new Texts();
    private final Market market = desk.market;

    private CheckoutCounter counter() {
        return new CheckoutCounter(market.check, desk.users, market.cashier, texts, LONG);
    }

    private static Reading.PreCheckout asked(User payer, String query, CheckStarOrder.Question question) {
        return new Reading.PreCheckout(
                new Sender(payer.chat(), payer.name(), Optional.empty(), Language.EN), query, question);
    }

    @Test
    void whatMayBePaidIsApprovedAndWhatNotIsDeclinedInTheLanguageOfThePayer() {
        var order = market.ordered(desk.dilnara, Market.SMALL);

        counter().answer(asked(desk.dilnara, "q1", Market.question(desk.dilnara, order)));
        counter().answer(asked(desk.anna, "q2", Market.question(desk.anna, order)));
        market.paid(desk.dilnara, order);
        counter().answer(asked(desk.dilnara, "q3", Market.question(desk.dilnara, order)));

        assertThat(market.cashier.answers())
                .containsExactly(
                        "q1 ok",
                        "q2 " + texts.plain(new WalletText.CheckoutNotYours(), Language.EN),
                        "q3 " + texts.plain(new WalletText.CheckoutPaid(), Language.RU));
    }

    @Test
    void everyReasonHasWords() {
        market.redeem.redeem(
                desk.dilnara.id(), market.code(new PromoCode.Benefit.Bonus(5)).code());
        var order = market.ordered(desk.dilnara, Market.SMALL);
        market.drop.drop(desk.dilnara.id());
        counter().answer(asked(desk.dilnara, "promo", Market.question(desk.dilnara, order)));
        desk.clock.advance(StarOrder.VALIDITY);
        counter().answer(asked(desk.dilnara, "late", Market.question(desk.dilnara, order)));

        assertThat(market.cashier.answers())
                .containsExactly(
                        "promo " + texts.plain(new WalletText.CheckoutPromoOver(), Language.RU),
                        "late " + texts.plain(new WalletText.CheckoutOutdated(), Language.RU));
    }

    @Test
    void somebodyNobodyKnowsIsDeclinedInTheLanguageOfTheirApp() {
        var stranger = new CheckStarOrder.Question(new ChatId(1), "XTR", 1, "x");

        counter()
                .answer(new Reading.PreCheckout(
                        new Sender(stranger.payer(), "Ann", Optional.empty(), Language.EN), "q", stranger));

        assertThat(market.cashier.answers())
                .containsExactly("q " + texts.plain(new WalletText.CheckoutOutdated(), Language.EN));
    }

    @Test
    void whereTheDatabaseDoesNotAnswerThePayerIsAskedToTryAgain() {
        var order = market.ordered(desk.dilnara, Market.SMALL);
        var never = new CountDownLatch(1);
        List<Supplier<Optional<StarOrder>>> troubles = List.of(
                () -> {
                    throw new StorageUnavailable("away", new IllegalStateException());
                },
                () -> {
                    throw new IllegalStateException("a bug");
                },
                () -> {
                    hang(never);
                    return Optional.empty();
                });

        for (var trouble : troubles) {
            var shop = new Shop(Desk.PRICES, List.of(Market.SMALL));
            var promos = new Promos(market.stores.codes(), market.stores.redemptions(), desk.clock);
            var check = new CheckStarOrder(shop, desk.users, new Failing(trouble), promos, desk.clock);
            new CheckoutCounter(check, desk.users, market.cashier, texts, Duration.ofMillis(50))
                    .answer(asked(desk.dilnara, "q", Market.question(desk.dilnara, order)));
        }

        assertThat(market.cashier.answers())
                .containsExactlyElementsOf(
                        Collections.nCopies(3, "q " + texts.plain(new WalletText.CheckoutBusy(), Language.EN)));
        Eventually.until("the one that hung was interrupted", () -> never.getCount() == 0);
    }

    private static void hang(CountDownLatch interrupted) {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException _) {
            interrupted.countDown();
        }
    }

    /** Orders whose place is in trouble. */
    private record Failing(Supplier<Optional<StarOrder>> trouble) implements StarOrders {

        @Override
        public void add(StarOrder order) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<StarOrder> find(StarOrderId id) {
            return trouble.get();
        }

        @Override
        public boolean paid(StarOrderId id, PaymentId payment) {
            throw new UnsupportedOperationException();
        }
    }
}
