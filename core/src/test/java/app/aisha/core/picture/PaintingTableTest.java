package app.aisha.core.picture;

import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.core.picture.Painter.Submission;
import app.aisha.core.wallet.Credits;
import app.aisha.core.work.Fetched;
import app.aisha.core.work.JobOutcome;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every state of a picture meets everything a painter can say; what comes of each pair is written down here. */
class PaintingTableTest {

    @TempDir
    Path folder;

    private int worlds;

    private enum State {
        QUEUED,
        ASKED,
        ACCEPTED,
        STORING,
        READY,
        REFUSED,
        FAILED_TIMEOUT,
        CANCELLED
    }

    private enum Event {
        AWAY,
        ACCEPTS,
        REFUSES,
        UNCERTAIN,
        FOUND,
        RUNNING,
        DONE,
        FLAGGED,
        WRONG_SIZE,
        NO_FILE,
        CONTENT,
        MODEL_GONE,
        UNKNOWN,
        OVERDUE
    }

    /** Rows are states, columns events; a + says that the job comes again. */
    private static final String TABLE = """
        |              |AWAY           |ACCEPTS        |REFUSES        |UNCERTAIN      |FOUND          |RUNNING        |DONE           |FLAGGED        |WRONG_SIZE       |NO_FILE        |CONTENT        |MODEL_GONE     |UNKNOWN        |OVERDUE        |
        |QUEUED        |Queued+        |Accepted+      |Failed REJECTED|Asked+         |Accepted+      |Accepted+      |Accepted+      |Accepted+      |Accepted+        |Accepted+      |Accepted+      |Accepted+      |Accepted+      |Accepted+      |
        |ASKED         |Asked+         |Asked+         |Asked+         |Asked+         |Accepted+      |Asked+         |Asked+         |Asked+         |Asked+           |Asked+         |Asked+         |Asked+         |Asked+         |Failed LOST    |
        |ACCEPTED      |Accepted+      |Accepted+      |Accepted+      |Accepted+      |Accepted+      |Accepted+      |Ready          |Refused CONTENT|Failed BAD_RESULT|Storing+       |Refused CONTENT|Queued+        |Accepted+      |Failed TIMEOUT+|
        |STORING       |Storing+       |Ready          |Ready          |Ready          |Ready          |Ready          |Ready          |Ready          |Failed BAD_RESULT|Storing+       |Ready          |Ready          |Ready          |Ready          |
        |READY         |Ready          |Ready          |Ready          |Ready          |Ready          |Ready          |Ready          |Ready          |Ready            |Ready          |Ready          |Ready          |Ready          |Ready          |
        |REFUSED       |Refused CONTENT|Refused CONTENT|Refused CONTENT|Refused CONTENT|Refused CONTENT|Refused CONTENT|Refused CONTENT|Refused CONTENT|Refused CONTENT  |Refused CONTENT|Refused CONTENT|Refused CONTENT|Refused CONTENT|Refused CONTENT|
        |FAILED_TIMEOUT|Failed TIMEOUT+|Failed TIMEOUT+|Failed TIMEOUT+|Failed TIMEOUT+|Failed TIMEOUT+|Failed TIMEOUT+|Ready          |Refused CONTENT|Failed BAD_RESULT|Storing+       |Failed TIMEOUT |Failed TIMEOUT |Failed TIMEOUT |Failed TIMEOUT+|
        |CANCELLED     |Cancelled      |Cancelled      |Cancelled      |Cancelled      |Cancelled      |Cancelled      |Cancelled      |Cancelled      |Cancelled        |Cancelled      |Cancelled      |Cancelled      |Cancelled      |Cancelled      |
        """;

    @Test
    void everyPairHasTheResultThatIsWrittenDown() throws InterruptedException {
        var drawn = new ArrayList<List<String>>();
        for (var state : State.values()) {
            var row = new ArrayList<>(List.of(state.name()));
            for (var event : Event.values()) {
                row.add(result(state, event));
            }
            drawn.add(row);
        }
        assertThat(drawn).containsExactlyElementsOf(written());
    }

    private static List<List<String>> written() {
        return TABLE.lines()
                .skip(1)
                .map(line -> Arrays.stream(line.strip().split("\\|"))
                        .skip(1)
                        .map(String::strip)
                        .toList())
                .toList();
    }

