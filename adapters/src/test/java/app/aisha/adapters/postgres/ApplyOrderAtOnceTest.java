package app.aisha.adapters.postgres;

import static app.aisha.adapters.postgres.generated.Tables.AUDIT_LOG;
import static app.aisha.adapters.postgres.generated.Tables.LEDGER_TRANSACTIONS;
import static app.aisha.adapters.postgres.generated.Tables.OUTBOX;
import static app.aisha.adapters.postgres.generated.Tables.WALLETS;
import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.bot.wire.Notices;
import app.aisha.core.account.Language;
import app.aisha.core.account.UserId;
import app.aisha.core.account.UsersContract;
import app.aisha.core.admin.Actor;
import app.aisha.core.admin.AdminNotice;
import app.aisha.core.admin.ApplyOrder;
import app.aisha.core.admin.ApplyOrder.Outcome;
import app.aisha.core.admin.MoveCredits;
import app.aisha.core.admin.Order;
import app.aisha.core.admin.OrderId;
import app.aisha.core.admin.Reason;
import app.aisha.core.payment.RefundStars;
import app.aisha.core.payment.TakeBackCredits;
import app.aisha.core.wallet.Credits;
import app.aisha.core.work.RecordedJobs;
import app.aisha.core.work.TimeOrderedIds;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** Orders on the real ledger. */
class ApplyOrderAtOnceTest {

    private static final Actor ROOT = new Actor.Operator("root");

    private final PostgresDatabase database = TestDatabase.open();
    private final TimeOrderedIds ids = new TimeOrderedIds(InstantSource.system());
    private final PostgresUsers users = new PostgresUsers(database, ids, ZoneId.of("UTC"));
    private final PostgresWallets wallets = new PostgresWallets(database, ids, InstantSource.system(), new Credits(20));
    private final PostgresReceipts receipts = new PostgresReceipts(database);
    private final ApplyOrder applyOrder = new ApplyOrder(
            new MoveCredits(
                    wallets,
                    receipts,
                    new RefundStars(
                            new PostgresStarPayments(database),
                            new TakeBackCredits(wallets, receipts),
                            new RecordedJobs(),
                            database)),
            users,
            new PostgresAuditLog(database),
            new PostgresOutbox(database, new Notices(List.of(AdminNotice.class)), () -> {}),
            database,
            InstantSource.system());
    private final UserId dilnara = users.welcome(UsersContract.someChat(), "Dilnara", Optional.empty(), Language.RU)
            .id();
    private final Order grant = new Order.GrantCredits(dilnara, new Credits(50), new Reason("lost recording"));

    private int rows() {
        return database.dsl().fetchCount(AUDIT_LOG)
                + database.dsl().fetchCount(LEDGER_TRANSACTIONS)
                + database.dsl().fetchCount(OUTBOX)
                + database.dsl().fetchCount(WALLETS);
    }

    @Test
    void aRehearsalLeavesNoRowAndOpensNoWallet() {
        var outcome = applyOrder.rehearse(new OrderId(ids.next()), ROOT, grant);

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Applied.class,
                        applied -> assertThat(applied.after()).isEqualTo(new Credits(70)));
        assertThat(rows()).isZero();
    }

    @Test
    void ofManyRunsOfOneOrderAtOnceOneCounts() throws Exception {
        var id = new OrderId(ids.next());
        List<Callable<Outcome>> runs = Collections.nCopies(8, () -> applyOrder.apply(id, ROOT, grant));

        var outcomes = new ArrayList<Outcome>();
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (var run : threads.invokeAll(runs)) {
                outcomes.add(run.get());
            }
        }

        assertThat(outcomes).filteredOn(Outcome.Applied.class::isInstance).hasSize(1);
        assertThat(outcomes)
                .filteredOn(Outcome.AppliedAlready.class::isInstance)
                .hasSize(7);
        assertThat(wallets.of(dilnara).free()).isEqualTo(new Credits(70));
        assertThat(database.dsl().fetchCount(AUDIT_LOG)).isEqualTo(1);
        assertThat(database.dsl().fetchCount(OUTBOX)).isEqualTo(1);
    }
}
