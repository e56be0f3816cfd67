package app.aisha.adapters.postgres;

import static app.aisha.adapters.postgres.generated.Tables.TRAINER_RINGS;

import app.aisha.core.avatar.AvatarId;
import app.aisha.core.avatar.TrainerRings;
import java.util.Optional;

/** What the trainer called to say, in the table {@code trainer_rings}. */
public final class PostgresTrainerRings implements TrainerRings {

    private final PostgresDatabase database;

    public PostgresTrainerRings(PostgresDatabase database) {
        this.database = database;
    }

    @Override
    public boolean keep(Ring ring) {
        return database.dsl()
                        .insertInto(TRAINER_RINGS)
                        .set(TRAINER_RINGS.FINGERPRINT, fingerprint(ring))
                        .set(TRAINER_RINGS.REQUEST_ID, ring.request())
                        .set(TRAINER_RINGS.AVATAR_ID, ring.avatar().value())
                        .set(TRAINER_RINGS.ATTEMPT, ring.attempt())
                        .set(TRAINER_RINGS.WELL, ring.well())
                        .set(TRAINER_RINGS.RECEIVED_AT, Times.at(ring.at()))
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    private static String fingerprint(Ring ring) {
        return "%s/%d/%s/%s".formatted(ring.avatar().value(), ring.attempt(), ring.request(), ring.digest());
    }

    @Override
    public Optional<String> request(AvatarId avatar, int attempt) {
        return database.dsl()
                .select(TRAINER_RINGS.REQUEST_ID)
                .from(TRAINER_RINGS)
                .where(TRAINER_RINGS.AVATAR_ID.eq(avatar.value()))
                .and(TRAINER_RINGS.ATTEMPT.eq(attempt))
                .orderBy(TRAINER_RINGS.RECEIVED_AT)
                .limit(1)
                .fetchOptional(TRAINER_RINGS.REQUEST_ID);
    }
}
