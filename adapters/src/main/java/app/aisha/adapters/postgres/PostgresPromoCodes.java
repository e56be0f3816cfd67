package app.aisha.adapters.postgres;

import static app.aisha.adapters.postgres.generated.Tables.PROMO_CODES;

import app.aisha.adapters.postgres.generated.enums.Promobenefit;
import app.aisha.adapters.postgres.generated.tables.records.PromoCodesRecord;
import app.aisha.core.payment.PromoCode;
import app.aisha.core.payment.PromoCode.Benefit;
import app.aisha.core.payment.PromoCodeId;
import app.aisha.core.payment.PromoCodes;
import app.aisha.core.wallet.Credits;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.OptionalInt;
import org.jooq.impl.DSL;

/** Promo codes in the table {@code promo_codes}. */
public final class PostgresPromoCodes implements PromoCodes {

    private final PostgresDatabase database;

    public PostgresPromoCodes(PostgresDatabase database) {
        this.database = database;
    }

    @Override
    public boolean add(PromoCode code) {
        return database.dsl()
                        .insertInto(PROMO_CODES)
                        .set(row(code))
                        .onConflict(PROMO_CODES.CODE)
                        .doNothing()
                        .execute()
                == 1;
    }

    @Override
    public Optional<PromoCode> find(PromoCodeId id) {
        return database.dsl()
                .fetchOptional(PROMO_CODES, PROMO_CODES.ID.eq(id.value()))
                .map(PostgresPromoCodes::code);
    }

    @Override
    public Optional<PromoCode> spelled(String code) {
        return database.dsl()
                .fetchOptional(PROMO_CODES, PROMO_CODES.CODE.eq(code))
                .map(PostgresPromoCodes::code);
    }

    @Override
    public Optional<PromoCode> locked(PromoCodeId id) {
        return database.dsl()
                .selectFrom(PROMO_CODES)
                .where(PROMO_CODES.ID.eq(id.value()))
                .forNoKeyUpdate()
                .fetchOptional()
                .map(PostgresPromoCodes::code);
    }

    @Override
    public void count(PromoCodeId id, int uses) {
        database.dsl()
                .update(PROMO_CODES)
                .set(PROMO_CODES.USES, PROMO_CODES.USES.plus(uses))
                .where(PROMO_CODES.ID.eq(id.value()))
                .execute();
    }

    @Override
    public boolean end(PromoCodeId id, Instant at) {
        return database.dsl()
                        .update(PROMO_CODES)
                        .set(PROMO_CODES.ENDED_AT, at.atOffset(ZoneOffset.UTC))
                        .where(PROMO_CODES.ID.eq(id.value()).and(PROMO_CODES.ENDED_AT.isNull()))
                        .execute()
                == 1;
    }

    @Override
    public Page page(Optional<PromoCodeId> from, int size) {
        var start = from.map(id -> PROMO_CODES.ID.le(id.value())).orElse(DSL.noCondition());
        var items = database.dsl()
                .selectFrom(PROMO_CODES)
                .where(start)
                .orderBy(PROMO_CODES.ID.desc())
                .limit(size + 1)
                .fetch(PostgresPromoCodes::code);
        var older = items.size() > size ? Optional.of(items.get(size).id()) : Optional.<PromoCodeId>empty();
        return new Page(
                items.subList(0, Math.min(size, items.size())), from.flatMap(id -> startOfNewerPage(id, size)), older);
    }

    private Optional<PromoCodeId> startOfNewerPage(PromoCodeId from, int size) {
        var newer = database.dsl()
                .select(PROMO_CODES.ID)
                .from(PROMO_CODES)
                .where(PROMO_CODES.ID.gt(from.value()))
                .orderBy(PROMO_CODES.ID)
                .limit(size)
                .fetch(PROMO_CODES.ID);
        return newer.isEmpty() ? Optional.empty() : Optional.of(new PromoCodeId(newer.getLast()));
    }

    private static PromoCodesRecord row(PromoCode code) {
        var row = new PromoCodesRecord();
        row.setId(code.id().value());
        row.setCode(code.code());
        switch (code.benefit()) {
            case Benefit.Balance(var credits) -> setBenefit(row, Promobenefit.balance, credits.amount());
            case Benefit.Bonus(var percent) -> setBenefit(row, Promobenefit.bonus, percent);
            case Benefit.Discount(var percent) -> setBenefit(row, Promobenefit.discount, percent);
        }
        var total = code.limits().total();
        row.setTotalLimit(total.isPresent() ? total.getAsInt() : null);
        row.setUserLimit(code.limits().perPerson());
        row.setValidFrom(code.window().from().atOffset(ZoneOffset.UTC));
        row.setValidUntil(
                code.window().until().map(it -> it.atOffset(ZoneOffset.UTC)).orElse(null));
        row.setEndedAt(code.endedAt().map(it -> it.atOffset(ZoneOffset.UTC)).orElse(null));
        row.setUses(code.uses());
        return row;
    }

    private static void setBenefit(PromoCodesRecord row, Promobenefit benefit, long worth) {
        row.setBenefit(benefit);
        row.setWorth(worth);
    }

    private static PromoCode code(PromoCodesRecord row) {
        var worth = row.getWorth();
        var benefit = switch (row.getBenefit()) {
            case balance -> new Benefit.Balance(new Credits(worth));
            case bonus -> new Benefit.Bonus(Math.toIntExact(worth));
            case discount -> new Benefit.Discount(Math.toIntExact(worth));
        };
        var total = row.getTotalLimit();
        return new PromoCode(
                new PromoCodeId(row.getId()),
                row.getCode(),
                benefit,
                new PromoCode.Limits(total == null ? OptionalInt.empty() : OptionalInt.of(total), row.getUserLimit()),
                new PromoCode.Window(
                        row.getValidFrom().toInstant(),
                        Optional.ofNullable(row.getValidUntil()).map(OffsetDateTime::toInstant)),
                Optional.ofNullable(row.getEndedAt()).map(OffsetDateTime::toInstant),
                row.getUses());
    }
}
