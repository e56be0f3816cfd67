package app.aisha.adapters.postgres;

import app.aisha.adapters.embedded.TestPostgres;
import java.util.List;

/** What is wrong with a ledger. */
final class LedgerFindings {

    private static final String FINDINGS = """
        SELECT 'all entries add up to ' || sum(amount) FROM ledger_entries HAVING sum(amount) <> 0
        UNION ALL
        SELECT 'wallet ' || id FROM wallets
        WHERE (free, held) IS DISTINCT FROM (
            SELECT coalesce(sum(amount) FILTER (WHERE account = 'user'), 0),
                coalesce(sum(amount) FILTER (WHERE account = 'escrow'), 0)
            FROM ledger_entries WHERE wallet_id = wallets.id)
        UNION ALL
        SELECT 'hold ' || holds.id FROM holds LEFT JOIN user_transcripts ON hold_id = holds.id
        WHERE (holds.status = 'open') <> (user_transcripts.status = 'working') OR user_transcripts.id IS NULL
        """;

    private LedgerFindings() {}

    static List<String> of(TestPostgres.Database database) {
        return database.client()
                .sql(FINDINGS)
                .query((row, _) -> row.getString(1))
                .list();
    }
}
