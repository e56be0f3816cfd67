package app.aisha.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.adapters.postgres.PostgresDatabase;
import app.aisha.adapters.postgres.PostgresLedgerInspector;
import app.aisha.app.wiring.HeldWorks;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One of two instances dies, or stands still, in the midst of mixed work; the other brings it to its end, once. */
class FleetDeathStory {

    private static final int KILLS = Boolean.getBoolean("aisha.long") ? 200 : 3;
    private static final int MOST_MILLIS = 6_000;

    private final long seed = Long.getLong("aisha.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private Fleet fleet;

    @BeforeEach
    void bothRun() throws Exception {
        fleet = Fleet.whole();
    }

    @Test
    void killsUnderMixedWorkLoseNothingAndDoNothingTwice() throws Exception {
        var cuts = 0L;
        var slowest = Duration.ZERO;
        var doubled = 0L;
        var errands = 0;
        for (var kill = 0; kill < KILLS; kill++) {
            try (var round = new Errands(fleet)) {
                round.begin();
                passes(random.nextInt(MOST_MILLIS));
                var victim = fleet.instances.get(random.nextInt(fleet.instances.size()));
                cuts += victim.possibleDuplicates();
                victim.dies();
                var begun = System.nanoTime();
                round.areOver();
                nothingIsLeft();
                var took = Duration.ofNanos(System.nanoTime() - begun);
                slowest = took.compareTo(slowest) > 0 ? took : slowest;
                doubled += round.doubled();
                errands += round.count();
                fleet = Fleet.whole();
            }
        }
        for (var instance : fleet.instances) {
            cuts += instance.possibleDuplicates();
        }
        System.out.printf(
                "Deaths in the fleet: %d kills, %d errands, all over %d ms after a kill at the latest, %d messages"
                        + " doubled, %d cut sends seen, seed %d%n",
                KILLS, errands, slowest.toMillis(), doubled, cuts, seed);
        assertThat(doubled).as("doubled messages, seed %d", seed).isLessThanOrEqualTo(cuts);
        theLedgerIsInOrder();
    }

    /** Long enough for the other to take up everything; then the stopped one finds itself alive in the midst of it. */
    @Test
    void anInstanceThatStoodStillDoesNothingTwiceWhenItGoesOn() throws Exception {
        try (var errands = new Errands(fleet)) {
            errands.begin();
            passes(random.nextInt(MOST_MILLIS));
            var victim = fleet.instances.get(random.nextInt(fleet.instances.size()));
            var begun = System.nanoTime();
            victim.standsStill();
            try {
                errands.areOver();
                System.out.printf(
                        "An instance stood still: all over after %d ms, seed %d%n",
                        Duration.ofNanos(System.nanoTime() - begun).toMillis(), seed);
            } finally {
                victim.goesOn();
            }
            aGreetingIsAnswered();
            nothingIsLeft();
            assertThat(errands.doubled()).as("doubled messages, seed %d", seed).isZero();
        }
        theLedgerIsInOrder();
    }

    /** The moment of death is what is random here; nothing is waited for. */
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
