package app.aisha.core.picture;

import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.core.picture.Painter.Submission;
import app.aisha.core.work.JobOutcome;
import app.aisha.core.work.Removal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the painter has of pictures that are not there any more. */
class GonePicturesTest {

    @TempDir
    Path folder;

    private Studio studio;

    @BeforeEach
    void opens() {
        studio = new Studio(folder);
    }

    @Test
    void aRequestThatIsAnsweredWhenItsPictureIsGoneIsStoppedAndForgotten() throws InterruptedException {
        var id = studio.queued(1).getFirst().id();
        studio.painter.onSubmit = () -> {
            studio.pictures.delete(studio.found(id));
            return new Submission.Accepted(ScriptedPainter.ticket("req-late"));
        };

        studio.advance(id);

        var unwanted = new PictureJob.Discard(
                "req-late",
                ScriptedPainter.ticket("req-late").cancel(),
                studio.clock.instant().truncatedTo(ChronoUnit.SECONDS));
        assertThat(studio.jobs.line()).contains(PictureJob.Discard.of(unwanted.subject()));
        var discard = new DiscardPainting(studio.painter, studio.clock);
        assertThat(discard.discard(unwanted)).isInstanceOf(JobOutcome.Again.class);
        assertThat(studio.painter.forgotten()).isEmpty();
        studio.clock.advance(Duration.ofSeconds(11));
        assertThat(discard.discard(unwanted)).isEqualTo(new JobOutcome.Finished());
        assertThat(studio.painter.cancelled()).contains("req-late");
        assertThat(studio.painter.forgotten()).containsExactly("req-late");
        assertThat(studio.advance(id)).isEqualTo(new JobOutcome.Finished());
    }

    @Test
    void whatIsDeletedFromTheGalleryIsForgottenByThePainter() throws InterruptedException {
        var id = studio.queued(1).getFirst().id();
        studio.advance(id);
        studio.painter.onReport = () -> ScriptedPainter.done(false);
        studio.advance(id);

        new DeletePictures(studio.pictures, studio.jobs, studio.transactions).delete(Set.of(id), studio.owner.id());

        assertThat(studio.jobs.line()).contains(new PictureJob.Forget("req-1"));
    }

    @Test
    void thePainterIsAskedAgainOnlyWhereItMayAnswer() throws InterruptedException {
        var remove = new RemovePictureFiles(studio.media, studio.pictures, studio.painter);
        studio.painter.onForget = () -> {
            throw ScriptedPainter.away();
        };
        assertThat(remove.forget(new PictureJob.Forget("req-1"))).isInstanceOf(JobOutcome.Again.class);

        studio.painter.onForget = () -> Removal.REFUSED;
        assertThat(remove.forget(new PictureJob.Forget("req-1"))).isEqualTo(new JobOutcome.Finished());
    }
}
