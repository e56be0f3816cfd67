package app.aisha.adapters.postgres;

import static app.aisha.adapters.postgres.generated.Tables.AVATARS;
import static app.aisha.adapters.postgres.generated.Tables.AVATAR_PHOTOS;

import app.aisha.adapters.postgres.generated.enums.Avatarstatus;
import app.aisha.adapters.postgres.generated.enums.Photovalidationstatus;
import app.aisha.core.avatar.AvatarId;
import app.aisha.core.avatar.AvatarPhoto;
import app.aisha.core.avatar.AvatarPhotos;
import app.aisha.core.avatar.PhotoId;
import java.util.List;
import java.util.Optional;
import org.jooq.impl.DSL;

/** Photos in the table {@code avatar_photos}. */
public final class PostgresAvatarPhotos implements AvatarPhotos {

    private final PostgresDatabase database;

    public PostgresAvatarPhotos(PostgresDatabase database) {
        this.database = database;
    }

    @Override
    public boolean add(AvatarPhoto photo) {
        return database.dsl()
                        .insertInto(AVATAR_PHOTOS)
                        .set(AvatarPhotoRows.row(photo))
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    @Override
    public boolean save(AvatarPhoto photo) {
        return database.call(() -> {
            var saved = database.dsl()
                    .update(AVATAR_PHOTOS)
                    .set(AvatarPhotoRows.row(photo))
                    .where(AVATAR_PHOTOS.ID.eq(photo.id().value()))
                    .and(AVATAR_PHOTOS.VALIDATION_STATUS.eq(Photovalidationstatus.pending))
                    .execute();
            count(photo.avatar());
            return saved == 1;
        });
    }

    @Override
    public Optional<AvatarPhoto> find(PhotoId id) {
        return database.dsl()
                .fetchOptional(AVATAR_PHOTOS, AVATAR_PHOTOS.ID.eq(id.value()))
                .map(AvatarPhotoRows::photo);
    }

    @Override
    public List<AvatarPhoto> of(AvatarId avatar) {
        return database.dsl()
                .selectFrom(AVATAR_PHOTOS)
                .where(AVATAR_PHOTOS.AVATAR_ID.eq(avatar.value()))
                .orderBy(AVATAR_PHOTOS.UPLOAD_ORDER)
                .fetch(AvatarPhotoRows::photo);
    }

    @Override
    public boolean delete(PhotoId id) {
        return database.call(() -> {
            var deleted = database.dsl()
                    .deleteFrom(AVATAR_PHOTOS)
                    .where(AVATAR_PHOTOS.ID.eq(id.value()))
                    .returning(AVATAR_PHOTOS.AVATAR_ID)
                    .fetchOptional();
            deleted.ifPresent(row -> count(new AvatarId(row.getAvatarId())));
            return deleted.isPresent();
        });
    }

    @Override
    public void drop(PhotoId id) {
        database.dsl()
                .deleteFrom(AVATAR_PHOTOS)
                .where(AVATAR_PHOTOS.ID.eq(id.value()))
                .execute();
    }

    /** The avatar's number of usable photos, its cover, and how far its draft is. */
    private void count(AvatarId avatar) {
        var usable = AVATAR_PHOTOS
                .AVATAR_ID
                .eq(avatar.value())
                .and(AVATAR_PHOTOS.VALIDATION_STATUS.eq(Photovalidationstatus.valid));
        var number = database.dsl().fetchCount(AVATAR_PHOTOS, usable);
        var first = database.dsl()
                .selectFrom(AVATAR_PHOTOS)
                .where(usable)
                .orderBy(AVATAR_PHOTOS.UPLOAD_ORDER)
                .limit(1)
                .fetchOptional();
        var stage = DSL.when(
                        AVATARS.STATUS.in(Avatarstatus.draft, Avatarstatus.photos_uploading),
                        DSL.val(number == 0 ? Avatarstatus.draft : Avatarstatus.photos_uploading))
                .otherwise(AVATARS.STATUS);
        database.dsl()
                .update(AVATARS)
                .set(AVATARS.PHOTOS_COUNT, number)
                .set(AVATARS.STATUS, stage)
                .set(AVATARS.PHOTO_KEY, first.map(photo -> photo.getMinioKey()).orElse(null))
                .set(
                        AVATARS.PREVIEW_KEY,
                        first.map(photo -> photo.getThumbnailKey()).orElse(null))
                .where(AVATARS.ID.eq(avatar.value()))
                .execute();
    }
}
