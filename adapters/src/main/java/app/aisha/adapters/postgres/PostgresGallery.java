package app.aisha.adapters.postgres;

import static app.aisha.adapters.postgres.generated.Tables.AVATARS;
import static app.aisha.adapters.postgres.generated.Tables.PICTURES;

import app.aisha.adapters.postgres.generated.enums.Picturestatus;
import app.aisha.core.account.UserId;
import app.aisha.core.avatar.AvatarId;
import app.aisha.core.picture.Gallery;
import app.aisha.core.picture.Picture;
import app.aisha.core.picture.PictureId;
import app.aisha.core.work.TimeOrderedIds;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;

/**
 * The finished ones of the table {@code pictures}. Words are looked for as in transcripts: in any of their forms, and those that
 * say nothing, such as articles, let all through.
 */
public final class PostgresGallery implements Gallery {

    private static final Condition READY = PICTURES.STATUS.eq(DSL.inline(Picturestatus.ready));

    private final PostgresDatabase database;

    public PostgresGallery(PostgresDatabase database) {
        this.database = database;
    }

    @Override
    public List<Picture.Ready> page(UserId owner, Filter filter, Optional<PictureId> after, int most) {
        return database.dsl()
                .selectFrom(PICTURES)
                .where(those(owner, filter))
                .and(after.map(last -> PICTURES.ID.lt(last.value())).orElseGet(DSL::noCondition))
                .orderBy(PICTURES.ID.desc())
                .limit(most)
                .fetch(PictureRows::ready);
    }

    @Override
    public List<Picture.Ready> pageBefore(UserId owner, Filter filter, PictureId before, int most) {
        return database.dsl()
                .selectFrom(PICTURES)
                .where(those(owner, filter))
                .and(PICTURES.ID.gt(before.value()))
                .orderBy(PICTURES.ID.asc())
                .limit(most)
                .fetch(PictureRows::ready)
                .reversed();
    }

    @Override
    public int count(UserId owner, Filter filter, int limit) {
        return database.dsl()
                .fetchCount(DSL.selectOne()
                        .from(PICTURES)
                        .where(those(owner, filter))
                        .limit(limit));
    }

    private static Condition those(UserId owner, Filter filter) {
        var conditions = DSL.and(PICTURES.USER_ID.eq(owner.value()), READY);
        return conditions
                .and(filter.avatar()
                        .map(avatar -> PICTURES.AVATAR_ID.eq(avatar.value()))
                        .orElseGet(DSL::noCondition))
                .and(filter.favourites() ? DSL.condition(PICTURES.FAVOURITE) : DSL.noCondition())
                .and(filter.since()
                        .map(since -> PICTURES.ID.ge(TimeOrderedIds.firstOf(since)))
                        .orElseGet(DSL::noCondition))
                .and(filter.words().map(words -> haveWords(owner, words)).orElseGet(DSL::noCondition));
    }

    /** With the words in the statement itself, so that a plan is made for them and not for words in general. */
    private static Condition haveWords(UserId owner, String words) {
        return DSL.condition(
                "picture_words({0}, {1}, {2}) @@ (plainto_tsquery('russian', search_form({3})) && {4}::tsquery)",
                PICTURES.USER_ID,
                PICTURES.PROMPT,
                PICTURES.READING,
                DSL.inline(words.replace('\0', ' ')),
                DSL.inline("'owner %s'".formatted(owner.value())));
    }

    @Override
    public Figures figures(UserId owner) {
        var mine = PICTURES.USER_ID.eq(owner.value()).and(READY);
        return database.dsl()
                .select(
                        DSL.count(),
                        DSL.count().filterWhere(PICTURES.FAVOURITE),
                        DSL.sum(PICTURES.BYTES),
                        DSL.min(PICTURES.FINISHED_AT))
                .from(PICTURES)
                .where(mine)
                .fetchSingle(row -> new Figures(
                        row.value1(),
                        row.value2(),
                        row.value3() == null ? 0 : row.value3().longValueExact(),
                        Times.in(row.value4()),
                        avatars(owner)));
    }

    private List<OfAvatar> avatars(UserId owner) {
        var mine = PICTURES.USER_ID.eq(owner.value()).and(READY).and(PICTURES.AVATAR_ID.isNotNull());
        var number = DSL.count();
        var counted = DSL.select(PICTURES.AVATAR_ID, number.as("number"))
                .from(PICTURES)
                .where(mine)
                .groupBy(PICTURES.AVATAR_ID)
                .asTable("counted");
        var avatar = counted.field(PICTURES.AVATAR_ID);
        var latest = DSL.select(PICTURES.AVATAR_NAME)
                .from(PICTURES)
                .where(mine)
                .and(PICTURES.AVATAR_ID.eq(avatar))
                .orderBy(PICTURES.ID.desc())
                .limit(1);
        Field<String> name = DSL.coalesce(AVATARS.NAME, DSL.field(latest), DSL.inline(""));
        return database.dsl()
                .select(avatar, name, counted.field("number", Long.class))
                .from(counted)
                .leftJoin(AVATARS)
                .on(AVATARS.ID.eq(avatar))
                .orderBy(DSL.field("number").desc(), avatar)
                .fetch(row -> new OfAvatar(new AvatarId(row.value1()), row.value2(), row.value3()));
    }
}
