package app.aisha.core.picture;

import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.core.avatar.Avatar;
import app.aisha.core.picture.Painter.Submission;
import app.aisha.core.work.JobOutcome;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the table of states and answers does not show. */
class AdvancePictureTest {

    @TempDir
    Path folder;

    private Studio studio;

    @BeforeEach
    void opens() {
        studio = new Studio(folder);
    }

    private PictureId unanswered() throws InterruptedException {
        studio.painter.onSubmit = () -> new Submission.Uncertain("cut off");
        var id = studio.queued(1).getFirst().id();
        studio.advance(id);
        return id;
    }

    private Avatar.Ready avatarOf(PictureId id) {
        var subject = (Subject.OfAvatar) studio.found(id).heading().recipe().subject();
        return (Avatar.Ready) studio.avatars.find(subject.avatar()).orElseThrow();
    }

    @Test
    void whatWasNotAnsweredIsFoundAlthoughTheAvatarIsGone() throws InterruptedException {
        var id = unanswered();
        studio.avatars.delete(avatarOf(id));
        studio.painter.onFind = () -> Optional.of(ScriptedPainter.ticket("req-9"));

        studio.advance(id);

        assertThat(studio.pictures.knows("req-9")).isTrue();
        assertThat(studio.painter.submitted).hasSize(1);
    }

    @Test
    void aRequestOfAnotherPictureIsNotTakenForTheLostOne() throws InterruptedException {
        var both = studio.queued(2);
        studio.advance(both.getFirst().id());
        studio.painter.onSubmit = () -> new Submission.Uncertain("cut off");
        var id = both.getLast().id();
        studio.advance(id);
        studio.painter.onFind = () -> Optional.of(ScriptedPainter.ticket("req-1"));

        studio.advance(id);

        assertThat(studio.found(id))
                .isInstanceOfSatisfying(
                        Picture.Painting.class,
                        painting -> assertThat(painting.ticket()).isEmpty());
    }

    @Test
    void whatComesAfterItWasGivenUpCostsNothing() throws InterruptedException {
        var id = studio.queued(1).getFirst().id();
        studio.advance(id);
        studio.painter.onReport = PaintingReport.Running::new;
        studio.clock.advance(Duration.ofMinutes(31));

        assertThat(studio.advance(id)).isInstanceOf(JobOutcome.Again.class);
        assertThat(studio.found(id)).isInstanceOf(Picture.Failed.class);
        assertThat(studio.painter.cancelled).hasSize(1);
        studio.painter.onReport = () -> ScriptedPainter.done(false);
        studio.advance(id);

        assertThat(studio.found(id)).isInstanceOf(Picture.Ready.class);
        assertThat(studio.free()).isEqualTo(Studio.GIFT);
    }

    @Test
    void whatWasGivenUpIsNotLookedAfterForEver() throws InterruptedException {
        var id = studio.queued(1).getFirst().id();
        studio.advance(id);
        studio.painter.onReport = PaintingReport.Running::new;
        studio.clock.advance(Duration.ofMinutes(31));
        studio.advance(id);

        studio.clock.advance(Duration.ofHours(2));

        assertThat(studio.advance(id)).isEqualTo(new JobOutcome.Finished());
    }

    @Test
    void weightsThatAnotherPictureBroughtAgainAreNotBroughtTwice() throws InterruptedException {
        var pictures = studio.queued(2);
        for (var picture : pictures) {
            studio.painter.onSubmit = () -> new Submission.Accepted(
                    ScriptedPainter.ticket("req-" + picture.heading().number()));
            studio.advance(picture.id());
        }
        studio.painter.onReport = () -> new PaintingReport.Failed(PictureProblem.MODEL_GONE, "404");

        for (var picture : pictures) {
            studio.advance(picture.id());
        }

        assertThat(studio.painter.uploads).hasSize(1);
        assertThat(pictures)
                .allSatisfy(picture -> assertThat(studio.found(picture.id())).isInstanceOf(Picture.Queued.class));
    }

    @Test
    void oneThatFailsByOurMistakeIsStoppedAtThePainterToo() throws InterruptedException {
        var id = studio.queued(1).getFirst().id();
        studio.advance(id);

        studio.advance().giveUp(id);

        assertThat(studio.jobs.line()).contains(new PictureJob.Stop(id));
        studio.cancel().stop(id);
        assertThat(studio.painter.cancelled).containsExactly(ScriptedPainter.ticket("req-1"));
    }
}
