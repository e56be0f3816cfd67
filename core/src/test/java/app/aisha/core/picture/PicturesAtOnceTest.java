package app.aisha.core.picture;

import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.core.account.UserId;
import app.aisha.core.avatar.Avatar;
import app.aisha.core.media.MediaKey;
import app.aisha.core.work.StaleState;
import app.aisha.core.work.StorageUnavailable;
import app.aisha.core.work.Transactions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Finished pictures that are deleted and marked while others change them. */
class PicturesAtOnceTest {

    @TempDir
    Path folder;

    private Studio studio;
    private Avatar.Ready avatar;

    @BeforeEach
    void open() {
        studio = new Studio(folder);
        avatar = studio.avatar("Mira");
    }

    private List<Picture> queued(int count) {
        var offered = studio.offered(avatar, count);
        studio.place(offered);
        return studio.pictures.of(offered.id());
    }

    private List<Picture> finished(int count) {
        var all = queued(count);
        all.forEach(picture -> PictureExamples.path(Picture.Ready.class, (Picture.Queued) picture, 1)
                .forEach(studio.pictures::save));
        return studio.pictures.of(all.getFirst().order());
    }

    private static List<PictureId> ids(List<Picture> all) {
        return all.stream().map(Picture::id).toList();
    }

    private DeletePictures deleting(Pictures pictures) {
        return new DeletePictures(pictures, studio.jobs, studio.transactions);
    }

    @Test
    void whatIsMarkedAsSentThisMomentIsDeletedAllTheSame() {
        var all = finished(4);
        var deleting = deleting(new Busy(() -> markSent(all.get(2))));

        assertThat(deleting.delete(ids(all), studio.owner.id())).isEqualTo(4);

        assertThat(studio.pictures.of(all.getFirst().order())).isEmpty();
        assertThat(studio.jobs.line())
                .containsAll(all.stream()
                        .map(picture -> new PictureJob.RemoveFiles(picture.owner(), picture.id()))
                        .toList());
    }

    @Test
    void ordersAreLockedInTheOrderOfTheirIds() {
        var first = finished(2);
        var second = finished(2);
        var third = finished(1);
        var busy = new Busy(() -> {});
        var chosen = ids(List.of(third.getFirst(), second.get(1), first.get(1), second.get(0), first.get(0)));

        deleting(busy).delete(chosen, studio.owner.id());

        assertThat(busy.locked)
                .containsExactly(
                        first.getFirst().order(),
                        second.getFirst().order(),
                        third.getFirst().order());
    }

    @Test
    void onlyTheOwnersFinishedPicturesGo() {
        var all = finished(2);
        var queued = queued(1);

        assertThat(deleting(studio.pictures).delete(ids(all), new UserId(studio.ids.next())))
                .isZero();
        assertThat(deleting(studio.pictures).delete(ids(queued), studio.owner.id()))
                .isZero();
        assertThat(deleting(studio.pictures).delete(List.of(all.get(1).id()), studio.owner.id()))
                .isEqualTo(1);
        assertThat(studio.pictures.of(all.getFirst().order())).containsExactly(all.getFirst());
    }

    @Test
    void whatTelegramKeepsIsRememberedAfterAChangeMeanwhile() {
        var picture = finished(1).getFirst();
        var once = new Busy(() -> favour(picture));

        new KeepPicture(once, new Plain()).sent(picture.id(), studio.owner.id(), "file");

        assertThat(studio.found(picture.id())).isInstanceOfSatisfying(Picture.Ready.class, now -> {
            assertThat(now.telegramFile()).contains("file");
            assertThat(now.favourite()).isNotEqualTo(((Picture.Ready) picture).favourite());
        });
    }

    @Test
    void whoSentAPictureNeverHearsThatItCannotBeRemembered() {
        var picture = finished(1).getFirst();

        new KeepPicture(studio.pictures, new Failing(new StaleState("a picture")))
                .sent(picture.id(), studio.owner.id(), "file");
        new KeepPicture(studio.pictures, new Failing(new StorageUnavailable("restarting", new IOException())))
                .sent(picture.id(), studio.owner.id(), "file");

        assertThat(studio.found(picture.id())).isEqualTo(picture);
    }

    private void markSent(Picture picture) {
        if (studio.found(picture.id()) instanceof Picture.Ready ready) {
            studio.pictures.save(ready.sent("just now"));
        }
    }

    private void favour(Picture picture) {
        if (studio.found(picture.id()) instanceof Picture.Ready ready) {
            studio.pictures.save(ready.favourite(!ready.favourite()));
        }
    }

    /** Takes nothing back, least of all what somebody else did meanwhile. */
    private record Plain() implements Transactions {

        @Override
        public <T> T call(Supplier<T> work) {
            return work.get();
        }
    }

    /** No transaction ends well. */
    private record Failing(RuntimeException trouble) implements Transactions {

        @Override
        public <T> T call(Supplier<T> work) {
            throw trouble;
        }
    }

    /** Pictures one of which somebody else changes right after it was looked for the first time. */
    private final class Busy implements Pictures {

        private final List<OrderId> locked = new ArrayList<>();
        private Optional<Runnable> meanwhile;

        Busy(Runnable meanwhile) {
            this.meanwhile = Optional.of(meanwhile);
        }

        @Override
        public void add(Picture.Queued picture) {
            studio.pictures.add(picture);
        }

        @Override
        public void save(Picture picture) {
            studio.pictures.save(picture);
        }

        @Override
        public void delete(Picture picture) {
            studio.pictures.delete(picture);
        }

        @Override
        public Optional<Picture> find(PictureId id) {
            var found = studio.pictures.find(id);
            var other = meanwhile;
            meanwhile = Optional.empty();
            other.ifPresent(Runnable::run);
            return found;
        }

        @Override
        public List<Picture> lock(OrderId order) {
            locked.add(order);
            return studio.pictures.lock(order);
        }

        @Override
        public List<Picture> of(OrderId order) {
            return studio.pictures.of(order);
        }

        @Override
        public List<Picture> dropMissing(Instant before, int most) {
            return studio.pictures.dropMissing(before, most);
        }

        @Override
        public Optional<String> request(PictureId id) {
            return studio.pictures.request(id);
        }

        @Override
        public boolean knows(String requestId) {
            return studio.pictures.knows(requestId);
        }

        @Override
        public boolean needs(UserId owner, MediaKey folder) {
            return studio.pictures.needs(owner, folder);
        }
    }
}
