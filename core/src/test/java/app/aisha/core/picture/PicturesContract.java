package app.aisha.core.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.aisha.core.Examples;
import app.aisha.core.account.UserId;
import app.aisha.core.avatar.AvatarId;
import app.aisha.core.media.MediaKey;
import app.aisha.core.work.StaleState;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every place that keeps pictures promises. */
public interface PicturesContract {

    /** The pictures under test; others may be among them. */
    Pictures pictures();

    /** The orders they are of. */
    PictureOrders orders();

    /** A person without pictures. */
    UserId someone();

    private PictureOrder order(Subject subject) {
        var order = PictureExamples.placed(someone(), subject, Optional.of("озеро"));
        orders().add(order);
        return order;
    }

    private Picture.Queued kept(PictureOrder order, int number) {
        var queued = PictureExamples.queued(order, number, "TOK man at a lake");
        pictures().add(queued);
        return queued;
    }

    private Picture.Queued kept() {
        return kept(order(new Subject.OfAvatar(new AvatarId(PictureExamples.id()))), 1);
    }

    @Test
    default void everyStateSurvivesTheJourney() {
        var photos = new Subject.OfPhotos(List.of(new MediaKey("a/1.jpg"), new MediaKey("a/2.jpg")));
        for (var state : Examples.recordsOf(Picture.class).toList()) {
            for (var seed = 0; seed < 30; seed++) {
                var queued = seed % 2 == 0 ? kept() : kept(order(photos), 1);
                assertThat(pictures().find(queued.id())).contains(queued);
                for (var step : PictureExamples.path(state, queued, seed)) {
                    pictures().save(step);
                    assertThat(pictures().find(step.id())).contains(step);
                }
            }
        }
    }

    @Test
    default void everyProblemSurvivesTheJourney() {
        for (var problem : PictureProblem.values()) {
            var ended = kept().ended(problem, "detail");
            pictures().save(ended);
            assertThat(pictures().find(ended.id())).contains(ended);
        }
    }

    @Test
    default void whatCameLateIsStoredForNothing() {
        var queued = kept();
        var asked = queued.asking("painter", "{}", Instant.EPOCH);
        pictures().save(asked);
        var failed = (Picture.Failed) asked.ended(PictureProblem.LOST, "no answer");
        pictures().save(failed);
        var painted = PictureExamples.path(Picture.Storing.class, queued, 1).getLast();
        var late = failed.recovered(
                ((Picture.Storing) painted).ticket(), ((Picture.Storing) painted).result(), Instant.EPOCH);
        pictures().save(late);
        assertThat(pictures().find(late.id())).contains(late);
        assertThat(late.openTerms()).isEmpty();
    }

    @Test
    default void ofManyWorkersAtOnceOneWins() throws Exception {
        var queued = kept();
        Callable<Boolean> step = () -> {
            try {
                pictures().save(queued.cancelled());
                return true;
            } catch (StaleState _) {
                return false;
            }
        };
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThat(threads.invokeAll(Stream.generate(() -> step).limit(12).toList()).stream()
                            .filter(Future::resultNow))
                    .hasSize(1);
        }
    }

    @Test
    default void whatIsDeletedIsGoneUnlessItChangedMeanwhile() {
        var queued = kept();
        var cancelled = queued.cancelled();
        pictures().save(cancelled);

        assertThatThrownBy(() -> pictures().delete(queued)).isInstanceOf(StaleState.class);
        pictures().delete(cancelled);

        assertThat(pictures().find(queued.id())).isEmpty();
        assertThatThrownBy(() -> pictures().delete(cancelled)).isInstanceOf(StaleState.class);
        assertThatThrownBy(() -> pictures().save(queued.cancelled())).isInstanceOf(StaleState.class);
    }

    @Test
    default void thoseOfAnOrderComeByTheirNumbers() {
        var order = order(new Subject.OfAvatar(new AvatarId(PictureExamples.id())));
        var second = kept(order, 2);
        var first = kept(order, 1);
        kept();

        assertThat(pictures().of(order.id())).containsExactly(first, second);
        assertThat(pictures().lock(order.id())).containsExactly(first, second);
    }

    @Test
    default void aRequestIsKnownOnceThePainterTookIt() {
        var asked = kept().asking("painter", "{}", Instant.EPOCH);
        pictures().save(asked);
        var request = PictureExamples.id().toString();
        assertThat(pictures().knows(request)).isFalse();

        pictures().save(asked.accepted(ticket(request), Instant.EPOCH));

        assertThat(pictures().knows(request)).isTrue();
    }

    private static PaintingTicket ticket(String request) {
        var address = URI.create("https://painter.example/" + request);
        return new PaintingTicket(request, address, address, address);
    }

    @Test
    default void photosAreNeededByWhatIsMadeOfThem() {
        var folder = new MediaKey("users/x/orders/" + PictureExamples.id());
        var order = order(new Subject.OfPhotos(List.of(new MediaKey(folder.value() + "/photo-1.jpg"))));
        var picture = kept(order, 1);
        var beside = new MediaKey(folder.value().substring(0, folder.value().length() - 1));

        assertThat(pictures().needs(order.owner(), folder)).isTrue();
        assertThat(pictures().needs(order.owner(), beside)).isFalse();
        assertThat(pictures().needs(someone(), folder)).isFalse();
        pictures().delete(picture);
        assertThat(pictures().needs(order.owner(), folder)).isFalse();
    }

    @Test
    default void whatNeverCameIsDroppedOnceItIsOld() {
        var ready = kept();
        PictureExamples.path(Picture.Ready.class, ready, 1).forEach(pictures()::save);
        var failed = kept().ended(PictureProblem.LOST, "no answer");
        pictures().save(failed);
        var queued = kept();
        var day = failed.heading().since();

        assertThat(pictures().dropMissing(day, 100)).doesNotContain(failed);
        assertThat(pictures().dropMissing(day.plusSeconds(1), 10_000)).contains(failed);

        assertThat(pictures().find(failed.id())).isEmpty();
        assertThat(pictures().find(ready.id())).isPresent();
        assertThat(pictures().find(queued.id())).contains(queued);
    }

    @Test
    default void aStrangerSeesNothing() {
        var queued = kept();

        assertThat(pictures().find(queued.id(), someone())).isEmpty();
        assertThat(pictures().find(queued.id(), queued.owner())).contains(queued);
    }
}
