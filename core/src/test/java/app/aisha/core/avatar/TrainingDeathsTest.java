package app.aisha.core.avatar;

import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.core.avatar.AvatarTrainer.Submission;
import app.aisha.core.wallet.Prices.Quality;
import app.aisha.core.work.JobOutcome;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * F-K2 and F-K3: the process dies before and after every commit and every call of the outside of a training. The points are not
 * listed anywhere: each run passes one more before it dies, until one passes them all.
 */
class TrainingDeathsTest {

    @TempDir
    Path folder;

    /** How a request that was sent and not answered can be found again. */
    enum Trace {
        LIST,
        CALL,
        NONE
    }

    private int worlds;

    @ParameterizedTest
    @EnumSource
    void atEveryPointOneTrainingIsPaidAtMostAndNoneIsLost(Trace trace) throws InterruptedException {
        var endings = new TreeMap<String, Integer>();
        var points = 0;
        while (die(trace, endings, points + 1)) {
            points++;
        }
        System.out.printf("Training, traces by %s: %d points of death, endings %s%n", trace, points, endings);
        assertThat(points).isGreaterThan(20);
        assertThat(endings).containsKey("Ready");
    }

    @Test
    void atEveryPairOfPointsToo() throws InterruptedException {
        var endings = new TreeMap<String, Integer>();
        var runs = 0;
        for (var first = 1; first < 26; first++) {
            for (var second = first + 1; second < 50; second += 2) {
                die(Trace.LIST, endings, first, second);
                runs++;
            }
        }
        System.out.printf("Training: %d runs with two deaths, endings %s%n", runs, endings);
        assertThat(endings.keySet()).isSubsetOf("Ready", "Failed LOST");
    }

    /** False where no death came, because there were fewer points. */
    private boolean die(Trace trace, Map<String, Integer> endings, Integer... deaths) throws InterruptedException {
        var death = new SuddenDeath(deaths);
        var quiet = new Atelier(folder.resolve("world-" + worlds++), death);
        var draft = quiet.withPhotos("Mira");
        death.begin();
        prepare(quiet, draft.id(), trace);

        var died = agree(quiet, draft.id());
        for (var tries = 0; tries < 200; tries++) {
            try {
                if (quiet.advance(draft.id()) instanceof JobOutcome.Again again) {
                    quiet.clock.advance(again.pause().plusSeconds(1));
                } else {
                    break;
                }
            } catch (SuddenDeath.Died _) {
                died = true;
                quiet.clock.advance(Duration.ofSeconds(20));
            }
        }
        check(quiet, draft.id(), trace, endings);
        return died;
    }

    private static void prepare(Atelier atelier, AvatarId id, Trace trace) {
        var trainer = atelier.trainer;
        trainer.onSubmit = () -> {
            if (trace == Trace.CALL) {
                atelier.rings.keep(new TrainerRings.Ring("req-1", id, 1, true, "digest", atelier.clock.instant()));
            }
            return new Submission.Accepted(ScriptedTrainer.ticket("req-1"));
        };
        trainer.onFind = () -> trace == Trace.LIST && !trainer.submitted.isEmpty()
                ? Optional.of(ScriptedTrainer.ticket("req-1"))
                : Optional.empty();
        var reports = new int[1];
        trainer.onReport = () -> reports[0]++ == 0 ? new TrainingReport.InLine(OptionalLong.of(1)) : trainer.done();
    }

    /** A tap that was not marked as done comes again after the death. */
    private static boolean agree(Atelier atelier, AvatarId id) {
        var died = false;
        for (var tries = 0; tries < 4; tries++) {
            try {
                if (atelier.offers().offer(id, atelier.owner, Quality.BALANCED)
                        instanceof OfferTraining.Outcome.Offered offered) {
                    atelier.startTraining()
                            .start(id, atelier.owner, offered.draft().heading().version());
                }
                return died;
            } catch (SuddenDeath.Died _) {
                died = true;
            }
        }
        return died;
    }

    private static void check(Atelier atelier, AvatarId id, Trace trace, Map<String, Integer> endings) {
        var submitted = atelier.trainer.submitted.size();
        assertThat(submitted).as("trainings paid by us").isLessThanOrEqualTo(1);
        var balance = atelier.wallets.of(atelier.owner);
        assertThat(balance.held().isNone()).as("no hold stays open").isTrue();
        switch (atelier.found(id)) {
            case Avatar.Ready ready -> {
                endings.merge("Ready", 1, Integer::sum);
                assertThat(submitted).isEqualTo(1);
                assertThat(balance.free().amount()).isEqualTo(500 - 150);
                assertThat(atelier.holds(ready.model().lora())).isTrue();
                assertThat(atelier.outbox.posted(AvatarNotice.Over.class)).hasSize(1);
            }
            case Avatar.Failed failed -> {
                endings.merge("Failed " + failed.failure().problem(), 1, Integer::sum);
                assertThat(failed.failure().problem()).isEqualTo(TrainingProblem.LOST);
                assertThat(trace == Trace.NONE || submitted == 0).isTrue();
                assertThat(balance.free().amount()).isEqualTo(500);
                assertThat(atelier.outbox.posted(AvatarNotice.Over.class)).hasSize(1);
            }
            case Avatar.Draft _, Avatar.Queued _, Avatar.Training _, Avatar.Storing _, Avatar.Cancelled _ ->
                throw new AssertionError("Not over: " + atelier.found(id));
        }
    }
}
