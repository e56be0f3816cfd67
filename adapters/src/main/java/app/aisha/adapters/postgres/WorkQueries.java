package app.aisha.adapters.postgres;

import static app.aisha.adapters.postgres.LedgerQuery.Reach.ANY;
import static app.aisha.adapters.postgres.LedgerQuery.Reach.PRESENT;

import app.aisha.core.wallet.Finding.Kind;
import java.util.List;

/** Whether the holds of one kind agree with the work they are for. */
final class WorkQueries {

    private static final LedgerQuery HOLD_WITHOUT_WORK = new LedgerQuery(Kind.HOLD_WITHOUT_WORK, PRESENT, """
        SELECT hold.id AS subject, format('Hold %s of %s is open, and no %s %s is under way with it.',
            hold.id, hold.amount, hold.purpose, hold.subject) AS sentence
        FROM holds hold
        LEFT JOIN ({work}) work ON work.hold_id = hold.id AND work.subject = hold.subject AND work.under_way
        WHERE hold.status = 'open' AND hold.purpose = :purpose::purposekind AND work.subject IS NULL
        """);

    private static final LedgerQuery HOLD_WITHOUT_JOB = new LedgerQuery(Kind.HOLD_WITHOUT_JOB, PRESENT, """
        SELECT hold.id AS subject, format('Hold %s of %s is open, and no job carries %s %s on.',
            hold.id, hold.amount, hold.purpose, hold.subject) AS sentence
        FROM holds hold
        JOIN ({work}) work ON work.hold_id = hold.id AND work.subject = hold.subject AND work.under_way
        WHERE hold.status = 'open' AND hold.purpose = :purpose::purposekind AND NOT EXISTS (
            SELECT 1 FROM scheduled_tasks
            WHERE task_name IN (:jobs) AND task_instance = hold.subject::text)
        """);

    private static final LedgerQuery WORK_WITHOUT_HOLD = new LedgerQuery(Kind.WORK_WITHOUT_HOLD, PRESENT, """
        SELECT work.subject, format('%s %s is under way for %s; its hold %s is %s with %s.',
            :purpose, work.subject, work.amount, work.hold_id,
            coalesce(hold.status::text, 'missing'), coalesce(hold.amount, 0)) AS sentence
        FROM ({work}) work
        LEFT JOIN holds hold ON hold.id = work.hold_id
        WHERE work.under_way AND (hold.id IS NULL OR hold.status <> 'open' OR hold.amount <> work.amount)
        """);

    /** An open hold of work that is over is a hold without work. */
    private static final LedgerQuery OUTCOME_DIFFERS = new LedgerQuery(Kind.OUTCOME_DIFFERS, ANY, """
        SELECT work.subject, format('%s %s is over with %s charged; its hold %s is %s with %s charged.',
            :purpose, work.subject, work.charged, work.hold_id,
            coalesce(hold.status::text, 'missing'), coalesce(hold.charged, 0)) AS sentence
        FROM ({work}) work
        LEFT JOIN holds hold ON hold.id = work.hold_id
        WHERE {holds} AND NOT work.under_way AND (
            hold.id IS NULL OR (hold.status <> 'open' AND hold.charged <> work.charged))
        """);

    private static final List<LedgerQuery> ALL =
            List.of(HOLD_WITHOUT_WORK, HOLD_WITHOUT_JOB, WORK_WITHOUT_HOLD, OUTCOME_DIFFERS);

    private WorkQueries() {}

    /** The questions about this work. */
    static List<LedgerQuery> about(HeldWork held) {
        return ALL.stream()
                .map(query ->
                        new LedgerQuery(query.kind(), query.reach(), query.sql().replace("{work}", held.work())))
                .toList();
    }
}