    private String result(State state, Event event) throws InterruptedException {
        var studio = new Studio(folder.resolve("world-" + worlds++));
        var id = studio.queued(1).getFirst().id();
        bring(studio, id, state);
        var asked = studio.painter.submitted.size();
        play(studio, event);

        var outcome = studio.advance(id);

        var after = studio.found(id);
        var pair = "%s × %s".formatted(state, event);
        var answer = name(after) + (outcome instanceof JobOutcome.Again ? "+" : "");
        assertThat(studio.painter.submitted.size() - asked)
                .as("%s never asks twice", pair)
                .isLessThanOrEqualTo(state == State.QUEUED ? 1 : 0);
        assertThat(studio.free()).as(pair).isEqualTo(expected(after));
        assertThat(studio.outbox.posted(PictureNotice.Over.class).isEmpty())
                .as("%s tells the end", pair)
                .isEqualTo(!after.isOver() && state != State.FAILED_TIMEOUT);
        return answer;
    }

    /** A hold is open exactly while the picture is under way; the gift is whole again where nothing came of it. */
    private static Credits expected(Picture after) {
        var isPaid = after.heading().terms().isPresent();
        return switch (after) {
            case Picture.Queued _, Picture.Painting _, Picture.Storing _, Picture.Ready _ ->
                isPaid ? Studio.GIFT.minus(Studio.PRICE) : Studio.GIFT;
            case Picture.Refused _, Picture.Failed _, Picture.Cancelled _ -> Studio.GIFT;
        };
    }

    private static void bring(Studio studio, PictureId id, State state) throws InterruptedException {
        var painter = studio.painter;
        switch (state) {
            case QUEUED -> {}
            case ASKED -> {
                painter.onSubmit = () -> new Submission.Uncertain("cut off");
                studio.advance(id);
            }
            case ACCEPTED -> studio.advance(id);
            case STORING -> {
                studio.advance(id);
                painter.onReport = () -> ScriptedPainter.done(false);
                painter.onFetch = () -> new Fetched.Unusable("404");
                studio.advance(id);
            }
            case READY -> {
                studio.advance(id);
                painter.onReport = () -> ScriptedPainter.done(false);
                studio.advance(id);
            }
            case REFUSED -> {
                painter.onSubmit = () -> new Submission.Refused(PictureProblem.CONTENT, "no");
                studio.advance(id);
            }
            case FAILED_TIMEOUT -> {
                studio.advance(id);
                studio.clock.advance(Duration.ofMinutes(31));
                studio.advance(id);
            }
            case CANCELLED -> {
                studio.advance(id);
                studio.cancel().cancel(studio.found(id).order(), studio.owner.id());
            }
        }
        painter.onSubmit = () -> new Submission.Accepted(ScriptedPainter.ticket("req-2"));
        painter.onFetch = () -> new Fetched.Stored(0);
        painter.onReport = PaintingReport.Running::new;
    }

    private static void play(Studio studio, Event event) {
        var painter = studio.painter;
        switch (event) {
            case AWAY -> silence(painter);
            case ACCEPTS, RUNNING -> {}
            case REFUSES -> painter.onSubmit = () -> new Submission.Refused(PictureProblem.REJECTED, "steps");
            case UNCERTAIN -> painter.onSubmit = () -> new Submission.Uncertain("cut off");
            case FOUND -> painter.onFind = () -> Optional.of(ScriptedPainter.ticket("req-3"));
            case DONE -> painter.onReport = () -> ScriptedPainter.done(false);
            case FLAGGED -> painter.onReport = () -> ScriptedPainter.done(true);
            case WRONG_SIZE -> {
                painter.onReport = () -> ScriptedPainter.done(false);
                studio.painted = new PixelSize(512, 512);
            }
            case NO_FILE -> {
                painter.onReport = () -> ScriptedPainter.done(false);
                painter.onFetch = () -> new Fetched.Unusable("404");
            }
            case CONTENT -> painter.onReport = () -> new PaintingReport.Failed(PictureProblem.CONTENT, "no");
            case MODEL_GONE -> painter.onReport = () -> new PaintingReport.Failed(PictureProblem.MODEL_GONE, "404");
            case UNKNOWN -> painter.onReport = PaintingReport.Unknown::new;
            case OVERDUE -> studio.clock.advance(Duration.ofMinutes(31));
        }
    }

    private static void silence(ScriptedPainter painter) {
        painter.onSubmit = () -> {
            throw ScriptedPainter.away();
        };
        painter.onReport = () -> {
            throw ScriptedPainter.away();
        };
        painter.onFind = () -> {
            throw ScriptedPainter.away();
        };
        painter.onFetch = () -> {
            throw ScriptedPainter.away();
        };
    }

    private static String name(Picture picture) {
        return switch (picture) {
            case Picture.Painting painting ->
                painting.request() instanceof Picture.Request.Asked ? "Asked" : "Accepted";
            case Picture.Failed failed -> "Failed " + failed.failure().problem();
            case Picture.Refused refused -> "Refused " + refused.failure().problem();
            case Picture.Queued _, Picture.Storing _, Picture.Ready _, Picture.Cancelled _ ->
                picture.getClass().getSimpleName();
        };
    }
}
