package app.aisha.adapters.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.adapters.postgres.LedgerOperation.GiveBack;
import app.aisha.core.account.Language;
import app.aisha.core.account.UsersContract;
import app.aisha.core.wallet.Account;
import app.aisha.core.wallet.Balance;
import app.aisha.core.wallet.Credits;
import app.aisha.core.wallet.InMemoryWallets;
import app.aisha.core.wallet.Wallets;
import app.aisha.core.wallet.Wallets.Booked;
import app.aisha.core.wallet.Wallets.Holding;
import app.aisha.core.wallet.Wallets.Refunding;
import app.aisha.core.wallet.Wallets.Settlement;
import app.aisha.core.work.SettableClock;
import app.aisha.core.work.TimeOrderedIds;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Whatever many do to a few wallets at once, the ledger answers as if it had been done one after the other. The version in an
 * outcome says in which order; done again in that order to a model that knows no threads, everything has to be the same.
 */
class LedgerPropertyTest {

    private static final int OPERATIONS = Boolean.getBoolean("aisha.long") ? 100_000 : 10_000;
    private static final int THREADS = 8;
    private static final int PEOPLE = 5;
    private static final Credits GIFT = new Credits(50);
    private static final InstantSource CLOCK = new SettableClock();

    private final long seed = new Random().nextLong();
    private final TimeOrderedIds ids = new TimeOrderedIds(CLOCK);

    /** An operation, what it answered and the version of the wallet that it saw or made. */
    private record Witnessed(LedgerOperation operation, Object outcome, long version) {

        /** A change comes before all that saw it. */
        static final Comparator<Witnessed> IN_ORDER =
                Comparator.comparingLong(Witnessed::version).thenComparing(it -> !it.isChange());

        boolean isChange() {
            return outcome instanceof Holding.Held
                    || outcome instanceof Settlement.Settled
                    || outcome instanceof Refunding.Refunded
                    || outcome instanceof Booked.Done;
        }
    }

    /** An instance of the program. */
    private record Instance(Pool pool, Wallets wallets) {}

    @Test
    void whatManyDoAtOnceIsWhatTheModelDoesInTurn() throws Exception {
        var database = TestDatabase.migrated();
        try (var one = Pool.of(database, THREADS);
                var other = Pool.of(database, THREADS)) {
            var customers = customers(one);

            var witnessed = run(List.of(instance(one), instance(other)), customers);

            var model = new InMemoryWallets(ids, CLOCK, GIFT);
            replayed(witnessed, model);
            sameInTheEnd(one, customers, model);
            assertThat(new PostgresLedgerInspector(one.database(), CLOCK, List.of())
                            .whole()
                            .findings())
                    .as("seed %d", seed)
                    .isEmpty();
            assertThat(witnessed.stream().map(it -> it.outcome().getClass()).distinct())
                    .as("kinds of outcomes with seed %d", seed)
                    .hasSize(12);
        }
    }

    private List<LedgerCustomer> customers(Pool pool) {
        var users = new PostgresUsers(pool.database(), ids, ZoneId.of("UTC"));
        return Stream.generate(() -> users.welcome(UsersContract.someChat(), "Somebody", Optional.empty(), Language.RU))
                .limit(PEOPLE)
                .map(user -> new LedgerCustomer(user.id()))
                .toList();
    }

    private Instance instance(Pool pool) {
        return new Instance(pool, new PostgresWallets(pool.database(), ids, CLOCK, GIFT));
    }

    private List<Witnessed> run(List<Instance> instances, List<LedgerCustomer> customers) throws Exception {
        try (var threads = Executors.newFixedThreadPool(THREADS)) {
            var work = new ArrayList<Callable<List<Witnessed>>>();
            for (var thread = 0; thread < THREADS; thread++) {
                var random = new Random(seed + thread);
                work.add(() -> Stream.generate(() -> step(
                                instances.get(random.nextInt(instances.size())),
                                customers.get(random.nextInt(PEOPLE)),
                                random))
                        .limit(OPERATIONS / THREADS)
                        .toList());
            }
            var all = new ArrayList<Witnessed>();
            for (var done : threads.invokeAll(work)) {
                all.addAll(done.get());
            }
            return all;
        }
    }

    private static Witnessed step(Instance instance, LedgerCustomer customer, Random random) {
        var operation = customer.next(random);
        var witnessed = operation instanceof GiveBack ? withVersion(operation, instance) : done(operation, instance);
        if (operation instanceof LedgerOperation.Open(var hold) && witnessed.outcome() instanceof Holding.Held) {
            customer.knows(hold);
        }
        return witnessed;
    }

    private static Witnessed done(LedgerOperation operation, Instance instance) {
        var outcome = operation.on(instance.wallets());
        return new Witnessed(operation, outcome, balance(outcome).version());
    }

    /** A refund that is too much tells no version; nobody else changes the wallet until the transaction ends. */
    private static Witnessed withVersion(LedgerOperation operation, Instance instance) {
        return instance.pool()
                .database()
                .call(() -> new Witnessed(
                        operation,
                        operation.on(instance.wallets()),
                        instance.wallets().of(operation.owner()).version()));
    }

    private static Balance balance(Object outcome) {
        return switch (outcome) {
            case Balance seen -> seen;
            case Holding holding -> holding.balance();
            case Settlement settlement -> settlement.balance();
            case Booked booked -> booked.balance();
            default -> throw new AssertionError("No balance in " + outcome);
        };
    }

    private void replayed(List<Witnessed> witnessed, InMemoryWallets model) {
        for (var it : witnessed.stream().sorted(Witnessed.IN_ORDER).toList()) {
            assertThat(it.operation().on(model))
                    .as("%s at version %d with seed %d", it.operation(), it.version(), seed)
                    .isEqualTo(it.outcome());
        }
    }

    private void sameInTheEnd(Pool pool, List<LedgerCustomer> customers, InMemoryWallets model) {
        var wallets = instance(pool).wallets();
        var receipts = new PostgresReceipts(pool.database());
        for (var customer : customers.stream().map(LedgerCustomer::id).toList()) {
            assertThat(wallets.of(customer)).as("seed %d", seed).isEqualTo(model.of(customer));
            assertThat(receipts.page(customer, OptionalLong.empty(), OPERATIONS))
                    .as("seed %d", seed)
                    .isEqualTo(model.page(customer, OptionalLong.empty(), OPERATIONS));
        }
        for (var account : Account.values()) {
            assertThat(total(pool, account))
                    .as("%s with seed %d", account, seed)
                    .isEqualTo(model.total(account));
        }
    }

    private static long total(Pool pool, Account account) {
        return JdbcClient.create(pool.connections())
                .sql("SELECT coalesce(sum(amount), 0)::bigint FROM ledger_entries WHERE account::text = ?")
                .param(account.name().toLowerCase(Locale.ROOT))
                .query(Long.class)
                .single();
    }
}
