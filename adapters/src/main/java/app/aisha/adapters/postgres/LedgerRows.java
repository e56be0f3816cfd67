package app.aisha.adapters.postgres;

import static app.aisha.adapters.postgres.generated.Tables.LEDGER_ENTRIES;
import static app.aisha.adapters.postgres.generated.Tables.LEDGER_TRANSACTIONS;

import app.aisha.adapters.postgres.generated.enums.Ledgeraccount;
import app.aisha.adapters.postgres.generated.enums.Ledgerkind;
import app.aisha.core.wallet.Account;
import app.aisha.core.wallet.Balance;
import app.aisha.core.wallet.Credits;
import app.aisha.core.wallet.Entry;
import app.aisha.core.wallet.HoldId;
import app.aisha.core.wallet.Receipt;
import app.aisha.core.work.TimeOrderedIds;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jooq.impl.DSL;

/** Writes ledger transactions: a row that says what happened, and in one statement the entries that add up to zero. */
final class LedgerRows {

    private final PostgresDatabase database;
    private final TimeOrderedIds ids;
    private final InstantSource clock;

    LedgerRows(PostgresDatabase database, TimeOrderedIds ids, InstantSource clock) {
        this.database = database;
        this.ids = ids;
        this.clock = clock;
    }

    /** A ledger transaction to be written. */
    record Posting(Receipt.Kind kind, String key, List<Entry> entries, Optional<HoldId> hold, String note) {

        static Posting of(Receipt.Kind kind, String key, List<Entry> entries) {
            return new Posting(kind, key, entries, Optional.empty(), "");
        }

        Posting about(HoldId held) {
            return new Posting(kind, key, entries, Optional.of(held), note);
        }

        Posting saying(String words) {
            return new Posting(kind, key, entries, hold, words.replace("\0", ""));
        }
    }

    boolean has(String key) {
        return database.dsl().fetchExists(LEDGER_TRANSACTIONS, LEDGER_TRANSACTIONS.IDEMPOTENCY_KEY.eq(key));
    }

    /** The balance that the posting leads to. */
    Balance post(PostgresWallets.Locked wallet, Posting posting) {
        var id = ids.next();
        var before = wallet.balance();
        var after = new Balance(
                new Credits(before.free().amount() + sum(posting.entries(), Account.USER)),
                new Credits(before.held().amount() + sum(posting.entries(), Account.ESCROW)),
                before.version() + 1);
        database.dsl()
                .insertInto(LEDGER_TRANSACTIONS)
                .set(LEDGER_TRANSACTIONS.ID, id)
                .set(LEDGER_TRANSACTIONS.WALLET_ID, wallet.id())
                .set(LEDGER_TRANSACTIONS.NUMBER, after.version())
                .set(LEDGER_TRANSACTIONS.KIND, Objects.requireNonNull(Ledgerkind.lookupLiteral(lower(posting.kind()))))
                .set(LEDGER_TRANSACTIONS.IDEMPOTENCY_KEY, posting.key())
                .set(
                        LEDGER_TRANSACTIONS.HOLD_ID,
                        posting.hold().map(HoldId::value).orElse(null))
                .set(LEDGER_TRANSACTIONS.NOTE, posting.note())
                .set(LEDGER_TRANSACTIONS.FREE_AFTER, after.free().amount())
                .set(LEDGER_TRANSACTIONS.CREATED_AT, clock.instant().atOffset(ZoneOffset.UTC))
                .execute();
        database.dsl()
                .insertInto(
                        LEDGER_ENTRIES,
                        LEDGER_ENTRIES.TRANSACTION_ID,
                        LEDGER_ENTRIES.ACCOUNT,
                        LEDGER_ENTRIES.WALLET_ID,
                        LEDGER_ENTRIES.AMOUNT)
                .valuesOfRows(Entry.merged(posting.entries()).stream()
                        .map(entry -> DSL.row(id, account(entry.account()), wallet.id(), entry.amount()))
                        .toList())
                .execute();
        return after;
    }

    private static long sum(List<Entry> entries, Account account) {
        return entries.stream()
                .filter(entry -> entry.account() == account)
                .mapToLong(Entry::amount)
                .sum();
    }

    private static Ledgeraccount account(Account account) {
        return Ledgeraccount.valueOf(lower(account));
    }

    static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
