package app.aisha.adapters.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.aisha.adapters.embedded.TestPostgres;
import app.aisha.core.account.Language;
import app.aisha.core.account.UserId;
import app.aisha.core.account.UsersContract;
import app.aisha.core.avatar.AvatarExamples;
import app.aisha.core.media.MediaKey;
import app.aisha.core.picture.Gallery.Filter;
import app.aisha.core.picture.Picture;
import app.aisha.core.picture.PictureExamples;
import app.aisha.core.picture.PictureOrder;
import app.aisha.core.picture.Subject;
import app.aisha.core.work.TimeOrderedIds;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataIntegrityViolationException;

/** What the tables of pictures promise beyond the ports. */
class PictureTablesTest {

    private static final TestPostgres.Database TABLES = TestDatabase.migrated();
    private static final PostgresDatabase DATABASE = new PostgresDatabase(TABLES.dataSource());

    private final PostgresPictures pictures = new PostgresPictures(DATABASE);
    private final PostgresPictureOrders orders = new PostgresPictureOrders(DATABASE);
    private final PostgresAvatars avatars = new PostgresAvatars(DATABASE);
    private final PostgresGallery gallery = new PostgresGallery(DATABASE);
    private final UserId owner = new PostgresUsers(
                    DATABASE, new TimeOrderedIds(InstantSource.system()), ZoneId.of("UTC"))
            .welcome(UsersContract.someChat(), "Somebody", Optional.empty(), Language.RU)
            .id();

    private Picture.Queued queued(Subject subject) {
        var order = PictureExamples.placed(owner, subject, Optional.of("Человек у озёр, без «рамки»"));
        orders.add(order);
        var queued = PictureExamples.queued(order, 1, "TOKmira man running along lakes");
        pictures.add(queued);
        return queued;
    }

    private Picture kept(Class<?> state, Subject subject) {
        var path = PictureExamples.path(state, queued(subject), 1);
        path.forEach(pictures::save);
        return path.getLast();
    }

    private Subject.OfAvatar avatar() {
        var draft = AvatarExamples.draft(owner, "Mira");
        avatars.add(draft);
        return new Subject.OfAvatar(draft.id());
    }

    private static Subject photos() {
        return new Subject.OfPhotos(List.of(new MediaKey("users/a/photo.jpg")));
    }

    @Test
    void finishedPicturesOfAnAvatarAreCountedOnceEach() {
        var avatar = avatar();
        kept(Picture.Ready.class, avatar);
        kept(Picture.Ready.class, avatar);
        kept(Picture.Storing.class, avatar);
        kept(Picture.Failed.class, avatar);
        kept(Picture.Ready.class, photos());

        assertThat(TABLES.client()
                        .sql("SELECT generations_count FROM avatars WHERE id = ?")
                        .param(avatar.avatar().value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"озеро", "ОЗЁРА", "lake", "Run", "озеро run", "рамка", "the lake", "the", "", " — "})
    void wordsAreFoundInAllTheirForms(String words) {
        var ready = kept(Picture.Ready.class, photos());
        var filter = new Filter(Optional.empty(), false, Optional.empty(), Optional.of(words));

        assertThat(gallery.page(owner, filter, Optional.empty(), 10)).isEqualTo(List.of(ready));
    }

    @ParameterizedTest
    @ValueSource(strings = {"прежде", "mountain", "lake sea", "owner", "lake' OR '1'='1", "прежде & \\"})
    void otherWordsAreNotFound(String words) {
        kept(Picture.Ready.class, photos());
        var filter = new Filter(Optional.empty(), false, Optional.empty(), Optional.of(words));

        assertThat(gallery.page(owner, filter, Optional.empty(), 10)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "status = 'ready'",
                "status = 'painting'",
                "status = 'storing'",
                "status = 'failed'",
                "status = 'refused', problem = 'timeout', problem_detail = '', returned = 0",
                "status = 'failed', problem = 'content', problem_detail = '', returned = 0",
                "status = 'failed', problem = 'lost', returned = 0",
                "status = 'cancelled'",
                "favourite = true",
                "telegram_file = 'x'",
                "returned = 1",
                "request_id = 'x'",
                "photo_keys = NULL",
                "photo_keys = '{}'",
                "seed = -1"
            })
    void noStateLacksWhatItNeeds(String change) {
        var queued = queued(photos());

        assertThatThrownBy(() -> TABLES.client()
                        .sql("UPDATE pictures SET " + change + " WHERE id = ?")
                        .param(queued.id().value())
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "status = 'composing'",
                "wish = 'words', wish_text = 'x'",
                "status = 'composing', wish = 'words', wish_text = 'x'",
                "status = 'composing', wish = 'spoken', wish_text = 'x', wished_at = now()",
                "wished_at = now()",
                "wordings = '[]'",
                "wordings = '{}'",
                "status = 'placed', quote_id = gen_random_uuid()",
                "number = 5"
            })
    void noOrderLacksWhatItNeeds(String change) {
        var order = PictureExamples.order(PictureOrder.Offered.class, owner, 1);
        orders.add(order);

        assertThatThrownBy(() -> TABLES.client()
                        .sql("UPDATE picture_orders SET " + change + " WHERE id = ?")
                        .param(order.id().value())
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void allGoesWithItsOwner() {
        var ready = kept(Picture.Ready.class, avatar());

        TABLES.client()
                .sql("DELETE FROM users WHERE id = ?")
                .param(owner.value())
                .update();

        assertThat(pictures.find(ready.id())).isEmpty();
        assertThat(orders.find(ready.order())).isEmpty();
    }

    @Test
    void whatIsLockedWaitsForTheOtherTransaction() throws Exception {
        var queued = queued(photos());
        var locked = new CountDownLatch(1);
        var done = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = threads.submit(() -> DATABASE.call(() -> {
                pictures.lock(queued.order());
                orders.lock(queued.order(), owner);
                locked.countDown();
                awaited(done);
                pictures.save(queued.cancelled());
                return queued.id();
            }));
            locked.await();
            var second = threads.submit(() -> DATABASE.call(() -> pictures.lock(queued.order())));
            var third = threads.submit(() -> DATABASE.call(() -> orders.lock(queued.order(), owner)));
            while (waiting() < 2) {
                assertThat(second.isDone() || third.isDone()).isFalse();
            }
            done.countDown();
            assertThat(first.get()).isEqualTo(queued.id());
            assertThat(second.get()).isEqualTo(List.of(queued.cancelled()));
            assertThat(third.get()).isPresent();
        }
    }

    private static int waiting() {
        return TABLES.client()
                .sql("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type"
                        + " = 'Lock'")
                .query(Integer.class)
                .single();
    }

    private static void awaited(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
