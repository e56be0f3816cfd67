package app.aisha.adapters.postgres;

import static app.aisha.adapters.postgres.generated.Tables.PROMO_REDEMPTIONS;

import app.aisha.adapters.postgres.generated.enums.Redemptionstatus;
import app.aisha.adapters.postgres.generated.tables.records.PromoRedemptionsRecord;
import app.aisha.core.account.UserId;
import app.aisha.core.payment.PromoCodeId;
import app.aisha.core.payment.Redemption;
import app.aisha.core.payment.Redemption.State;
import app.aisha.core.payment.RedemptionId;
import app.aisha.core.payment.Redemptions;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;

/** Uses of promo codes in the table {@code promo_redemptions}. */
public final class PostgresRedemptions implements Redemptions {

    private final PostgresDatabase database;

    public PostgresRedemptions(PostgresDatabase database) {
        this.database = database;
    }

    @Override
    public boolean add(Redemption redemption) {
        return database.dsl()
                        .insertInto(PROMO_REDEMPTIONS)
                        .set(PROMO_REDEMPTIONS.ID, redemption.id().value())
                        .set(PROMO_REDEMPTIONS.CODE_ID, redemption.code().value())
                        .set(PROMO_REDEMPTIONS.USER_ID, redemption.user().value())
                        .set(PROMO_REDEMPTIONS.ORDINAL, redemption.ordinal())
                        .set(PROMO_REDEMPTIONS.STATUS, status(redemption.state()))
                        .set(PROMO_REDEMPTIONS.REDEEMED_AT, redemption.at().atOffset(ZoneOffset.UTC))
                        .onConflict(PROMO_REDEMPTIONS.USER_ID)
                        .where(isActive())
                        .doNothing()
                        .execute()
                == 1;
    }

    @Override
    public Optional<Redemption> find(RedemptionId id) {
        return only(PROMO_REDEMPTIONS.ID.eq(id.value()));
    }

    @Override
    public Set<Integer> ordinals(PromoCodeId code, UserId user) {
        return database.dsl()
                .select(PROMO_REDEMPTIONS.ORDINAL)
                .from(PROMO_REDEMPTIONS)
                .where(PROMO_REDEMPTIONS.CODE_ID.eq(code.value()))
                .and(PROMO_REDEMPTIONS.USER_ID.eq(user.value()))
                .and(PROMO_REDEMPTIONS.STATUS.ne(Redemptionstatus.dropped))
                .fetchSet(PROMO_REDEMPTIONS.ORDINAL);
    }

    @Override
    public Optional<Redemption> active(UserId user) {
        return only(PROMO_REDEMPTIONS.USER_ID.eq(user.value()).and(isActive()));
    }

    @Override
    public boolean end(RedemptionId id, State how) {
        return database.dsl()
                        .update(PROMO_REDEMPTIONS)
                        .set(PROMO_REDEMPTIONS.STATUS, status(how))
                        .where(PROMO_REDEMPTIONS.ID.eq(id.value()).and(isActive()))
                        .execute()
                == 1;
    }

    private static Condition isActive() {
        return PROMO_REDEMPTIONS.STATUS.eq(Redemptionstatus.active);
    }

    private Optional<Redemption> only(Condition condition) {
        return database.dsl().fetchOptional(PROMO_REDEMPTIONS, condition).map(PostgresRedemptions::redemption);
    }

    private static Redemption redemption(PromoRedemptionsRecord row) {
        return new Redemption(
                new RedemptionId(row.getId()),
                new PromoCodeId(row.getCodeId()),
                new UserId(row.getUserId()),
                row.getOrdinal(),
                State.valueOf(row.getStatus().getLiteral().toUpperCase(Locale.ROOT)),
                row.getRedeemedAt().toInstant());
    }

    private static Redemptionstatus status(State state) {
        return Redemptionstatus.valueOf(LedgerRows.lower(state));
    }
}
