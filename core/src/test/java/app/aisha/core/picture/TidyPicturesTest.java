package app.aisha.core.picture;

import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.core.work.JobOutcome;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Photos that pictures are made of stay as long as something is made of them. */
class TidyPicturesTest {

    @TempDir
    Path folder;

    private Studio studio;
    private TidyPictures tidy;

    @BeforeEach
    void opens() {
        studio = new Studio(folder);
        tidy = new TidyPictures(studio.orders, studio.pictures, studio.jobs, studio.transactions, studio.clock);
    }

    private PictureOrder ordered() {
        var request = new AskForPicture.Request.OfPhotos(List.of("file-1", "file-2"), "on the moon");
        var order = ((AskForPicture.Outcome.Composing) studio.ask().ask(studio.owner.id(), request)).order();
        photos(order).photos().forEach(studio::keep);
        return order;
    }

    private static Subject.OfPhotos photos(PictureOrder order) {
        return (Subject.OfPhotos) order.heading().subject();
    }

    private boolean areKept(PictureOrder order) {
        return photos(order).photos().stream().allMatch(studio::holds);
    }

    /** As a worker would. */
    private void removes() {
        var files = new RemovePictureFiles(studio.media, studio.pictures, studio.painter);
        for (var job : studio.jobs.line()) {
            if (job instanceof PictureJob.RemovePhotos gone) {
                assertThat(files.remove(PictureJob.RemovePhotos.of(gone.subject())))
                        .isEqualTo(new JobOutcome.Finished());
            }
        }
    }

    /** Two of them, in the gallery. */
    private List<Picture> painted(PictureOrder order) throws InterruptedException {
        var worded = ((PictureOrder.Composing) order).worded(new Wording("{subject} on the moon", Optional.empty()));
        studio.orders.save(worded);
        studio.change().change(order.id(), studio.owner.id(), new ChangeOrder.Change.Count(2));
        studio.place(((OfferPictures.Outcome.Offered) studio.offers().offer(order.id(), studio.owner.id())).order());
        studio.painter.onReport = () -> ScriptedPainter.done(false);
        var pictures = studio.pictures.of(order.id());
        for (var picture : pictures) {
            studio.advance(picture.id());
            studio.advance(picture.id());
        }
        return pictures;
    }

    @Test
    void anOrderThatWasNeverPlacedGoesWithItsPhotosAfterAWeek() {
        var order = ordered();
        studio.clock.advance(Duration.ofDays(6));
        assertThat(tidy.tidy()).isZero();
        studio.clock.advance(Duration.ofDays(2));

        assertThat(tidy.tidy()).isOne();
        assertThat(areKept(order)).isTrue();
        removes();

        assertThat(studio.orders.find(order.id())).isEmpty();
        assertThat(photos(order).photos()).noneMatch(studio::holds);
    }

    @Test
    void photosGoWithTheLastPictureThatWasMadeOfThem() throws InterruptedException {
        var order = ordered();
        var pictures = painted(order);
        var delete = new DeletePictures(studio.pictures, studio.jobs, studio.transactions);

        delete.delete(List.of(pictures.getFirst().id()), studio.owner.id());
        removes();
        assertThat(areKept(order)).isTrue();
        delete.delete(List.of(pictures.getLast().id()), studio.owner.id());
        removes();

        assertThat(photos(order).photos()).noneMatch(studio::holds);
    }
}
