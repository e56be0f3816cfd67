package app.aisha.adapters.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.aisha.core.account.Language;
import app.aisha.core.account.UserId;
import app.aisha.core.account.UsersContract;
import app.aisha.core.wallet.Credits;
import app.aisha.core.wallet.WalletExamples;
import app.aisha.core.work.TimeOrderedIds;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the database itself refuses, whoever asks for it. */
class LedgerRulesTest {

    private static final PostgresDatabase DATABASE = TestDatabase.open();

    private final JdbcClient client = JdbcClient.create(DATABASE.joined());
    private final TimeOrderedIds ids = new TimeOrderedIds(InstantSource.system());
    private final PostgresWallets wallets =
            new PostgresWallets(DATABASE, ids, InstantSource.system(), new Credits(100));
    private final UserId owner = newcomer();
    private final UUID wallet = walletOf(owner);

    /** As a row of its table: the account and what it gains. */
    private record Line(String account, long amount) {}

    @BeforeEach
    void aTransactionInOrderIsTaken() {
        book(2, 105, line("promo", -5), line("user", 5));

        assertThat(wallets.of(owner)).isEqualTo(WalletExamples.balance(105, 0, 2));
    }

    @Test
    void entriesThatDoNotAddUp() {
        refused("add up to 1", () -> book(3, 111, line("promo", -5), line("user", 6)));
    }

    @Test
    void aTransactionOfOneEntry() {
        refused("has 1 entries", () -> book(3, 111, line("user", 6)));
    }

    @Test
    void aTransactionWithoutEntries() {
        refused("has 0 entries", () -> transaction(UUID.randomUUID(), 3, 105));
    }

    @Test
    void anEntryThatComesLate() {
        refused("does not follow its wallet", () -> entries(latest(), wallet, line("gift", 1)));
    }

    @Test
    void lateEntriesThatAddUp() {
        refused("does not follow its wallet", () -> entries(latest(), wallet, line("gift", 1), line("admin", -1)));
        refused("does not follow its wallet", () -> entries(eldest(), wallet, line("stars", 1), line("admin", -1)));
    }

    @Test
    void anEntryForAnothersWallet() {
        var other = walletOf(newcomer());

        refused("does not follow its wallet", () -> {
            var id = UUID.randomUUID();
            transaction(id, 3, 105);
            entries(id, other, line("promo", -5), line("user", 5));
        });
    }

    @Test
    void halfOfATransferInAnothersWallet() {
        var other = walletOf(newcomer());

        refused("does not follow its wallet", () -> {
            var id = UUID.randomUUID();
            transaction(id, 3, 100);
            entries(id, wallet, line("user", -5));
            entries(id, other, line("escrow", 5));
        });
    }

    @Test
    void aNumberThatIsNotTheNext() {
        refused("does not follow its wallet", () -> book(4, 110, line("promo", -5), line("user", 5)));
        refused("ledger_transactions_wallet_id_number_key", () -> book(2, 110, line("promo", -5), line("user", 5)));
    }

    @Test
    void aBalanceThatDoesNotContinueTheOneBefore() {
        refused("does not follow its wallet", () -> book(3, 111, line("promo", -5), line("user", 5)));
    }

    @Test
    void moreThanIsFree() {
        refused("nobody_owes_credits", () -> book(3, 0, line("user", -106), line("admin", 106)));
        refused("free_after", () -> book(3, -1, line("user", -106), line("admin", 106)));
    }

    @Test
    void moreThanIsHeld() {
        refused("nobody_owes_credits", () -> book(3, 106, line("escrow", -1), line("user", 1)));
    }

