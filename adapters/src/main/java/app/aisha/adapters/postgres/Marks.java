package app.aisha.adapters.postgres;

import static app.aisha.adapters.postgres.generated.Tables.ERASURE_SALT;
import static app.aisha.adapters.postgres.generated.Tables.MARKS;

import app.aisha.adapters.postgres.generated.tables.records.MarksRecord;
import app.aisha.core.account.ChatId;
import java.security.GeneralSecurityException;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Marks of chats whose people left, in the table {@code marks}: the same chat has the same mark. Only this program compares
 * them. A mark does not say the chat, but whoever has the database, and with it the salt, can try chats one by one; the rounds
 * make that slow.
 */
final class Marks {

    private static final int ROUNDS = 20_000;
    private static final int BITS = 256;

    /** Whoever has no wallet was given nothing, unless in an earlier life. */
    private static final String KEEP = """
        INSERT INTO marks (mark, had_gift)
        VALUES (?, coalesce(
            (SELECT came_back OR EXISTS (SELECT 1 FROM wallets WHERE user_id = users.id) FROM users WHERE id = ?), true))
        ON CONFLICT (mark) DO UPDATE SET had_gift = marks.had_gift OR excluded.had_gift
        """;

    /** Of codes that still hold: the others lead to the books, and are of no use to anybody. */
    private static final String KEEP_PROMO_USES = """
        INSERT INTO mark_promo_uses (mark, code_id, ordinal)
        SELECT ?, code_id, ordinal FROM promo_redemptions JOIN promo_codes ON promo_codes.id = code_id
        WHERE user_id = ? AND status <> 'dropped' AND ended_at IS NULL AND coalesce(valid_until > now(), true)
            AND coalesce(uses < total_limit, true)
        ON CONFLICT DO NOTHING
        """;

    private static final String BRING_BACK_PROMO_USES = """
        INSERT INTO promo_redemptions (id, code_id, user_id, ordinal, status, redeemed_at)
        SELECT gen_random_uuid(), code_id, ?, ordinal, 'lapsed', now() FROM mark_promo_uses WHERE mark = ?
        """;

    /** As the migration makes it; for a table that was lost and made anew. */
    private static final String SALT = """
        INSERT INTO erasure_salt (salt)
        SELECT decode(replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''), 'hex')
        WHERE NOT EXISTS (SELECT 1 FROM erasure_salt)
        """;

    private final PostgresDatabase database;

    Marks(PostgresDatabase database) {
        this.database = database;
    }

    /** Keeps the mark of who leaves, and how often they used which promo code. */
    void keep(ChatId chat, @Nullable UUID person) {
        var mark = of(chat);
        database.dsl().execute(KEEP, mark, person);
        database.dsl().execute(KEEP_PROMO_USES, mark, person);
    }

    /** The mark of who left from this chat before; computed only where somebody left. */
    Optional<MarksRecord> find(ChatId chat) {
        return database.dsl().fetchExists(MARKS)
                ? database.dsl().fetchOptional(MARKS, MARKS.MARK.eq(of(chat)))
                : Optional.empty();
    }

    void bringBackPromoUses(MarksRecord mark, UUID person) {
        database.dsl().execute(BRING_BACK_PROMO_USES, person, mark.getMark());
    }

    private byte[] of(ChatId chat) {
        var key = new PBEKeySpec(Long.toString(chat.value()).toCharArray(), salt(), ROUNDS, BITS);
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(key)
                    .getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has PBKDF2", e);
        }
    }

    private byte[] salt() {
        return known().orElseGet(() -> database.call(() -> {
            database.dsl().execute("LOCK TABLE erasure_salt IN SHARE ROW EXCLUSIVE MODE");
            database.dsl().execute(SALT);
            return known().orElseThrow();
        }));
    }

    private Optional<byte[]> known() {
        return database.dsl().select(ERASURE_SALT.SALT).from(ERASURE_SALT).fetchOptional(ERASURE_SALT.SALT);
    }
}
