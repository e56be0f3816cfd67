package app.aisha.adapters.postgres;

import static app.aisha.adapters.postgres.generated.Tables.ERASURES;
import static app.aisha.adapters.postgres.generated.Tables.ERASURE_SALT;

import app.aisha.core.account.ChatId;
import java.security.GeneralSecurityException;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * Marks of chats in the table {@code erasures}: the same chat has the same mark. Only this program compares them. A mark does
 * not say the chat, but whoever has the database, and with it the salt, can try chats one by one; the rounds make that slow.
 */
final class Marks {

    private static final int ROUNDS = 20_000;
    private static final int BITS = 256;

    private final PostgresDatabase database;

    Marks(PostgresDatabase database) {
        this.database = database;
    }

    byte[] of(ChatId chat) {
        var salt = database.dsl().select(ERASURE_SALT.SALT).from(ERASURE_SALT).fetchSingle(ERASURE_SALT.SALT);
        var key = new PBEKeySpec(Long.toString(chat.value()).toCharArray(), salt, ROUNDS, BITS);
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(key)
                    .getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has PBKDF2", e);
        }
    }

    /** Whether somebody who was given the gift left from this chat before. */
    boolean isKnown(ChatId chat) {
        return database.dsl().fetchExists(ERASURES)
                && database.dsl()
                        .fetchExists(ERASURES, ERASURES.MARK.eq(of(chat)).and(ERASURES.HAD_GIFT));
    }
}
