package app.aisha.core.picture;

import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.core.account.ChatId;
import app.aisha.core.account.Language;
import app.aisha.core.picture.CancelPictures.Outcome;
import app.aisha.core.work.JobOutcome;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CancelPicturesTest {

    @TempDir
    Path folder;

    private Studio studio;

    @BeforeEach
    void open() {
        studio = new Studio(folder);
    }

    private Outcome cancel(OrderId order) {
        return studio.cancel().cancel(order, studio.owner.id());
    }

    /** One of three waits in line, one is with the painter, one is there. */
    private List<Picture> ofEachKind() throws InterruptedException {
        var all = studio.queued(3);
        studio.advance(all.get(1).id());
        studio.painter.onReport = () -> ScriptedPainter.done(false);
        studio.advance(all.get(2).id());
        studio.advance(all.get(2).id());
        studio.jobs.takeAll();
        studio.outbox.clear();
        return studio.pictures.of(all.getFirst().order());
    }

    @Test
    void whatIsNotThereYetIsCancelledAndItsMoneyGoesBackAtOnce() throws InterruptedException {
        var all = ofEachKind();
        var order = all.getFirst().order();

        var outcome = cancel(order);

        var now = studio.pictures.of(order);
        assertThat(outcome).isEqualTo(new Outcome.Cancelled(now));
        assertThat(now.get(0)).isInstanceOf(Picture.Cancelled.class);
        assertThat(now.get(1)).isInstanceOf(Picture.Cancelled.class);
        assertThat(now.get(2)).isEqualTo(all.get(2)).isInstanceOf(Picture.Ready.class);
        assertThat(studio.free()).isEqualTo(Studio.GIFT.minus(Studio.PRICE));
        assertThat(studio.jobs.line())
                .containsExactly(new PictureJob.Stop(all.get(1).id()));
        assertThat(studio.outbox.posted(PictureNotice.Over.class))
                .singleElement()
                .satisfies(
                        over -> assertThat(over.lastOne()).isEqualTo(all.get(1).id()));
    }

    @Test
    void aSecondTapIsTooLateAndMovesNoMoney() throws InterruptedException {
        var order = ofEachKind().getFirst().order();
        cancel(order);
        var free = studio.free();

        assertThat(cancel(order)).isEqualTo(new Outcome.TooLate());
        assertThat(studio.free()).isEqualTo(free);
        assertThat(studio.outbox.posted(PictureNotice.Over.class)).hasSize(1);
    }

    @Test
    void aStrangerStopsNothing() throws InterruptedException {
        var all = ofEachKind();
        var stranger = studio.users.welcome(new ChatId(2), "Stranger", Optional.empty(), Language.EN);

        assertThat(studio.cancel().cancel(all.getFirst().order(), stranger.id()))
                .isEqualTo(new Outcome.Unknown());
        assertThat(studio.pictures.of(all.getFirst().order())).isEqualTo(all);
    }

    @Test
    void thePainterIsToldWhereItTookThePicture() throws InterruptedException {
        var all = ofEachKind();
        cancel(all.getFirst().order());

        assertThat(studio.cancel().stop(all.get(0).id())).isEqualTo(new JobOutcome.Finished());
        assertThat(studio.painter.cancelled).isEmpty();
        assertThat(studio.cancel().stop(all.get(1).id())).isEqualTo(new JobOutcome.Finished());
        assertThat(studio.painter.cancelled).containsExactly(ScriptedPainter.ticket("req-1"));
        assertThat(studio.cancel().stop(all.get(2).id())).isEqualTo(new JobOutcome.Finished());
        assertThat(studio.painter.cancelled).as("that one is there").hasSize(1);
    }

    @Test
    void aPainterThatIsAwayIsToldLaterForTenMinutes() throws InterruptedException {
        var all = ofEachKind();
        cancel(all.getFirst().order());
        var away = new CancelPictures(
                studio.orders, studio.pictures, studio.end(), new SleepingPainter(), studio.transactions, studio.clock);

        assertThat(away.stop(all.get(1).id()))
                .isInstanceOfSatisfying(
                        JobOutcome.Again.class,
                        again -> assertThat(again.pause()).isEqualTo(Duration.ofSeconds(30)));
        studio.clock.advance(Duration.ofMinutes(10).plusSeconds(1));
        assertThat(away.stop(all.get(1).id())).isEqualTo(new JobOutcome.Finished());
    }
}
