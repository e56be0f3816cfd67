package app.aisha.core.picture;

import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.core.picture.Painter.Submission;
import app.aisha.core.work.JobOutcome;
import app.aisha.core.work.Removal;
import java.nio.file.Path;
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

        assertThat(studio.painter.cancelled()).containsExactly("req-late");
        assertThat(studio.jobs.line()).contains(new PictureJob.Forget("req-late"));
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
