package app.aisha.core.picture;

import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.core.avatar.SuddenDeath;
import app.aisha.core.picture.Painter.Submission;
import app.aisha.core.work.JobOutcome;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The process dies before and after every commit and every call of the outside of a picture. The points are not listed
 * anywhere: each run passes one more before it dies, until one passes them all.
 */
class PaintingDeathsTest {

    @TempDir
    Path folder;

    private int worlds;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void atEveryPointOnePictureIsPaidAtMostAndNoneIsLost(boolean listed) throws InterruptedException {
        var endings = new TreeMap<String, Integer>();
        var points = 0;
        while (dies(listed, endings, points + 1)) {
            points++;
        }
        System.out.printf(
                "Picture, %s: %d points of death, endings %s%n", listed ? "listed" : "unlisted", points, endings);
        assertThat(points).isGreaterThan(12);
        assertThat(endings).containsKey("Ready");
    }

    @Test
    void atEveryPairOfPointsToo() throws InterruptedException {
        var endings = new TreeMap<String, Integer>();
        for (var first = 1; first < 24; first++) {
            for (var second = first + 1; second < 44; second += 2) {
                dies(true, endings, first, second);
            }
        }
        System.out.printf("Picture: two deaths, endings %s%n", endings);
        assertThat(endings).containsKey("Ready");
    }

    /** False where no death came, because there were fewer points. */
    private boolean dies(boolean listed, Map<String, Integer> endings, Integer... deaths) throws InterruptedException {
        var death = new SuddenDeath(deaths);
        var studio = new Studio(folder.resolve("world-" + worlds++), death);
        var offered = studio.offered(studio.avatar("Mira"), 1);
        var painter = studio.painter;
        painter.onReport = () -> ScriptedPainter.done(false);
        painter.onFind = () -> listed && !painter.submitted.isEmpty()
                ? Optional.of(ScriptedPainter.ticket("req-1"))
                : Optional.empty();
        painter.onSubmit = () -> new Submission.Accepted(ScriptedPainter.ticket("req-1"));
        death.begin();

        var died = places(studio, offered);
        var id = studio.pictures.of(offered.id()).getFirst().id();
        for (var tries = 0; tries < 300; tries++) {
            try {
                if (!(studio.advance(id) instanceof JobOutcome.Again again)) {
                    break;
                }
                studio.clock.advance(again.pause().plusSeconds(1));
            } catch (SuddenDeath.Died _) {
                died = true;
            }
        }
        check(studio, id, listed, endings);
        return died;
    }

    /** As its owner would: until there is an answer. */
    private static boolean places(Studio studio, PictureOrder.Offered offered) {
        var died = false;
        while (true) {
            try {
                studio.place(offered);
                return died;
            } catch (SuddenDeath.Died _) {
                died = true;
            }
        }
    }

    /** What the painter lists is found; a death before it was asked is not told from one after, and nobody pays for that. */
    private static void check(Studio studio, PictureId id, boolean listed, Map<String, Integer> endings) {
        var end = studio.found(id);
        assertThat(end.isOver()).isTrue();
        assertThat(studio.painter.submitted).hasSizeLessThanOrEqualTo(1);
        assertThat(studio.pictures.of(end.order())).hasSize(1);
        assertThat(studio.wallets.of(studio.owner.id()).held().isNone()).isTrue();
        var name = switch (end) {
            case Picture.Ready ready -> {
                assertThat(studio.free()).isEqualTo(Studio.GIFT.minus(Studio.PRICE));
                assertThat(studio.holds(ready.files().picture())).isTrue();
                yield "Ready";
            }
            case Picture.Failed failed -> {
                assertThat(studio.free()).isEqualTo(Studio.GIFT);
                assertThat(failed.failure().problem()).isEqualTo(PictureProblem.LOST);
                assertThat(listed && !studio.painter.submitted.isEmpty()).isFalse();
                yield "Failed " + failed.failure().problem();
            }
            case Picture.Queued _, Picture.Painting _, Picture.Storing _, Picture.Refused _, Picture.Cancelled _ ->
                end.getClass().getSimpleName();
        };
        endings.merge(name, 1, Integer::sum);
    }
}
