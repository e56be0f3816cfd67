package app.aisha.adapters.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.adapters.postgres.PostgresBacklog.Seen;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class PostgresBacklogTest {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final PostgresDatabase database = TestDatabase.open();
    private final JdbcClient client = JdbcClient.create(database.joined());
    private final PostgresBacklog backlog = new PostgresBacklog(database);

    @Test
    void inAnEmptyDatabaseNothingWaits() {
        assertThat(backlog.look(PATIENCE)).isEqualTo(Seen.NOTHING);
    }

    @Test
    void updatesWaitUntilTheyAreDone() {
        client.sql("""
            INSERT INTO telegram_updates (update_id, json, received_at, done_at) VALUES
                (1, '{}', now() - interval '1 hour', now()),
                (2, '{}', now() - interval '3 minutes', NULL),
                (3, '{}', now(), NULL)
            """).update();

        var updates = backlog.look(PATIENCE).updates();

        assertThat(updates.count()).isEqualTo(2);
        assertThat(updates.age()).isBetween(Duration.ofMinutes(3), Duration.ofMinutes(30));
    }

    @Test
    void aParcelThatMayNotBeSentYetIsNotLate() {
        client.sql("""
            INSERT INTO users (id, chat_id, name, language, zone)
            SELECT gen_random_uuid(), n, 'somebody', 'EN', 'UTC' FROM generate_series(1, 3) n
            """).update();
        client.sql("""
            INSERT INTO outbox (anchor, user_id, notice, last, delivered_revision, not_before, edit_not_before, posted_at)
            SELECT 'a' || chat_id, id, '', true,
                CASE WHEN chat_id = 1 THEN 1 ELSE 0 END,
                CASE WHEN chat_id = 2 THEN now() - interval '1 minute' ELSE '-infinity' END,
                CASE WHEN chat_id = 3 THEN now() + interval '1 minute' ELSE '-infinity' END,
                now() - interval '2 hours'
            FROM users
            """).update();

        var parcels = backlog.look(PATIENCE).parcels();

        assertThat(parcels.count()).isEqualTo(2);
        assertThat(parcels.age()).isBetween(Duration.ofMinutes(1), Duration.ofMinutes(30));
    }

    @Test
    void jobsWaitWhenTheyAreDueAndNobodyIsAtThem() {
        client.sql("""
            INSERT INTO scheduled_tasks (task_name, task_instance, execution_time, picked, last_heartbeat, version) VALUES
                ('bake', 'later', now() + interval '1 hour', false, NULL, 1),
                ('bake', 'under way', now() - interval '1 hour', true, now(), 1),
                ('cook', 'of a dead worker', now() - interval '2 hours', true, now() - interval '1 hour', 1),
                ('cook', 'just due', now() - interval '1 second', false, NULL, 1)
            """).update();

        var jobs = backlog.look(PATIENCE).jobs();

        assertThat(jobs).singleElement().satisfies(cook -> {
            assertThat(cook.kind()).isEqualTo("cook");
            assertThat(cook.due().count()).isEqualTo(2);
            assertThat(cook.overdue()).isEqualTo(1);
            assertThat(cook.due().age()).isBetween(Duration.ofHours(2), Duration.ofHours(3));
        });
    }
}
