package app.aisha.adapters.postgres;

import static app.aisha.adapters.postgres.generated.Tables.AUDIT_LOG;

import app.aisha.adapters.postgres.generated.enums.Adminact;
import app.aisha.adapters.postgres.generated.tables.records.AuditLogRecord;
import app.aisha.core.account.ChatId;
import app.aisha.core.account.UserId;
import app.aisha.core.admin.Actor;
import app.aisha.core.admin.AuditEntry;
import app.aisha.core.admin.AuditLog;
import app.aisha.core.admin.OrderId;
import app.aisha.core.wallet.Credits;
import app.aisha.core.work.StaleState;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.impl.DSL;

/** The audit log in the table {@code audit_log}, which takes rows and never changes one. */
public final class PostgresAuditLog implements AuditLog {

    private final PostgresDatabase database;

    public PostgresAuditLog(PostgresDatabase database) {
        this.database = database;
    }

    @Override
    public void add(AuditEntry entry) {
        var added = database.dsl()
                .insertInto(AUDIT_LOG)
                .set(row(entry))
                .onConflict(AUDIT_LOG.ID)
                .doNothing()
                .execute();
        if (added == 0) {
            throw new StaleState("Order " + entry.id().value());
        }
    }

    @Override
    public Optional<AuditEntry> find(OrderId id) {
        return database.dsl()
                .fetchOptional(AUDIT_LOG, AUDIT_LOG.ID.eq(id.value()))
                .map(PostgresAuditLog::entry);
    }

    @Override
    public List<AuditEntry> newest(int most) {
        return newest(DSL.noCondition(), most);
    }

    @Override
    public List<AuditEntry> newest(UserId person, int most) {
        return newest(AUDIT_LOG.USER_ID.eq(person.value()), most);
    }

    private List<AuditEntry> newest(Condition which, int most) {
        return database.dsl()
                .selectFrom(AUDIT_LOG)
                .where(which)
                .orderBy(AUDIT_LOG.AT.desc(), AUDIT_LOG.ID.desc())
                .limit(most)
                .fetch(PostgresAuditLog::entry);
    }

    private static AuditLogRecord row(AuditEntry entry) {
        var row = new AuditLogRecord();
        row.setId(entry.id().value());
        row.setAt(entry.at().atOffset(ZoneOffset.UTC));
        switch (entry.actor()) {
            case Actor.Admin(var chat) -> row.setAdminChat(chat.value());
            case Actor.Operator(var account) -> row.setOperator(account);
        }
        row.setAct(act(entry.act()));
        row.setUserId(entry.person().map(UserId::value).orElse(null));
        row.setAmount(entry.amount().amount());
        row.setReason(entry.reason());
        row.setDetails(entry.details());
        return row;
    }

    private static AuditEntry entry(AuditLogRecord row) {
        return new AuditEntry(
                new OrderId(row.getId()),
                row.getAt().toInstant(),
                row.getOperator() == null
                        ? new Actor.Admin(new ChatId(row.getAdminChat()))
                        : new Actor.Operator(row.getOperator()),
                AuditEntry.Act.valueOf(row.getAct().getLiteral().toUpperCase(Locale.ROOT)),
                Optional.ofNullable(row.getUserId()).map(UserId::new),
                new Credits(row.getAmount()),
                row.getReason(),
                row.getDetails());
    }

    static Adminact act(AuditEntry.Act act) {
        return Objects.requireNonNull(Adminact.lookupLiteral(LedgerRows.lower(act)));
    }
}
