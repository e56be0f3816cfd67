package app.aisha.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.adapters.postgres.PostgresDatabase;
import app.aisha.adapters.postgres.PostgresLedgerInspector;
import app.aisha.app.wiring.HeldWorks;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One of two instances dies, or stands still, in the midst of mixed work; the other brings it to its end, once. */
class FleetDeathStory {

    private static final boolean LONG = Boolean.getBoolean("aisha.long");
    private static final int KILLS = LONG ? 200 : 3;
    private static final int KILLS_BEFORE_A_WAIT = LONG ? 10 : 1;
    private static final int STANDSTILLS = LONG ? 5 : 1;
    private static final Duration STANDSTILL = LONG ? Duration.ofSeconds(61) : Duration.ZERO;
    private static final int MOST_MILLIS = 6_000;

    private final long seed = Long.getLong("aisha.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private Fleet fleet;

    @BeforeEach
    void bothRun() throws Exception {
        fleet = Fleet.whole();
    }

    /** Between two waits for everything that was begun there is one kill, or in the long run many. */
    @Test
    void killsUnderMixedWorkLoseNothingAndDoNothingTwice() throws Exception {
        var rounds = new ArrayList<Errands>();
        var slowest = Duration.ZERO;
        var cuts = 0L;
        for (var kill = 1; kill <= KILLS; kill++) {
            var round = new Errands(fleet);
            rounds.add(round);
            round.begin();
            passes(random.nextInt(MOST_MILLIS));
            var victim = fleet.instances.get(random.nextInt(fleet.instances.size()));
            cuts += victim.possibleDuplicates();
            victim.dies();
            if (kill % KILLS_BEFORE_A_WAIT == 0) {
                var took = untilAllIsOver(rounds);
                slowest = took.compareTo(slowest) > 0 ? took : slowest;
            }
            fleet = Fleet.whole();
        }
        for (var instance : fleet.instances) {
            cuts += instance.possibleDuplicates();
        }
        var doubled = 0L;
        for (var round : rounds) {
            doubled += round.doubled();
            round.close();
        }
        System.out.printf(
                "Deaths in the fleet: %d kills, %d errands, all over %d ms after a kill at the latest, %d messages"
                        + " doubled, %d cut sends seen, seed %d%n",
                KILLS, rounds.stream().mapToInt(Errands::count).sum(), slowest.toMillis(), doubled, cuts, seed);
        assertThat(doubled).as("doubled messages, seed %d", seed).isLessThanOrEqualTo(cuts);
        theLedgerIsInOrder();
    }

    private Duration untilAllIsOver(List<Errands> rounds) throws Exception {
        var begun = System.nanoTime();
        for (var round : rounds) {
            round.areOver();
        }
        nothingIsLeft();
        return since(begun);
    }

    @Test
    void anInstanceThatStoodStillDoesNothingTwiceWhenItGoesOn() throws Exception {
        for (var standstill = 1; standstill <= STANDSTILLS; standstill++) {
            oneStandsStill();
        }
        theLedgerIsInOrder();
    }

    /** Long enough for the other to take up everything; then the stopped one finds itself alive in the midst of it. */
    private void oneStandsStill() throws Exception {
        try (var errands = new Errands(fleet)) {
            errands.begin();
            passes(random.nextInt(MOST_MILLIS));
            var victim = fleet.instances.get(random.nextInt(fleet.instances.size()));
            var begun = System.nanoTime();
            victim.standsStill();
            try {
                errands.areOver();
                var over = since(begun);
                passes((int) Math.max(0, STANDSTILL.minus(over).toMillis()));
                System.out.printf(
                        "An instance stood still for %d ms: all over after %d ms, seed %d%n",
                        since(begun).toMillis(), over.toMillis(), seed);
            } finally {
                victim.goesOn();
            }
            aGreetingIsAnswered();
            nothingIsLeft();
            assertThat(errands.doubled()).as("doubled messages, seed %d", seed).isZero();
        }
    }

    private static Duration since(long begun) {
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    /** The moment of death, or how long one stands still, is what is to be so; nothing is waited for. */
    private static void passes(int millis) throws InterruptedException {
        assertThat(new CountDownLatch(1).await(millis, TimeUnit.MILLISECONDS)).isFalse();
    }

    private void aGreetingIsAnswered() {
        var john = fleet.person("John");
        john.says("/start");
        john.sees("Hello, John!");
    }

    private void nothingIsLeft() {
        for (var question : new String[] {
            "SELECT count(*) FROM telegram_updates WHERE done_at IS NULL",
            "SELECT count(*) FROM outbox WHERE delivered_revision < revision",
            "SELECT count(*) FROM scheduled_tasks WHERE picked OR execution_time <= now()"
        }) {
            Moment.when(question, () -> Optional.of(fleet.count(question)).filter(left -> left == 0));
        }
        assertThat(fleet.count("SELECT count(*) FROM quarantined_updates")).isZero();
    }

    private void theLedgerIsInOrder() {
        var database = new PostgresDatabase(fleet.dataSource());
        assertThat(new PostgresLedgerInspector(database, InstantSource.system(), HeldWorks.ALL)
                        .whole()
                        .findings())
                .as("seed %d", seed)
                .isEmpty();
    }
}
