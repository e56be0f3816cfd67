package app.aisha.adapters.postgres;

import app.aisha.core.account.UserId;
import app.aisha.core.privacy.PersonalPapers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the tables hold of a person, row by row as JSON. The words of finished transcripts, which are long, are not among them:
 * they are read one by one elsewhere. Nor are updates that could not be handled: of what is no JSON nobody can say for sure whose
 * it is.
 */
public final class PostgresPersonalPapers implements PersonalPapers {

    private static final String UNFINISHED_WORDS = """
        SELECT to_jsonb(t) AS line FROM transcript_pieces t JOIN user_transcripts ON user_transcripts.id = t.transcript_id
        WHERE user_id = ? AND status <> 'ready' ORDER BY transcript_id, position
        """;

    private static final String RECEIPTS = """
        SELECT to_jsonb(t) || jsonb_build_object('change', coalesce(entry.amount, 0)) AS line
        FROM ledger_transactions t JOIN wallets ON wallets.id = t.wallet_id
        LEFT JOIN ledger_entries entry ON entry.transaction_id = t.id AND entry.account = 'user'
        WHERE wallets.user_id = ? ORDER BY t.number
        """;

    private static final String SET_ASIDE = """
        SELECT to_jsonb(t) AS line FROM holds t JOIN wallets ON wallets.id = t.wallet_id
        WHERE user_id = ? ORDER BY t.id
        """;

    private static final String PROMO_CODES = """
        SELECT to_jsonb(t) || jsonb_build_object('code', code) AS line
        FROM promo_redemptions t JOIN promo_codes ON promo_codes.id = t.code_id WHERE user_id = ? ORDER BY t.id
        """;

    private static final String MESSAGES = """
        SELECT jsonb_build_object('received_at', t.received_at, 'update', t.json) AS line
        FROM telegram_updates t JOIN users ON users.id = ?
        WHERE position(users.chat_id::text IN t.json) > 0 AND is_done_by(users.chat_id, t.json)
        ORDER BY t.update_id
        """;

    private static final Map<String, String> SHEETS = all();

    private final PostgresDatabase database;

    public PostgresPersonalPapers(PostgresDatabase database) {
        this.database = database;
    }

    private static Map<String, String> all() {
        var sheets = new LinkedHashMap<String, String>();
        sheets.put("profile", "SELECT to_jsonb(t) AS line FROM users t WHERE id = ?");
        sheets.put("recordings", of("user_transcripts", "to_jsonb(t) - 'wording'", "id"));
        sheets.put("words-of-unfinished-recordings", UNFINISHED_WORDS);
        sheets.put("documents", of("transcript_digests", "to_jsonb(t)", "id"));
        sheets.put("searches", of("transcript_searches", "to_jsonb(t)", "number"));
        sheets.put("avatars", of("avatars", "to_jsonb(t)", "id"));
        sheets.put("avatar-photos", of("avatar_photos", "to_jsonb(t)", "id"));
        sheets.put("picture-orders", of("picture_orders", "to_jsonb(t)", "id"));
        sheets.put("pictures", of("pictures", "to_jsonb(t)", "id"));
        sheets.put("balance", of("wallets", "to_jsonb(t)", "id"));
        sheets.put("receipts", RECEIPTS);
        sheets.put("set-aside", SET_ASIDE);
        sheets.put("quotes", of("quotes", "to_jsonb(t)", "id"));
        sheets.put("payments", of("star_payments", "to_jsonb(t) - 'ordered_by'", "id"));
        sheets.put("invoices", of("star_orders", "to_jsonb(t)", "id"));
        sheets.put("promo-codes", PROMO_CODES);
        sheets.put("notices", of("outbox", "to_jsonb(t)", "id"));
        sheets.put("done-by-administrators", of("audit_log", "to_jsonb(t) - 'admin_chat' - 'operator'", "id"));
        sheets.put("proposed-by-administrators", of("proposals", "to_jsonb(t) - 'admin_chat'", "id"));
        sheets.put("messages-as-they-came", MESSAGES);
        return sheets;
    }

    private static String of(String table, String line, String order) {
        return "SELECT %s AS line FROM %s t WHERE user_id = ? ORDER BY %s".formatted(line, table, order);
    }

    @Override
    public List<String> sheets() {
        return List.copyOf(SHEETS.keySet());
    }

    @Override
    public List<String> rows(UserId person, String sheet, int from, int most) {
        var query = SHEETS.get(sheet);
        if (query == null) {
            throw new IllegalArgumentException("There is no sheet " + sheet);
        }
        return database.dsl()
                .resultQuery(
                        "SELECT jsonb_strip_nulls(line)::text FROM (" + query + " OFFSET ? LIMIT ?) found",
                        person.value(),
                        from,
                        most)
                .fetch(row -> row.get(0, String.class));
    }
}
