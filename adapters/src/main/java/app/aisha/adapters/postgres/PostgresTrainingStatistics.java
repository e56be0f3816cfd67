package app.aisha.adapters.postgres;

import app.aisha.core.avatar.TrainingStatistics;
import app.aisha.core.avatar.TrainingType;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jooq.Record;

/** Counts the table {@code avatars}. */
public final class PostgresTrainingStatistics implements TrainingStatistics {

    private static final String BY_TYPE = """
        SELECT training_type::text AS type,
            count(*) FILTER (WHERE status = 'completed') AS ready,
            count(*) FILTER (WHERE status = 'error') AS failed,
            count(*) FILTER (WHERE status = 'cancelled') AS cancelled,
            count(*) FILTER (WHERE status IN ('queued', 'training', 'storing')) AS under_way,
            percentile_cont(0.5) WITHIN GROUP (
                ORDER BY extract(epoch FROM training_completed_at - training_started_at))
                FILTER (WHERE status = 'completed') AS seconds,
            coalesce(sum(charged), 0)::bigint AS charged
        FROM avatars WHERE NOT is_draft GROUP BY training_type ORDER BY training_type
        """;

    private final PostgresDatabase database;

    public PostgresTrainingStatistics(PostgresDatabase database) {
        this.database = database;
    }

    @Override
    public List<Line> byType() {
        return database.dsl().fetch(BY_TYPE).map(PostgresTrainingStatistics::line);
    }

    private static Line line(Record row) {
        return new Line(
                TrainingType.valueOf(row.get("type", String.class).toUpperCase(Locale.ROOT)),
                row.get("ready", Long.class),
                row.get("failed", Long.class),
                row.get("cancelled", Long.class),
                row.get("under_way", Long.class),
                Optional.ofNullable(row.get("seconds", Double.class))
                        .map(seconds -> Duration.ofMillis((long) (seconds * 1_000))),
                row.get("charged", Long.class));
    }
}
