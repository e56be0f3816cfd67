package app.aisha.adapters.postgres;

import app.aisha.core.avatar.AvatarId;
import app.aisha.core.privacy.OverduePhotos;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/** Photos that their owners want gone, in the table {@code avatar_photos}. */
public final class PostgresOverduePhotos implements OverduePhotos {

    private static final String OVERDUE = """
        SELECT avatars.id FROM avatars JOIN users ON users.id = avatars.user_id
        WHERE avatars.status = 'completed'
            AND EXISTS (SELECT 1 FROM avatar_photos WHERE avatar_id = avatars.id)
            AND CASE users.photo_retention
                WHEN 'keep' THEN false
                WHEN 'delete_at_once' THEN true
                WHEN 'delete_after_7_days' THEN avatars.training_completed_at <= ?::timestamptz
            END
        ORDER BY avatars.id LIMIT ?
        """;

    private final PostgresDatabase database;

    public PostgresOverduePhotos(PostgresDatabase database) {
        this.database = database;
    }

    @Override
    public List<AvatarId> find(Instant weekAgo, int most) {
        return database.dsl()
                .resultQuery(OVERDUE, weekAgo.atOffset(ZoneOffset.UTC), most)
                .fetch(row -> new AvatarId(row.get(0, UUID.class)));
    }
}
