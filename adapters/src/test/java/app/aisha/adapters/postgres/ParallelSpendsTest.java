package app.aisha.adapters.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.core.account.Language;
import app.aisha.core.account.UsersContract;
import app.aisha.core.wallet.Credits;
import app.aisha.core.wallet.WalletExamples;
import app.aisha.core.wallet.Wallets.Ending;
import app.aisha.core.wallet.Wallets.Holding;
import app.aisha.core.work.TimeOrderedIds;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A thousand hands in one purse. */
class ParallelSpendsTest {

    private static final int SPENDS = 1_000;

    @Test
    void aBalanceIsSpentToTheLastCreditThatAffordsSomethingAndNoFurther() throws Exception {
        var database = TestDatabase.migrated();
        try (var one = Pool.of(database, 8);
                var other = Pool.of(database, 8)) {
            var ids = new TimeOrderedIds(InstantSource.system());
            var owner = new PostgresUsers(one.database(), ids, ZoneId.of("UTC"))
                    .welcome(UsersContract.someChat(), "Somebody", Optional.empty(), Language.RU)
                    .id();
            var instances = List.of(one, other).stream()
                    .map(pool -> new PostgresWallets(pool.database(), ids, InstantSource.system(), new Credits(2_000)))
                    .toList();
            var spends = IntStream.range(0, SPENDS)
                    .<Callable<Holding>>mapToObj(number -> () -> {
                        var wallets = instances.get(number % 2);
                        var hold = WalletExamples.hold(owner, 3);
                        var holding = wallets.hold(hold);
                        if (holding instanceof Holding.Held) {
                            wallets.settle(hold.id(), new Ending.Capture(hold.amount()));
                        }
                        return holding;
                    })
                    .toList();

            List<Holding> outcomes;
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                outcomes = threads.invokeAll(spends).stream()
                        .map(Future::resultNow)
                        .toList();
            }

            assertThat(outcomes.stream().filter(Holding.Held.class::isInstance)).hasSize(666);
            assertThat(outcomes.stream().filter(Holding.TooPoor.class::isInstance))
                    .hasSize(334);
            assertThat(instances.getFirst().of(owner)).isEqualTo(WalletExamples.balance(2, 0, 1 + 2 * 666));
        }
    }
}
