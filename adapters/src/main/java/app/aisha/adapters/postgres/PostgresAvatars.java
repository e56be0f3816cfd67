package app.aisha.adapters.postgres;

import static app.aisha.adapters.postgres.generated.Tables.AVATARS;

import app.aisha.adapters.postgres.generated.enums.Avatarstatus;
import app.aisha.adapters.postgres.generated.enums.Avatartrainingtype;
import app.aisha.core.account.UserId;
import app.aisha.core.avatar.Avatar;
import app.aisha.core.avatar.AvatarId;
import app.aisha.core.avatar.Avatars;
import app.aisha.core.avatar.TrainingType;
import app.aisha.core.wallet.Prices.Quality;
import app.aisha.core.work.StaleState;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.impl.DSL;

/** Avatars in the table {@code avatars}. */
public final class PostgresAvatars implements Avatars {

    /** Any number; whoever counts the trainings under way has this lock until the transaction ends. */
    private static final long PLACES = 0x6176_6174_6172L;

    private static final int ENOUGH = 3;
    private static final int LATEST = 50;

    private final PostgresDatabase database;

    public PostgresAvatars(PostgresDatabase database) {
        this.database = database;
    }

    @Override
    public boolean add(Avatar.Draft draft) {
        return database.dsl()
                        .insertInto(AVATARS)
                        .set(AvatarRows.row(draft))
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    @Override
    public boolean save(Avatar avatar) {
        var heading = avatar.heading();
        var taken = DSL.exists(DSL.selectOne()
                .from(AVATARS.as("other"))
                .where(AVATARS.as("other").USER_ID.eq(heading.owner().value()))
                .and(DSL.lower(AVATARS.as("other").NAME).eq(DSL.lower(heading.name())))
                .and(AVATARS.as("other").ID.ne(heading.id().value())));
        var saved = database.dsl()
                .update(AVATARS)
                .set(AvatarRows.row(avatar))
                .set(AVATARS.UPDATED_AT, DSL.currentOffsetDateTime())
                .where(AVATARS.ID.eq(heading.id().value()))
                .and(AVATARS.VERSION.eq(heading.version() - 1))
                .andNot(taken)
                .execute();
        if (saved == 0 && isAt(heading.id(), heading.version() - 1)) {
            return false;
        }
        if (saved == 0) {
            throw new StaleState("Avatar " + heading.id().value());
        }
        return true;
    }

    private boolean isAt(AvatarId id, int version) {
        return database.dsl().fetchExists(AVATARS, AVATARS.ID.eq(id.value()).and(AVATARS.VERSION.eq(version)));
    }

    @Override
    public void delete(Avatar avatar) {
        var deleted = database.dsl()
                .deleteFrom(AVATARS)
                .where(AVATARS.ID.eq(avatar.id().value()))
                .and(AVATARS.VERSION.eq(avatar.heading().version()))
                .execute();
        if (deleted == 0) {
            throw new StaleState("Avatar " + avatar.id().value());
        }
    }

    @Override
    public Optional<Avatar> find(AvatarId id) {
        return database.dsl().fetchOptional(AVATARS, AVATARS.ID.eq(id.value())).map(AvatarRows::avatar);
    }

    @Override
    public Optional<Avatar> lock(AvatarId id) {
        return database.dsl()
                .selectFrom(AVATARS)
                .where(AVATARS.ID.eq(id.value()))
                .forUpdate()
                .fetchOptional(AvatarRows::avatar);
    }

    @Override
    public List<Avatar> of(UserId owner) {
        return database.dsl()
                .selectFrom(AVATARS)
                .where(AVATARS.USER_ID.eq(owner.value()))
                .orderBy(AVATARS.ID.desc())
                .fetch(AvatarRows::avatar);
    }

    @Override
    public void makeMain(AvatarId id, UserId owner) {
        database.call(() -> {
            var own = AVATARS.USER_ID.eq(owner.value());
            var chosen = own.and(AVATARS.ID.eq(id.value())).and(AVATARS.STATUS.eq(Avatarstatus.completed));
            if (database.dsl().fetchExists(AVATARS, chosen)) {
                setMain(own.and(AVATARS.IS_MAIN), false);
                setMain(chosen, true);
            }
            return id;
        });
    }

    private void setMain(Condition which, boolean main) {
        database.dsl().update(AVATARS).set(AVATARS.IS_MAIN, main).where(which).execute();
    }

    @Override
    public int beingTrained() {
        database.dsl().execute("SELECT pg_advisory_xact_lock(?)", PLACES);
        return database.dsl().fetchCount(AVATARS, AVATARS.STATUS.eq(Avatarstatus.training));
    }

    @Override
    public int queuedBefore(AvatarId id) {
        return database.dsl()
                .fetchCount(AVATARS, AVATARS.STATUS.eq(Avatarstatus.queued).and(AVATARS.ID.lt(id.value())));
    }

    @Override
    public Optional<Duration> typicalTraining(TrainingType type, Quality preset) {
        var seconds = DSL.field(
                "extract(epoch from {0} - {1})",
                Double.class, AVATARS.TRAINING_COMPLETED_AT, AVATARS.TRAINING_STARTED_AT);
        var latest = database
                .dsl()
                .select(seconds)
                .from(AVATARS)
                .where(AVATARS.STATUS.eq(Avatarstatus.completed))
                .and(AVATARS.TRAINING_TYPE.eq(Avatartrainingtype.valueOf(AvatarRows.lower(type))))
                .and(AVATARS.PRESET.eq(AvatarRows.preset(preset)))
                .orderBy(AVATARS.TRAINING_COMPLETED_AT.desc())
                .limit(LATEST)
                .fetch(seconds)
                .stream()
                .sorted()
                .toList();
        return latest.size() < ENOUGH
                ? Optional.empty()
                : Optional.of(Duration.ofSeconds(latest.get(latest.size() / 2).longValue()));
    }
}
