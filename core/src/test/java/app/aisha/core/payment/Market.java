package app.aisha.core.payment;

import app.aisha.core.account.ChatId;
import app.aisha.core.account.InMemoryUsers;
import app.aisha.core.account.Language;
import app.aisha.core.account.User;
import app.aisha.core.account.UserId;
import app.aisha.core.account.Users;
import app.aisha.core.wallet.Credits;
import app.aisha.core.wallet.InMemoryWallets;
import app.aisha.core.wallet.Prices;
import app.aisha.core.wallet.Receipts;
import app.aisha.core.wallet.Tariff;
import app.aisha.core.wallet.Wallets;
import app.aisha.core.work.DirectTransactions;
import app.aisha.core.work.RecordedJobs;
import app.aisha.core.work.RecordingOutbox;
import app.aisha.core.work.SettableClock;
import app.aisha.core.work.TimeOrderedIds;
import app.aisha.core.work.Transactions;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** Everything about buying credits over any stores. Nobody gets a gift; 100 credits cost 100 stars, 300 cost 270. */
public final class Market {

    public static final StarPackage SMALL = new StarPackage(new Credits(100), 100);
    public static final StarPackage LARGE = new StarPackage(new Credits(300), 270);

    /** Any number of people, each once. */
    public static final PromoCode.Limits ONCE = new PromoCode.Limits(OptionalInt.empty(), 1);

    private static final AtomicLong CHATS = new AtomicLong(7_000_000);

    public static final Prices PRICES = new Prices.Listed(
            new Tariff(new Credits(10), Duration.ofMinutes(1)),
            Map.of(
                    Prices.Quality.FAST, new Credits(100),
                    Prices.Quality.BALANCED, new Credits(150),
                    Prices.Quality.QUALITY, new Credits(200)),
            new Credits(5));

    /** Where things are kept. */
    public record Stores(
            StarOrders orders,
            StarPayments payments,
            PromoCodes codes,
            Redemptions redemptions,
            Wallets wallets,
            Receipts receipts,
            Users users) {}

    public final Stores stores;
    public final SettableClock clock;
    public final TimeOrderedIds ids;
    public final RecordingOutbox outbox;
    public final RecordedJobs jobs;
    public final ScriptedCashier cashier = new ScriptedCashier();
    public final Promos promos;
    public final OrderStars order;
    public final CheckStarOrder check;
    public final TakeStarPayment take;
    public final RefundStars refund;
    public final CompleteRefund complete;
    public final NoteRefund note;
    public final RedeemPromoCode redeem;
    public final DropPromoCode drop;
    public final CreatePromoCode create;
    public final EndPromoCode end;
    private final Transactions transactions;

    public Market(
            Stores stores,
            Transactions transactions,
            Prices prices,
            List<StarPackage> packages,
            SettableClock clock,
            RecordingOutbox outbox,
            RecordedJobs jobs) {
        this.stores = stores;
        this.transactions = transactions;
        this.clock = clock;
        this.outbox = outbox;
        this.jobs = jobs;
        ids = new TimeOrderedIds(clock);
        var shop = new Shop(prices, packages);
        var takeBack = new TakeBackCredits(stores.wallets(), stores.receipts());
        var ledger =
                new TakeStarPayment.Ledger(stores.payments(), stores.wallets(), stores.codes(), stores.redemptions());
        promos = new Promos(stores.codes(), stores.redemptions(), clock);
        order = new OrderStars(shop, promos, stores.orders(), transactions, ids, clock);
        check = new CheckStarOrder(shop, stores.users(), stores.orders(), promos, clock);
        take = new TakeStarPayment(shop, stores.orders(), ledger, outbox, transactions, ids, clock);
        refund = new RefundStars(stores.payments(), takeBack, jobs, transactions);
        complete = new CompleteRefund(stores.payments(), stores.users(), cashier, takeBack, outbox, transactions);
        note = new NoteRefund(stores.payments(), takeBack, outbox, transactions);
        redeem = new RedeemPromoCode(
                stores.codes(), stores.redemptions(), promos, stores.wallets(), transactions, ids, clock);
        drop = new DropPromoCode(stores.codes(), stores.redemptions(), transactions);
        create = new CreatePromoCode(stores.codes(), ids);
        end = new EndPromoCode(stores.codes(), clock);
    }

    /** A market over twins. */
    public static Market ofTwins() {
        var clock = new SettableClock();
        var ids = new TimeOrderedIds(clock);
        var orders = new InMemoryStarOrders();
        var payments = new InMemoryStarPayments();
        var codes = new InMemoryPromoCodes();
        var redemptions = new InMemoryRedemptions();
        var wallets = new InMemoryWallets(ids, clock, Credits.NONE);
        var users = new InMemoryUsers(ids, ZoneId.of("UTC"));
        var outbox = new RecordingOutbox();
        var jobs = new RecordedJobs();
        return new Market(
                new Stores(orders, payments, codes, redemptions, wallets, wallets, users),
                new DirectTransactions(orders, payments, codes, redemptions, wallets, outbox, jobs),
                PRICES,
                List.of(SMALL, LARGE),
                clock,
                outbox,
                jobs);
    }

    /** The same stores with other prices and packages. */
    public Market selling(Prices prices, List<StarPackage> packages) {
        return new Market(stores, transactions, prices, packages, clock, outbox, jobs);
    }

    public User someone() {
        return stores.users().welcome(new ChatId(CHATS.incrementAndGet()), "Somebody", Optional.empty(), Language.RU);
    }

    public StarOrder ordered(User buyer, StarPackage wanted) {
        return ((OrderStars.Outcome.Ordered) order.order(buyer.id(), wanted)).order();
    }

    /** What Telegram asks before this order is paid. */
    public static CheckStarOrder.Question question(User payer, StarOrder order) {
        return new CheckStarOrder.Question(
                payer.chat(),
                CheckStarOrder.CURRENCY,
                order.stars(),
                order.payload().text());
    }

    public static StarCharge charge(int stars) {
        return new StarCharge("stx-" + UUID.randomUUID(), stars);
    }

    public TakeStarPayment.Outcome.Credited paid(User buyer, StarOrder order) {
        return (TakeStarPayment.Outcome.Credited)
                take.take(buyer.id(), charge(order.stars()), order.payload().text());
    }

    /** A code for anybody, once each, from now on. */
    public PromoCode code(PromoCode.Benefit benefit) {
        return code(benefit, ONCE, Optional.empty());
    }

    public PromoCode code(PromoCode.Benefit benefit, PromoCode.Limits limits, Optional<Duration> length) {
        var window = new PromoCode.Window(clock.instant(), length.map(clock.instant()::plus));
        var word = "CODE-" + UUID.randomUUID().toString().substring(0, 18);
        return ((CreatePromoCode.Outcome.Created) create.create(word, benefit, limits, window)).code();
    }

    public long free(UserId owner) {
        return stores.wallets().of(owner).free().amount();
    }

    public StarPayment now(StarPayment payment) {
        return stores.payments().find(payment.id()).orElseThrow();
    }
}