    @Test
    void theSameKeyTwice() {
        refused("idempotency_key", () -> client.sql("""
            INSERT INTO ledger_transactions
            SELECT gen_random_uuid(), wallet_id, 3, kind, idempotency_key, NULL, note, free_after, created_at
            FROM ledger_transactions WHERE id = ?\
            """).param(latest()).update());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE ledger_transactions SET note = 'other'",
                "UPDATE ledger_entries SET amount = amount * 2",
                "DELETE FROM ledger_entries",
                "DELETE FROM ledger_transactions",
                "TRUNCATE ledger_entries",
                "TRUNCATE ledger_transactions CASCADE",
                "TRUNCATE wallets CASCADE",
                "TRUNCATE holds CASCADE"
            })
    void whateverWouldChangeThePast(String statement) {
        refused("append-only", () -> client.sql(statement).update());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE holds SET charged = 31, status = 'captured', ended_at = now()",
                "UPDATE holds SET charged = 0, status = 'captured', ended_at = now()",
                "UPDATE holds SET charged = 1",
                "UPDATE holds SET refunded = 1",
                "UPDATE holds SET status = 'voided'",
                "UPDATE holds SET ended_at = now()",
                "UPDATE holds SET amount = 0"
            })
    void aHoldThatContradictsItself(String statement) {
        var hold = WalletExamples.hold(owner, 30);
        wallets.hold(hold);

        refused(
                "check constraint",
                () -> client.sql(statement + " WHERE id = ?")
                        .param(hold.id().value())
                        .update());
    }

    @Test
    void aSecondOpenHoldForTheSameWork() {
        var hold = WalletExamples.hold(owner, 30);
        wallets.hold(hold);

        refused("ix_holds_open", () -> wallets.hold(WalletExamples.hold(owner, 5, UUID.randomUUID(), hold.purpose())));
    }

    /** The ledger outlives the people. */
    @Test
    void aPersonCanGoAndTheirLedgerStays() {
        client.sql("DELETE FROM users WHERE id = ?").param(owner.value()).update();

        assertThat(client.sql("SELECT count(*) FROM ledger_transactions WHERE wallet_id = ?")
                        .param(wallet)
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    private void refused(String why, Runnable attempt) {
        assertThatThrownBy(() -> DATABASE.run(attempt)).rootCause().hasMessageContaining(why);
        assertThat(wallets.of(owner).version()).isBetween(2L, 3L);
    }

    private UserId newcomer() {
        return new PostgresUsers(DATABASE, ids, ZoneId.of("UTC"))
                .welcome(UsersContract.someChat(), "Somebody", Optional.empty(), Language.RU)
                .id();
    }

    private UUID walletOf(UserId person) {
        wallets.of(person);
        return client.sql("SELECT id FROM wallets WHERE user_id = ?")
                .param(person.value())
                .query(UUID.class)
                .single();
    }

    private void book(long number, long freeAfter, Line... lines) {
        DATABASE.run(() -> {
            var id = UUID.randomUUID();
            transaction(id, number, freeAfter);
            entries(id, wallet, lines);
        });
    }

    private void transaction(UUID id, long number, long freeAfter) {
        client.sql("INSERT INTO ledger_transactions VALUES (?, ?, ?, 'promo', ?, NULL, '', ?, now())")
                .params(List.of(id, wallet, number, id.toString(), freeAfter))
                .update();
    }

    private void entries(UUID transaction, UUID owned, Line... lines) {
        var rows = String.join(", ", Collections.nCopies(lines.length, "(?, ?::ledgeraccount, ?, ?)"));
        var values = new ArrayList<Object>();
        for (var line : lines) {
            values.addAll(List.of(transaction, line.account(), owned, line.amount()));
        }
        client.sql("INSERT INTO ledger_entries VALUES " + rows).params(values).update();
    }

    private static Line line(String account, long amount) {
        return new Line(account, amount);
    }

    private UUID latest() {
        return numbered(2);
    }

    private UUID eldest() {
        return numbered(1);
    }

    private UUID numbered(long number) {
        return client.sql("SELECT id FROM ledger_transactions WHERE wallet_id = ? AND number = ?")
                .params(List.of(wallet, number))
                .query(UUID.class)
                .single();
    }
}
