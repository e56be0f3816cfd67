package app.aisha.adapters.postgres;

import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a killed process held when it died. */
public final class AbandonedClaims {

    private AbandonedClaims() {}

    /**
     * Frees jobs and notices at once instead of after their leases. Only for a database that no other process of this
     * program uses; one without tables holds no claims.
     */
    public static void release(DataSource database) {
        var client = JdbcClient.create(database);
        if (!client.sql("SELECT to_regclass('outbox') IS NOT NULL")
                .query(Boolean.class)
                .single()) {
            return;
        }
        client.sql("UPDATE scheduled_tasks SET picked = false, picked_by = NULL, last_heartbeat = NULL WHERE picked")
                .update();
        client.sql("UPDATE outbox SET claimed_until = '-infinity' WHERE claimed_until > now()")
                .update();
    }
}
