package app.aisha.adapters.postgres;

import static app.aisha.adapters.postgres.generated.Tables.HOLDS;
import static app.aisha.adapters.postgres.generated.Tables.LEDGER_ENTRIES;
import static app.aisha.adapters.postgres.generated.Tables.LEDGER_TRANSACTIONS;
import static app.aisha.adapters.postgres.generated.Tables.WALLETS;

import app.aisha.adapters.postgres.generated.enums.Ledgeraccount;
import app.aisha.core.account.UserId;
import app.aisha.core.wallet.Credits;
import app.aisha.core.wallet.Receipt;
import app.aisha.core.wallet.Receipts;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.jooq.impl.DSL;

/** Receipts made of the tables {@code ledger_transactions}, {@code ledger_entries} and {@code holds}. */
public final class PostgresReceipts implements Receipts {

    private static final Field<Long> CHANGE = DSL.field(DSL.select(DSL.coalesce(DSL.max(LEDGER_ENTRIES.AMOUNT), 0L))
                    .from(LEDGER_ENTRIES)
                    .where(LEDGER_ENTRIES.TRANSACTION_ID.eq(LEDGER_TRANSACTIONS.ID))
                    .and(LEDGER_ENTRIES.ACCOUNT.eq(Ledgeraccount.user)))
            .as("change");

    private final PostgresDatabase database;

    public PostgresReceipts(PostgresDatabase database) {
        this.database = database;
    }

    @Override
    public Page page(UserId owner, OptionalLong from, int size) {
        var start = from.isPresent() ? LEDGER_TRANSACTIONS.NUMBER.le(from.getAsLong()) : DSL.noCondition();
        var items = receipts(owner, start)
                .orderBy(LEDGER_TRANSACTIONS.NUMBER.desc())
                .limit(size + 1)
                .fetch(PostgresReceipts::receipt);
        var older = items.size() > size ? OptionalLong.of(items.get(size).number()) : OptionalLong.empty();
        var newer = from.isPresent() ? startOfNewerPage(owner, from.getAsLong(), size) : OptionalLong.empty();
        return new Page(items.subList(0, Math.min(size, items.size())), newer, older);
    }

    private OptionalLong startOfNewerPage(UserId owner, long from, int size) {
        List<Long> newer = database.dsl()
                .select(LEDGER_TRANSACTIONS.NUMBER)
                .from(LEDGER_TRANSACTIONS)
                .join(WALLETS)
                .on(WALLETS.ID.eq(LEDGER_TRANSACTIONS.WALLET_ID))
                .where(WALLETS.USER_ID.eq(owner.value()).and(LEDGER_TRANSACTIONS.NUMBER.gt(from)))
                .orderBy(LEDGER_TRANSACTIONS.NUMBER)
                .limit(size)
                .fetch(LEDGER_TRANSACTIONS.NUMBER);
        return newer.isEmpty() ? OptionalLong.empty() : OptionalLong.of(newer.getLast());
    }

    @Override
    public Optional<Receipt> find(UserId owner, long number) {
        return receipts(owner, LEDGER_TRANSACTIONS.NUMBER.eq(number)).fetchOptional(PostgresReceipts::receipt);
    }

    private SelectConditionStep<Record> receipts(UserId owner, Condition which) {
        return database.dsl()
                .select(LEDGER_TRANSACTIONS.fields())
                .select(HOLDS.fields())
                .select(WALLETS.USER_ID, CHANGE)
                .from(LEDGER_TRANSACTIONS)
                .join(WALLETS)
                .on(WALLETS.ID.eq(LEDGER_TRANSACTIONS.WALLET_ID))
                .leftJoin(HOLDS)
                .on(HOLDS.ID.eq(LEDGER_TRANSACTIONS.HOLD_ID))
                .where(WALLETS.USER_ID.eq(owner.value()))
                .and(which);
    }

    private static Receipt receipt(Record row) {
        return new Receipt(
                row.get(LEDGER_TRANSACTIONS.NUMBER),
                row.get(LEDGER_TRANSACTIONS.CREATED_AT).toInstant(),
                Receipt.Kind.valueOf(
                        row.get(LEDGER_TRANSACTIONS.KIND).getLiteral().toUpperCase(Locale.ROOT)),
                row.get(CHANGE),
                new Credits(row.get(LEDGER_TRANSACTIONS.FREE_AFTER)),
                row.get(HOLDS.ID) == null ? Optional.empty() : Optional.of(HoldRows.hold(row)),
                row.get(LEDGER_TRANSACTIONS.NOTE));
    }
}
