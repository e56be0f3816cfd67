package app.aisha.adapters.postgres;

import static app.aisha.adapters.postgres.generated.Tables.HOLDS;
import static app.aisha.adapters.postgres.generated.Tables.WALLETS;

import app.aisha.adapters.postgres.generated.enums.Holdstatus;
import app.aisha.adapters.postgres.generated.enums.Purposekind;
import app.aisha.adapters.postgres.generated.tables.records.HoldsRecord;
import app.aisha.core.account.UserId;
import app.aisha.core.wallet.Credits;
import app.aisha.core.wallet.Hold;
import app.aisha.core.wallet.HoldId;
import app.aisha.core.wallet.Purpose;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectOnConditionStep;

/** Holds as rows and back. */
final class HoldRows {

    private HoldRows() {}

    /** Holds with the people who pay them. */
    static SelectOnConditionStep<Record> select(DSLContext dsl) {
        return dsl.select(HOLDS.fields())
                .select(WALLETS.USER_ID)
                .from(HOLDS)
                .join(WALLETS)
                .on(WALLETS.ID.eq(HOLDS.WALLET_ID).and(WALLETS.USER_ID.isNotNull()));
    }

    static HoldsRecord row(Hold hold, UUID wallet, Instant now) {
        var row = new HoldsRecord();
        row.setId(hold.id().value());
        row.setWalletId(wallet);
        row.setPurpose(kind(hold.purpose().kind()));
        row.setSubject(hold.purpose().subject());
        row.setAmount(hold.amount().amount());
        row.setStatus(Holdstatus.open);
        row.setOpenedAt(now.atOffset(ZoneOffset.UTC));
        row.setDeadline(hold.deadline().atOffset(ZoneOffset.UTC));
        return row;
    }

    static Hold hold(Record row) {
        return new Hold(
                new HoldId(row.get(HOLDS.ID)),
                new UserId(row.get(WALLETS.USER_ID)),
                new Purpose(kind(row.get(HOLDS.PURPOSE)), row.get(HOLDS.SUBJECT)),
                new Credits(row.get(HOLDS.AMOUNT)),
                row.get(HOLDS.DEADLINE).toInstant(),
                state(row));
    }

    private static Hold.State state(Record row) {
        return switch (row.get(HOLDS.STATUS)) {
            case open -> new Hold.State.Open();
            case captured ->
                new Hold.State.Captured(new Credits(row.get(HOLDS.CHARGED)), new Credits(row.get(HOLDS.REFUNDED)));
            case voided -> new Hold.State.Voided(row.get(HOLDS.REASON));
        };
    }

    static Purposekind kind(Purpose.Kind kind) {
        return Purposekind.valueOf(LedgerRows.lower(kind));
    }

    static Purpose.Kind kind(Purposekind kind) {
        return Purpose.Kind.valueOf(kind.getLiteral().toUpperCase(Locale.ROOT));
    }
}
