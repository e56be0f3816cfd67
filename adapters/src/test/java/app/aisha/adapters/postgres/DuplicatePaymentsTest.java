package app.aisha.adapters.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.adapters.embedded.TestPostgres;
import app.aisha.core.account.User;
import app.aisha.core.payment.Market;
import app.aisha.core.payment.PaymentNotice;
import app.aisha.core.payment.PromoCode;
import app.aisha.core.payment.RedeemPromoCode;
import app.aisha.core.payment.StarCharge;
import app.aisha.core.payment.TakeStarPayment;
import app.aisha.core.wallet.Credits;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two instances on one database, eight threads. */
class DuplicatePaymentsTest {

    private static final int DELIVERIES = Boolean.getBoolean("aisha.long") ? 10_000 : 1_000;
    private static final int THREADS = 8;
    private static final long SEED = 20_261_125;

    private static final TestPostgres.Database DATABASE = migrated();
    private static final HikariDataSource ONE = pool();
    private static final HikariDataSource OTHER = pool();

    private final List<Market> instances = Stream.of(ONE, OTHER)
            .map(pool -> PostgresMarket.over(new PostgresDatabase(pool)))
            .toList();

    private static TestPostgres.Database migrated() {
        var database = TestPostgres.freshDatabase();
        Migrations.apply(database.dataSource());
        return database;
    }

    private static HikariDataSource pool() {
        var config = new HikariConfig();
        config.setJdbcUrl(DATABASE.jdbcUrl());
        config.setUsername(DATABASE.user());
        config.setPassword(DATABASE.password());
        config.setMaximumPoolSize(THREADS);
        return new HikariDataSource(config);
    }

    @AfterAll
    static void close() {
        ONE.close();
        OTHER.close();
    }

    /** A payment that comes about ten times. */
    private record Delivery(User buyer, StarCharge charge, String payload) {}

    @Test
    void everyPaymentIsCreditedOnceHoweverOftenAndToWhomeverItIsDelivered() throws InterruptedException {
        var random = new Random(SEED);
        var buyers =
                Stream.generate(() -> instances.getFirst().someone()).limit(20).toList();
        var payments = IntStream.range(0, DELIVERIES / 10)
                .mapToObj(number -> aPayment(buyers.get(number % buyers.size()), number))
                .toList();
        var deliveries = new ArrayList<Delivery>();
        for (var i = 0; i < 10; i++) {
            deliveries.addAll(payments);
        }
        Collections.shuffle(deliveries, random);

        var outcomes = together(deliveries.stream()
                .<Callable<TakeStarPayment.Outcome>>map(delivery -> {
                    var instance = instances.get(random.nextInt(instances.size()));
                    return () -> instance.take.take(delivery.buyer().id(), delivery.charge(), delivery.payload());
                })
                .toList());

        assertThat(outcomes)
                .filteredOn(TakeStarPayment.Outcome.Credited.class::isInstance)
                .hasSize(payments.size());
        assertThat(buyers.stream()
                        .mapToLong(buyer -> instances.getFirst().free(buyer.id()))
                        .sum())
                .isEqualTo(creditedTo(payments.size()));
        assertThat(instances.stream()
                        .mapToInt(instance ->
                                instance.outbox.posted(PaymentNotice.Paid.class).size())
                        .sum())
                .isEqualTo(payments.size());
        theLedgerAddsUp();
        System.out.printf(
                "%d deliveries of %d payments, seed %d, %d threads, 2 instances%n",
                deliveries.size(), payments.size(), SEED, THREADS);
    }

    /** Every third order is gone when it is paid. */
    private Delivery aPayment(User buyer, int number) {
        var order = instances.getFirst().ordered(buyer, number % 2 == 0 ? Market.SMALL : Market.LARGE);
        if (number % 3 == 0) {
            client().sql("DELETE FROM star_orders WHERE id = ?")
                    .param(order.id().value())
                    .update();
        }
        return new Delivery(buyer, Market.charge(order.stars()), order.payload().text());
    }

    private static long creditedTo(int payments) {
        return IntStream.range(0, payments)
                .mapToLong(number -> number % 2 == 0 ? 100 : 300)
                .sum();
    }

    @Test
    void aCodeForNIsUsedNTimes() throws InterruptedException {
        var limit = 25;
        var code = instances
                .getFirst()
                .code(
                        new PromoCode.Benefit.Balance(new Credits(4)),
                        new PromoCode.Limits(OptionalInt.of(limit), 2),
                        Optional.empty());
        var people =
                Stream.generate(() -> instances.getFirst().someone()).limit(20).toList();

        var outcomes = together(IntStream.range(0, 200)
                .<Callable<RedeemPromoCode.Outcome>>mapToObj(number -> {
                    var user = people.get(number % people.size()).id();
                    var instance = instances.get(number / people.size() % 2);
                    return () -> instance.redeem.redeem(user, code.code());
                })
                .toList());

        assertThat(outcomes)
                .filteredOn(RedeemPromoCode.Outcome.Credited.class::isInstance)
                .hasSize(limit);
        assertThat(people.stream().mapToLong(user -> instances.getFirst().free(user.id())))
                .allMatch(credits -> credits <= 8);
        assertThat(instances.getFirst().stores.codes().find(code.id()).map(PromoCode::uses))
                .contains(limit);
        theLedgerAddsUp();
    }

    @Test
    void aPromoCodeIsConsumedByOneOfManyPaymentsAtOnce() throws InterruptedException {
        for (var round = 0; round < 10; round++) {
            var buyer = instances.getFirst().someone();
            instances
                    .getFirst()
                    .redeem
                    .redeem(
                            buyer.id(),
                            instances
                                    .getFirst()
                                    .code(new PromoCode.Benefit.Bonus(50))
                                    .code());
            var orders = Stream.generate(() -> instances.getFirst().ordered(buyer, Market.SMALL))
                    .limit(THREADS)
                    .toList();

            together(IntStream.range(0, THREADS)
                    .<Callable<TakeStarPayment.Outcome>>mapToObj(
                            number -> () -> instances.get(number % 2).paid(buyer, orders.get(number)))
                    .toList());

            assertThat(instances.getFirst().free(buyer.id())).isEqualTo(THREADS * 100 + 50);
        }
        theLedgerAddsUp();
    }

    private static <T> List<T> together(List<Callable<T>> calls) throws InterruptedException {
        try (var threads = Executors.newFixedThreadPool(THREADS)) {
            return threads.invokeAll(calls).stream().map(Future::resultNow).toList();
        }
    }

    private static JdbcClient client() {
        return JdbcClient.create(ONE);
    }

    private static void theLedgerAddsUp() {
        assertThat(client().sql("SELECT coalesce(sum(amount), 0) FROM ledger_entries")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(client().sql("""
            SELECT count(*) FROM wallets WHERE free <> (
                SELECT coalesce(sum(amount), 0) FROM ledger_entries
                WHERE wallet_id = wallets.id AND account = 'user')\
            """).query(Integer.class).single()).isZero();
        assertThat(client().sql("""
            SELECT count(*) FROM star_payments WHERE credits + bonus <> (
                SELECT sum(amount) FROM ledger_entries
                JOIN ledger_transactions ON ledger_transactions.id = transaction_id
                WHERE idempotency_key IN ('stars:' || charge, 'bonus:' || charge) AND account = 'user')\
            """).query(Integer.class).single()).isZero();
    }
}
