package app.aisha.adapters.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.adapters.embedded.TestPostgres;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class AbandonedClaimsTest {

    private final PostgresDatabase database = TestDatabase.open();
    private final JdbcClient client = JdbcClient.create(database.joined());

    @Test
    void aJobOfADeadProcessIsFreeAtOnce() {
        client.sql("""
            INSERT INTO scheduled_tasks (task_name, task_instance, execution_time, picked, picked_by, last_heartbeat, version)
            VALUES ('errand', 'milk', now(), true, 'the dead', now(), 1)\
            """).update();

        AbandonedClaims.release(database.joined());

        assertThat(client.sql("SELECT count(*) FROM scheduled_tasks WHERE NOT picked AND picked_by IS NULL")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void aDatabaseBeforeItsFirstMigrationHoldsNoClaims() {
        var empty = TestPostgres.freshDatabase();

        AbandonedClaims.release(empty.dataSource());

        assertThat(empty.client()
                        .sql("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void aNoticeOfADeadProcessIsFreeAtOnce() {
        client.sql("""
            WITH person AS (
                INSERT INTO users (id, chat_id, name, language, zone)
                VALUES (gen_random_uuid(), 7, 'Dilnara', 'RU', 'UTC') RETURNING id)
            INSERT INTO outbox (anchor, user_id, notice, last, claimed_until)
            SELECT 'a', id, 'n', true, now() + interval '1 hour' FROM person\
            """).update();

        AbandonedClaims.release(database.joined());

        assertThat(client.sql("SELECT count(*) FROM outbox WHERE claimed_until > now()")
                        .query(Integer.class)
                        .single())
                .isZero();
    }
}
