package app.aisha.adapters.postgres;

import static app.aisha.adapters.postgres.generated.Tables.LEDGER_FINDINGS;

import app.aisha.adapters.postgres.generated.tables.records.LedgerFindingsRecord;
import app.aisha.core.wallet.Finding;
import app.aisha.core.wallet.FindingId;
import app.aisha.core.wallet.Inspection;
import app.aisha.core.wallet.LedgerFindings;
import app.aisha.core.work.TimeOrderedIds;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.impl.DSL;

/** Findings in the table {@code ledger_findings}. */
public final class PostgresLedgerFindings implements LedgerFindings {

    /** Any number that nothing else in this database locks. */
    private static final long LOCK = 0x4C45_4447_4552L;

    private final PostgresDatabase database;
    private final TimeOrderedIds ids;

    public PostgresLedgerFindings(PostgresDatabase database, TimeOrderedIds ids) {
        this.database = database;
        this.ids = ids;
    }

    @Override
    public boolean claim() {
        return database.dsl()
                .select(DSL.field("pg_try_advisory_xact_lock({0})", Boolean.class, DSL.val(LOCK)))
                .fetchSingle()
                .value1();
    }

    @Override
    public List<Known> keep(Inspection inspection, Instant now) {
        return database.call(() -> {
            var moment = now.atOffset(ZoneOffset.UTC);
            var seen = new ArrayList<UUID>();
            var fresh = new ArrayList<Known>();
            for (var finding : inspection.findings()) {
                var proposed = ids.next();
                var kept = kept(finding, proposed, moment);
                seen.add(kept);
                if (kept.equals(proposed)) {
                    fresh.add(new Known(new FindingId(kept), finding, now, now, Optional.empty()));
                }
            }
            forget(inspection, seen, moment);
            return List.copyOf(fresh);
        });
    }

    /** The id of the row that holds the finding: the proposed one where it is new. */
    private UUID kept(Finding finding, UUID proposed, OffsetDateTime now) {
        return database.dsl()
                .insertInto(LEDGER_FINDINGS)
                .set(LEDGER_FINDINGS.ID, proposed)
                .set(LEDGER_FINDINGS.KIND, finding.kind().name())
                .set(LEDGER_FINDINGS.SUBJECT, finding.subject())
                .set(LEDGER_FINDINGS.SENTENCE, finding.sentence())
                .set(LEDGER_FINDINGS.FIRST_SEEN, now)
                .set(LEDGER_FINDINGS.LAST_SEEN, now)
                .onConflict(LEDGER_FINDINGS.KIND, LEDGER_FINDINGS.SUBJECT)
                .where(LEDGER_FINDINGS.GONE_AT.isNull())
                .doUpdate()
                .set(LEDGER_FINDINGS.SENTENCE, finding.sentence())
                .set(LEDGER_FINDINGS.LAST_SEEN, now)
                .returning(LEDGER_FINDINGS.ID)
                .fetchSingle()
                .getId();
    }

    private void forget(Inspection inspection, List<UUID> seen, OffsetDateTime now) {
        database.dsl()
                .update(LEDGER_FINDINGS)
                .set(LEDGER_FINDINGS.GONE_AT, now)
                .where(LEDGER_FINDINGS.GONE_AT.isNull())
                .and(LEDGER_FINDINGS.KIND.in(
                        inspection.complete().stream().map(Finding.Kind::name).toList()))
                .and(LEDGER_FINDINGS.ID.notIn(seen))
                .execute();
    }

    @Override
    public Optional<Known> find(FindingId id) {
        return database.dsl()
                .fetchOptional(LEDGER_FINDINGS, LEDGER_FINDINGS.ID.eq(id.value()))
                .map(PostgresLedgerFindings::known);
    }

    @Override
    public List<Known> present() {
        return database.dsl()
                .selectFrom(LEDGER_FINDINGS)
                .where(LEDGER_FINDINGS.GONE_AT.isNull())
                .orderBy(LEDGER_FINDINGS.ID)
                .fetch(PostgresLedgerFindings::known);
    }

    private static Known known(LedgerFindingsRecord row) {
        return new Known(
                new FindingId(row.getId()),
                new Finding(Finding.Kind.valueOf(row.getKind()), row.getSubject(), row.getSentence()),
                row.getFirstSeen().toInstant(),
                row.getLastSeen().toInstant(),
                Optional.ofNullable(row.getGoneAt()).map(OffsetDateTime::toInstant));
    }
}
