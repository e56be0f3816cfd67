package app.aisha.adapters.postgres;

import app.aisha.core.account.UserId;
import app.aisha.core.profile.Statistics;
import app.aisha.core.wallet.Credits;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jooq.Record;

/** Figures counted in {@code user_transcripts} and {@code holds}. */
public final class PostgresStatistics implements Statistics {

    private static final String TOTAL = """
        SELECT
            (SELECT count(*) FROM user_transcripts WHERE user_id = {0} AND status = 'ready') AS transcripts,
            (SELECT coalesce(sum(length_millis), 0)::bigint FROM user_transcripts
                WHERE user_id = {0} AND status = 'ready') AS millis,
            (SELECT coalesce(sum(charged - refunded), 0)::bigint FROM holds JOIN wallets ON wallets.id = wallet_id
                WHERE user_id = {0}) AS spent
        """;

    private static final String DAYS = """
        SELECT day, sum(transcripts)::bigint AS transcripts, sum(millis)::bigint AS millis, sum(spent)::bigint AS spent
        FROM (
            SELECT (created_at AT TIME ZONE {1})::date AS day, 1 AS transcripts, length_millis AS millis, 0 AS spent
            FROM user_transcripts
            WHERE user_id = {0} AND status = 'ready' AND created_at >= {2} AND created_at < {3}
            UNION ALL
            SELECT (ended_at AT TIME ZONE {1})::date, 0, 0, charged - refunded
            FROM holds JOIN wallets ON wallets.id = wallet_id
            WHERE user_id = {0} AND status = 'captured' AND ended_at >= {2} AND ended_at < {3}) happened
        GROUP BY day
        """;

    private final PostgresDatabase database;

    public PostgresStatistics(PostgresDatabase database) {
        this.database = database;
    }

    @Override
    public Figures total(UserId person) {
        return database.dsl().resultQuery(TOTAL, person.value()).fetchSingle(PostgresStatistics::figures);
    }

    @Override
    public List<Day> days(UserId person, LocalDate first, LocalDate last, ZoneId zone) {
        var counted = new TreeMap<>(
                first.datesUntil(last.plusDays(1)).collect(Collectors.toMap(day -> day, _ -> Figures.NONE)));
        database.dsl()
                .resultQuery(
                        DAYS,
                        person.value(),
                        zone.getId(),
                        first.atStartOfDay(zone).toInstant().atOffset(ZoneOffset.UTC),
                        last.plusDays(1).atStartOfDay(zone).toInstant().atOffset(ZoneOffset.UTC))
                .forEach(row -> counted.put(row.get("day", LocalDate.class), figures(row)));
        return counted.entrySet().stream()
                .map(day -> new Day(day.getKey(), day.getValue()))
                .toList();
    }

    private static Figures figures(Record row) {
        return new Figures(
                row.get("transcripts", Integer.class),
                Duration.ofMillis(row.get("millis", Long.class)),
                new Credits(row.get("spent", Long.class)));
    }
}
