package app.aisha.core.avatar;

import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.core.avatar.AvatarTrainer.Submission;
import app.aisha.core.work.Fetched;
import app.aisha.core.work.JobOutcome;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** F-D3: every state of an avatar meets everything a trainer can say; what comes of each pair is written down here. */
class TrainingTableTest {

    @TempDir
    Path folder;

    private int worlds;

    /** Where an avatar can be when a job looks at it. */
    private enum State {
        DRAFT,
        QUEUED,
        HANDED,
        ASKED,
        ACCEPTED,
        STORING,
        READY,
        FAILED_TIMEOUT,
        FAILED_LOST,
        FAILED_CONTENT,
        CANCELLED
    }

    /** What the trainer says, or does not say, during one run. */
    private enum Event {
        AWAY,
        ACCEPTS,
        REFUSES,
        UNCERTAIN,
        IN_LINE,
        RUNNING,
        DONE,
        DONE_BUT_BROKEN,
        FAILS,
        UNKNOWN,
        RINGS,
        OVERDUE_IN_LINE,
        OVERDUE_AWAY
    }

    /** Rows are states, columns events; a + says that the job comes again. */
    private static final String TABLE = """
        |               |AWAY          |ACCEPTS       |REFUSES       |UNCERTAIN     |IN_LINE       |RUNNING       |DONE          |DONE_BUT_BROKEN|FAILS         |UNKNOWN       |RINGS         |OVERDUE_IN_LINE|OVERDUE_AWAY  |
        |DRAFT          |Draft         |Draft         |Draft         |Draft         |Draft         |Draft         |Draft         |Draft          |Draft         |Draft         |Draft         |Draft          |Draft         |
        |QUEUED         |Queued+       |Accepted+     |Failed REJECTED|Asked+       |Accepted+     |Accepted+     |Accepted+     |Accepted+      |Accepted+     |Accepted+     |Accepted+     |Accepted+      |Failed NO_SERVICE|
        |HANDED         |Queued+       |Accepted+     |Failed REJECTED|Asked+       |Accepted+     |Accepted+     |Accepted+     |Accepted+      |Accepted+     |Accepted+     |Accepted+     |Accepted+      |Failed NO_SERVICE|
        |ASKED          |Asked+        |Asked+        |Asked+        |Asked+        |Asked+        |Asked+        |Asked+        |Asked+         |Asked+        |Asked+        |Accepted+     |Failed LOST    |Failed NO_SERVICE|
        |ACCEPTED       |Accepted+     |Accepted+     |Accepted+     |Accepted+     |Accepted+     |Accepted+     |Ready         |Storing+       |Failed BROKE_DOWN|Accepted+  |Accepted+     |Failed TIMEOUT |Failed NO_SERVICE|
        |STORING        |Storing+      |Ready         |Ready         |Ready         |Ready         |Ready         |Ready         |Storing+       |Ready         |Ready         |Ready         |Ready          |Failed BAD_RESULT|
        |READY          |Ready         |Ready         |Ready         |Ready         |Ready         |Ready         |Ready         |Ready          |Ready         |Ready         |Ready         |Ready          |Ready         |
        |FAILED_TIMEOUT |Failed TIMEOUT+|Failed TIMEOUT|Failed TIMEOUT|Failed TIMEOUT|Failed TIMEOUT|Failed TIMEOUT|Ready       |Storing+       |Failed TIMEOUT|Failed TIMEOUT|Failed TIMEOUT|Failed TIMEOUT |Failed TIMEOUT+|
        |FAILED_LOST    |Failed LOST   |Failed LOST   |Failed LOST   |Failed LOST   |Failed LOST   |Failed LOST   |Failed LOST   |Failed LOST    |Failed LOST   |Failed LOST   |Failed LOST   |Failed LOST    |Failed LOST   |
        |FAILED_CONTENT |Failed CONTENT|Failed CONTENT|Failed CONTENT|Failed CONTENT|Failed CONTENT|Failed CONTENT|Failed CONTENT|Failed CONTENT |Failed CONTENT|Failed CONTENT|Failed CONTENT|Failed CONTENT |Failed CONTENT|
        |CANCELLED      |Cancelled     |Cancelled     |Cancelled     |Cancelled     |Cancelled     |Cancelled     |Cancelled     |Cancelled      |Cancelled     |Cancelled     |Cancelled     |Cancelled      |Cancelled     |
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

    @Test
    void theTableNamesEveryEvent() {
        assertThat(TABLE.lines().findFirst().orElseThrow())
                .containsSubsequence(
                        Arrays.stream(Event.values()).map(Enum::name).collect(Collectors.toList()));
    }

    private String result(State state, Event event) throws InterruptedException {
        var atelier = new Atelier(folder.resolve("world-" + worlds++));
        var avatar = bring(atelier, state);
        atelier.trainer.submitted.clear();
        play(atelier, event);

        var outcome = atelier.advance(avatar.id());

        var after = atelier.found(avatar.id());
        var answer = name(after) + (outcome instanceof JobOutcome.Again ? "+" : "");
        checkMoney(atelier, avatar, after, answer);
        assertThat(atelier.trainer.submitted.size())
                .as("%s × %s never asks twice", state, event)
                .isLessThanOrEqualTo(state == State.QUEUED || state == State.HANDED ? 1 : 0);
        return answer;
    }

    /** A hold is open exactly while the training is under way; the gift is whole again where nothing came of it. */
    private static void checkMoney(Atelier atelier, Avatar before, Avatar after, String pair) {
        var price = 150;
        var expected = switch (after) {
            case Avatar.Draft _, Avatar.Failed _, Avatar.Cancelled _ -> 500;
            case Avatar.Queued _, Avatar.Training _ -> 500 - price;
            case Avatar.Storing storing -> storing.openTerms().isPresent() ? 500 - price : 500;
            case Avatar.Ready ready -> ready.plan().terms().isPresent() ? 500 - price : 500;
        };
        assertThat(atelier.free().amount()).as(pair + " from " + name(before)).isEqualTo(expected);
    }

    private Avatar bring(Atelier atelier, State state) throws InterruptedException {
        var trainer = atelier.trainer;
        return switch (state) {
            case DRAFT -> atelier.withPhotos("Mira");
            case QUEUED -> atelier.queued("Mira");
            case HANDED -> {
                trainer.onSubmit = () -> {
                    throw ScriptedTrainer.away();
                };
                yield advanced(atelier, atelier.queued("Mira"));
            }
            case ASKED -> {
                trainer.onSubmit = () -> new Submission.Uncertain("cut off");
                yield advanced(atelier, atelier.queued("Mira"));
            }
            case ACCEPTED -> atelier.accepted("Mira");
            case STORING -> {
                var accepted = atelier.accepted("Mira");
                trainer.onReport = trainer::done;
                trainer.onFetch = () -> {
                    throw ScriptedTrainer.away();
                };
                yield advanced(atelier, accepted);
            }
            case READY -> {
                var accepted = atelier.accepted("Mira");
                trainer.onReport = trainer::done;
                yield advanced(atelier, accepted);
            }
            case FAILED_TIMEOUT -> ended(atelier, atelier.accepted("Mira"), TrainingProblem.TIMEOUT);
            case FAILED_LOST -> ended(atelier, bring(atelier, State.ASKED), TrainingProblem.LOST);
            case FAILED_CONTENT -> ended(atelier, atelier.accepted("Mira"), TrainingProblem.CONTENT);
            case CANCELLED -> {
                var accepted = atelier.accepted("Mira");
                atelier.cancelTraining().cancel(accepted.id(), atelier.owner);
                yield atelier.found(accepted.id());
            }
        };
    }

    private static Avatar advanced(Atelier atelier, Avatar avatar) throws InterruptedException {
        atelier.advance(avatar.id());
        return reset(atelier, avatar);
    }

    private static Avatar ended(Atelier atelier, Avatar avatar, TrainingProblem problem) {
        atelier.end().fail(avatar, problem, "said the test");
        return reset(atelier, avatar);
    }

    private static Avatar reset(Atelier atelier, Avatar avatar) {
        var fresh = new ScriptedTrainer();
        atelier.trainer.onSubmit = fresh.onSubmit;
        atelier.trainer.onReport = fresh.onReport;
        atelier.trainer.onFetch = fresh.onFetch;
        return atelier.found(avatar.id());
    }

    private static void play(Atelier atelier, Event event) {
        var trainer = atelier.trainer;
        switch (event) {
            case AWAY -> goAway(trainer);
            case ACCEPTS, IN_LINE -> {}
            case REFUSES -> trainer.onSubmit = () -> new Submission.Refused(TrainingProblem.REJECTED, "no");
            case UNCERTAIN -> trainer.onSubmit = () -> new Submission.Uncertain("cut off");
            case RUNNING ->
                trainer.onReport =
                        () -> new TrainingReport.Running(Optional.of(new TrainingReport.Steps(400, 1_000)), List.of());
            case DONE -> trainer.onReport = trainer::done;
            case DONE_BUT_BROKEN -> {
                trainer.onReport = trainer::done;
                trainer.onFetch = () -> new Fetched.Unusable("a page instead of a file");
            }
            case FAILS ->
                trainer.onReport =
                        () -> new TrainingReport.Failed(TrainingProblem.BROKE_DOWN, "out of memory", List.of());
            case UNKNOWN -> trainer.onReport = TrainingReport.Unknown::new;
            case RINGS -> ring(atelier);
            case OVERDUE_IN_LINE -> atelier.clock.advance(Duration.ofHours(4));
            case OVERDUE_AWAY -> {
                goAway(trainer);
                atelier.clock.advance(Duration.ofHours(7));
            }
        }
    }

    private static void ring(Atelier atelier) {
        for (var avatar : atelier.avatars.of(atelier.owner)) {
            atelier.rings.keep(new TrainerRings.Ring("req-1", avatar.id(), 1, true, "digest", atelier.clock.instant()));
        }
    }

    private static void goAway(ScriptedTrainer trainer) {
        trainer.onUpload = () -> {
            throw ScriptedTrainer.away();
        };
        trainer.onSubmit = () -> {
            throw ScriptedTrainer.away();
        };
        trainer.onReport = () -> {
            throw ScriptedTrainer.away();
        };
        trainer.onFind = () -> {
            throw ScriptedTrainer.away();
        };
        trainer.onFetch = () -> {
            throw ScriptedTrainer.away();
        };
    }

    private static String name(Avatar avatar) {
        return switch (avatar) {
            case Avatar.Training training -> training.request().getClass().getSimpleName();
            case Avatar.Failed failed -> "Failed " + failed.failure().problem();
            case Avatar.Draft _, Avatar.Queued _, Avatar.Storing _, Avatar.Ready _, Avatar.Cancelled _ ->
                avatar.getClass().getSimpleName();
        };
    }
}
