package app.aisha.adapters.postgres;

import static app.aisha.adapters.postgres.generated.Tables.AUDIT_LOG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.aisha.core.admin.Actor;
import app.aisha.core.admin.AuditEntry;
import app.aisha.core.admin.AuditLog;
import app.aisha.core.admin.AuditLogContract;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresAuditLogTest implements AuditLogContract {

    private static final PostgresDatabase DATABASE = TestDatabase.open();

    @Override
    public AuditLog log() {
        return new PostgresAuditLog(DATABASE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE audit_log SET reason = 'another'",
                "UPDATE audit_log SET reason = 'another' WHERE false",
                "DELETE FROM audit_log",
                "TRUNCATE audit_log"
            })
    void whatIsLoggedStays(String change) {
        var entry = AuditLogContract.entry(AuditEntry.Act.GRANT, new Actor.Operator("root"), Optional.empty(), NOON);
        log().add(entry);

        assertThatThrownBy(() -> DATABASE.dsl().execute(change)).hasMessageContaining("append-only");
        assertThat(log().find(entry.id())).contains(entry);
    }

    @Test
    void nothingIsLoggedThatNobodyDid() {
        var fields = "INSERT INTO audit_log SELECT gen_random_uuid(), now(), %s, 'grant', NULL, 1, 'why', ''";

        assertThatThrownBy(() -> DATABASE.dsl().execute(fields.formatted("NULL, NULL")))
                .hasMessageContaining("somebody_did_it");
        assertThatThrownBy(() -> DATABASE.dsl().execute(fields.formatted("1, 'root'")))
                .hasMessageContaining("somebody_did_it");
    }

    @Test
    void aRehearsalLeavesNoRow() {
        var entry = AuditLogContract.entry(AuditEntry.Act.GRANT, new Actor.Operator("root"), Optional.empty(), NOON);

        var seen = DATABASE.rehearse(() -> {
            log().add(entry);
            return log().find(entry.id());
        });

        assertThat(seen).contains(entry);
        assertThat(DATABASE.dsl()
                        .fetchExists(AUDIT_LOG, AUDIT_LOG.ID.eq(entry.id().value())))
                .isFalse();
    }
}
