package app.aisha.adapters.postgres;

import static app.aisha.adapters.postgres.generated.Tables.EXPORTS;

import app.aisha.adapters.postgres.generated.tables.records.ExportsRecord;
import app.aisha.core.account.UserId;
import app.aisha.core.privacy.Export;
import app.aisha.core.privacy.ExportId;
import app.aisha.core.privacy.Exports;
import java.time.ZoneOffset;
import java.util.Optional;

/** Copies of everything, in the table {@code exports}. */
public final class PostgresExports implements Exports {

    private final PostgresDatabase database;

    public PostgresExports(PostgresDatabase database) {
        this.database = database;
    }

    @Override
    public boolean add(Export.Asked export) {
        return database.dsl()
                        .insertInto(EXPORTS, EXPORTS.ID, EXPORTS.USER_ID, EXPORTS.ASKED_AT)
                        .values(
                                export.id().value(),
                                export.owner().value(),
                                export.at().atOffset(ZoneOffset.UTC))
                        .onConflict(EXPORTS.USER_ID)
                        .doNothing()
                        .execute()
                == 1;
    }

    @Override
    public boolean save(Export.Ready export) {
        return database.dsl()
                        .update(EXPORTS)
                        .set(EXPORTS.READY_AT, export.at().atOffset(ZoneOffset.UTC))
                        .set(EXPORTS.PARTS, export.parts())
                        .set(EXPORTS.LEFT_OUT, export.leftOut())
                        .where(EXPORTS.ID.eq(export.id().value()))
                        .execute()
                == 1;
    }

    @Override
    public Optional<Export> find(ExportId id) {
        return database.dsl().fetchOptional(EXPORTS, EXPORTS.ID.eq(id.value())).map(PostgresExports::export);
    }

    @Override
    public Optional<Export> of(UserId owner) {
        return database.dsl()
                .fetchOptional(EXPORTS, EXPORTS.USER_ID.eq(owner.value()))
                .map(PostgresExports::export);
    }

    @Override
    public void remove(ExportId id) {
        database.dsl().deleteFrom(EXPORTS).where(EXPORTS.ID.eq(id.value())).execute();
    }

    private static Export export(ExportsRecord row) {
        var id = new ExportId(row.getId());
        var owner = new UserId(row.getUserId());
        return row.getReadyAt() == null
                ? new Export.Asked(id, owner, row.getAskedAt().toInstant())
                : new Export.Ready(id, owner, row.getReadyAt().toInstant(), row.getParts(), row.getLeftOut());
    }
}
