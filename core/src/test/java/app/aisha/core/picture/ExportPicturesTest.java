package app.aisha.core.picture;

import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.core.account.AspectRatio;
import app.aisha.core.account.UserId;
import app.aisha.core.avatar.InMemoryAvatars;
import app.aisha.core.media.MediaKey;
import app.aisha.core.picture.ExportPictures.Limits;
import app.aisha.core.picture.ExportPictures.Part;
import app.aisha.core.picture.Gallery.Filter;
import app.aisha.core.wallet.Prices.Quality;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ExportPicturesTest {

    private static final UserId OWNER = new UserId(new UUID(1, 1));
    private static final UserId STRANGER = new UserId(new UUID(2, 2));
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    private final InMemoryPictureOrders orders = new InMemoryPictureOrders();
    private final InMemoryPictures pictures = new InMemoryPictures(orders, new InMemoryAvatars());
    private final ExportPictures exportPictures = new ExportPictures(pictures, pictures, new Limits(3, 1_000));
    private int made;

    private Picture.Ready made(long bytes) {
        made++;
        var heading = new Picture.Heading(
                new PictureId(new UUID(7, made)),
                OWNER,
                new OrderId(new UUID(8, made)),
                1,
                new Recipe(
                        new Subject.OfPhotos(List.of(new MediaKey("photo"))),
                        "a beach",
                        AspectRatio.SQUARE,
                        Quality.FAST,
                        1),
                Optional.empty(),
                NOON,
                1);
        var files = new PictureFiles(
                new MediaKey("picture"),
                new MediaKey("thumbnail"),
                new PixelSize(1024, 1024),
                bytes,
                "image/jpeg",
                "00");
        return PictureExamples.stored(pictures, orders, new Picture.Queued(heading), Optional.empty(), files);
    }

    private Part all(Optional<PictureId> after) {
        return exportPictures.all(OWNER, Filter.ALL, after);
    }

    @Test
    void aPartHoldsNoMorePicturesThanTheLimitAndKnowsWhetherThereAreOthers() {
        var oldest = made(1);
        var second = made(1);
        var third = made(1);

        assertThat(all(Optional.empty())).isEqualTo(new Part(List.of(third, second, oldest), false));

        var newest = made(1);
        assertThat(all(Optional.empty())).isEqualTo(new Part(List.of(newest, third, second), true));
        assertThat(all(Optional.of(second.id()))).isEqualTo(new Part(List.of(oldest), false));
        assertThat(all(Optional.of(oldest.id()))).isEqualTo(new Part(List.of(), false));
    }

    @Test
    void aPartHoldsNoMoreBytesThanTheLimitButAlwaysAPicture() {
        var small = made(1);
        var huge = made(5_000);
        var half = made(500);
        var otherHalf = made(500);

        var first = all(Optional.empty());
        var second = all(Optional.of(half.id()));

        assertThat(first).isEqualTo(new Part(List.of(otherHalf, half), true));
        assertThat(second).isEqualTo(new Part(List.of(huge), true));
        assertThat(all(Optional.of(huge.id()))).isEqualTo(new Part(List.of(small), false));
    }

    @Test
    void thePartsTogetherAreAllOfThemOnce() {
        var sizes = List.of(10L, 990L, 400L, 700L, 2_000L, 1L, 1L, 1L, 1L, 500L, 501L);
        var wanted = new ArrayList<Picture.Ready>();
        sizes.forEach(bytes -> wanted.addFirst(made(bytes)));
        var got = new ArrayList<Picture.Ready>();

        var part = all(Optional.empty());
        while (part.more()) {
            got.addAll(part.pictures());
            part = all(Optional.of(got.getLast().id()));
        }
        got.addAll(part.pictures());

        assertThat(got).isEqualTo(wanted);
    }

    @Test
    void ofTheChosenOnesThoseOfTheOwnerThatAreFinishedAreTakenOnce() {
        var ready = made(1);
        var other = made(1);
        var queued = new Picture.Queued(new Picture.Heading(
                new PictureId(new UUID(9, 9)),
                OWNER,
                ready.order(),
                2,
                ready.heading().recipe(),
                Optional.empty(),
                NOON,
                1));
        pictures.add(queued);
        var chosen = List.of(ready.id(), queued.id(), new PictureId(new UUID(5, 5)), other.id(), ready.id());

        assertThat(exportPictures.chosen(chosen, OWNER)).isEqualTo(new Part(List.of(ready, other), false));
        assertThat(exportPictures.chosen(chosen, STRANGER)).isEqualTo(new Part(List.of(), false));
    }
}
