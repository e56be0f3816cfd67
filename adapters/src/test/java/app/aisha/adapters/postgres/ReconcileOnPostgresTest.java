package app.aisha.adapters.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.bot.wire.Notices;
import app.aisha.core.account.Language;
import app.aisha.core.account.UsersContract;
import app.aisha.core.wallet.Finding;
import app.aisha.core.wallet.LedgerNotice;
import app.aisha.core.wallet.ReconcileLedger;
import app.aisha.core.wallet.ReconcileLedger.Depth;
import app.aisha.core.wallet.ReconcileLedger.Outcome;
import app.aisha.core.work.TimeOrderedIds;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The reconciliation as the program runs it, from the damage to the message in the outbox. */
class ReconcileOnPostgresTest {

    @Test
    void anAdminIsToldOnceHoweverManyCheckAtOnceAndNothingIsRepaired() throws Exception {
        try (var house = new CountingHouse();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var ids = new TimeOrderedIds(house.clock);
            var users = new PostgresUsers(house.database, ids, ZoneId.of("UTC"));
            var chat = UsersContract.someChat();
            users.welcome(chat, "Admin", Optional.empty(), Language.RU);
            var findings = new PostgresLedgerFindings(house.database, ids);
            var reconcileLedger = new ReconcileLedger(
                    house.inspector,
                    findings,
                    users,
                    Set.of(chat),
                    new PostgresOutbox(house.database, new Notices(List.of(LedgerNotice.class)), () -> {}),
                    house.database,
                    house.clock);
            house.working(house.someone(), 5);
            assertThat(reconcileLedger.reconcile(Depth.WHOLE)).isEqualTo(new Outcome.Checked(List.of(), List.of()));
            house.client.sql("UPDATE scheduled_tasks SET task_name = 'lost'").update();

            Callable<Outcome> check = () -> reconcileLedger.reconcile(Depth.RECENT);
            threads.invokeAll(Stream.generate(() -> check).limit(8).toList());
            reconcileLedger.reconcile(Depth.WHOLE);

            assertThat(findings.present())
                    .extracting(known -> known.finding().kind())
                    .containsExactly(Finding.Kind.HOLD_WITHOUT_JOB);
            assertThat(notices(house)).isEqualTo(1);

            house.client
                    .sql("UPDATE scheduled_tasks SET task_name = ?")
                    .param(CountingHouse.JOB)
                    .update();
            reconcileLedger.reconcile(Depth.RECENT);

            assertThat(findings.present()).isEmpty();
            assertThat(notices(house)).isEqualTo(1);
        }
    }

    private static int notices(CountingHouse house) {
        return house.client
                .sql("SELECT count(*) FROM outbox WHERE notice LIKE 'LedgerNotice.Found:%'")
                .query(Integer.class)
                .single();
    }
}
