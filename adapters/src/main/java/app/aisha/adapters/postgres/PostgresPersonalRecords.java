package app.aisha.adapters.postgres;

import static app.aisha.adapters.postgres.generated.Tables.AVATARS;
import static app.aisha.adapters.postgres.generated.Tables.PICTURES;
import static app.aisha.adapters.postgres.generated.Tables.PICTURE_ORDERS;
import static app.aisha.adapters.postgres.generated.Tables.TRAINER_RINGS;
import static app.aisha.adapters.postgres.generated.Tables.USERS;

import app.aisha.core.account.UserId;
import app.aisha.core.privacy.Belongings;
import app.aisha.core.privacy.PersonalRecords;
import app.aisha.core.privacy.Trace;
import app.aisha.core.wallet.Credits;
import java.net.URI;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.impl.DSL;

/**
 * All that the tables hold of a person. Most of it goes with the row in {@code users}; what no reference leads to goes by hand.
 * Wallets and payments stay and name nobody.
 */
public final class PostgresPersonalRecords implements PersonalRecords {

    private static final String COUNT = """
        SELECT
            (SELECT count(*) FROM user_transcripts WHERE user_id = person.id) AS recordings,
            (SELECT count(*) FROM transcript_digests WHERE user_id = person.id AND state = 'ready') AS documents,
            (SELECT count(*) FROM avatars WHERE user_id = person.id) AS avatars,
            (SELECT count(*) FROM avatar_photos WHERE user_id = person.id) AS photos,
            (SELECT count(*) FROM pictures WHERE user_id = person.id AND status = 'ready') AS pictures,
            (SELECT coalesce(sum(free + held), 0) FROM wallets WHERE user_id = person.id) AS credits,
            (SELECT coalesce(sum(stars), 0) FROM star_payments WHERE user_id = person.id AND status = 'paid') AS stars
        FROM (SELECT ?::uuid AS id) person
        """;

    /** What is over is not stopped. A call of the trainer, or an answer that came too late, names a training too. */
    private static final String REQUESTS = """
        SELECT DISTINCT ON (service, request) service, request, cancel FROM (
            SELECT 'TRAINER' AS service, fal_request_id AS request,
                CASE WHEN status NOT IN ('storing', 'completed') THEN cancel_url END AS cancel
            FROM avatars, person WHERE user_id = person.id AND fal_request_id IS NOT NULL
            UNION ALL
            SELECT 'TRAINER', ring.request_id, NULL
            FROM trainer_rings ring JOIN avatars ON avatars.id = ring.avatar_id, person WHERE user_id = person.id
            UNION ALL
            SELECT 'TRAINER', substring(task_instance FROM 75), NULL
            FROM scheduled_tasks, person WHERE task_instance ~ ('^' || person.id || '/[0-9a-f-]{36}/.')
            UNION ALL
            SELECT 'PAINTER', request_id, CASE WHEN status NOT IN ('storing', 'ready') THEN cancel_url END
            FROM pictures, person WHERE user_id = person.id AND request_id IS NOT NULL) known
        ORDER BY service, request, cancel NULLS LAST
        """;

    private static final String UNANSWERED = """
        SELECT 'TRAINER' AS service FROM avatars, person
        WHERE user_id = person.id AND status = 'training' AND fal_request_id IS NULL
            AND NOT EXISTS (SELECT 1 FROM trainer_rings WHERE avatar_id = avatars.id AND attempt = avatars.attempt)
        UNION ALL
        SELECT 'PAINTER' FROM pictures, person
        WHERE user_id = person.id AND status = 'painting' AND request_id IS NULL
        """;

    private static final String WORK = """
        SELECT DISTINCT task_instance FROM scheduled_tasks, person
        WHERE position(person.id::text IN task_instance) > 0 OR task_instance IN (
            SELECT id::text FROM user_transcripts WHERE user_id = person.id
            UNION ALL SELECT id::text FROM transcript_digests WHERE user_id = person.id
            UNION ALL SELECT id::text FROM avatars WHERE user_id = person.id
            UNION ALL SELECT id::text FROM avatar_photos WHERE user_id = person.id
            UNION ALL SELECT id::text FROM picture_orders WHERE user_id = person.id
            UNION ALL SELECT id::text FROM pictures WHERE user_id = person.id
            UNION ALL SELECT id::text FROM exports WHERE user_id = person.id)
        """;

    private static final String PERSON = "WITH person AS (SELECT ?::uuid AS id) ";

    private static final String DROP_WORK =
            "DELETE FROM scheduled_tasks WHERE task_instance = ANY (?::text[]) AND NOT picked";

    private final PostgresDatabase database;

    public PostgresPersonalRecords(PostgresDatabase database) {
        this.database = database;
    }

    @Override
    public boolean lock(UserId person) {
        return database.dsl()
                .select(USERS.ID)
                .from(USERS)
                .where(USERS.ID.eq(person.value()))
                .forUpdate()
                .fetchOptional()
                .isPresent();
    }

    @Override
    public Optional<Instant> arrival(UserId person) {
        return database.dsl()
                .select(USERS.CREATED_AT)
                .from(USERS)
                .where(USERS.ID.eq(person.value()))
                .fetchOptional(USERS.CREATED_AT)
                .map(OffsetDateTime::toInstant);
    }

    @Override
    public Belongings count(UserId person) {
        return database.dsl()
                .resultQuery(COUNT, person.value())
                .fetchSingle(row -> new Belongings(
                        row.get("recordings", Integer.class),
                        row.get("documents", Integer.class),
                        row.get("avatars", Integer.class),
                        row.get("photos", Integer.class),
                        row.get("pictures", Integer.class),
                        new Credits(row.get("credits", Long.class)),
                        row.get("stars", Long.class)));
    }

    @Override
    public List<Trace> traces(UserId person) {
        var traces = new ArrayList<Trace>();
        database.dsl()
                .resultQuery(PERSON + REQUESTS, person.value())
                .forEach(row -> traces.add(Trace.of(
                        traces.size() + 1,
                        Trace.Service.valueOf(row.get("service", String.class)),
                        Optional.of(row.get("request", String.class)),
                        Optional.ofNullable(row.get("cancel", String.class)).map(URI::create))));
        database.dsl()
                .resultQuery(PERSON + UNANSWERED, person.value())
                .forEach(row -> traces.add(Trace.of(
                        traces.size() + 1,
                        Trace.Service.valueOf(row.get("service", String.class)),
                        Optional.empty(),
                        Optional.empty())));
        return traces;
    }

    @Override
    public Set<String> work(UserId person) {
        return new LinkedHashSet<>(
                database.dsl().resultQuery(PERSON + WORK, person.value()).fetch(row -> row.get(0, String.class)));
    }

    @Override
    public void remove(UserId person) {
        database.run(() -> {
            var dsl = database.dsl();
            dsl.execute(DROP_WORK, (Object) work(person).toArray(String[]::new));
            dsl.deleteFrom(TRAINER_RINGS)
                    .where(TRAINER_RINGS.AVATAR_ID.in(
                            DSL.select(AVATARS.ID).from(AVATARS).where(AVATARS.USER_ID.eq(person.value()))))
                    .execute();
            dsl.deleteFrom(PICTURES).where(PICTURES.USER_ID.eq(person.value())).execute();
            dsl.deleteFrom(PICTURE_ORDERS)
                    .where(PICTURE_ORDERS.USER_ID.eq(person.value()))
                    .execute();
            dsl.deleteFrom(USERS).where(USERS.ID.eq(person.value())).execute();
        });
    }
}
