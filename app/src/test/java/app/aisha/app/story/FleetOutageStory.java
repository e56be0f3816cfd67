package app.aisha.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** PostgreSQL, Redis or the bucket goes away under two instances and comes back; nobody has to be told and nothing is lost. */
class FleetOutageStory {

    private Fleet fleet;

    @BeforeEach
    void bothRun() throws Exception {
        fleet = Fleet.whole();
        fleet.speech().post("/text", "{\"text\": \"Said once.\"}");
    }

    @AfterEach
    void theBucketIsBack() {
        fleet.bucketIsBack();
    }

    @Test
    void postgresIsRestartedInTheMidstOfWork() throws Exception {
        try (var errands = new Errands(fleet)) {
            errands.begin();
            fleet.postgresStops();
            var anna = fleet.person("Anna");
            anna.says("/start");
            fleet.postgresStarts();
            var back = System.nanoTime();

            anna.sees("Hello, Anna!");
            tell("PostgreSQL", back);
            errands.areOver();
            assertThat(errands.doubled()).isZero();
        }
    }

    @Test
    void redisIsAwayAndComesBackEmpty() {
        var john = fleet.person("John");
        john.says("/start");
        john.sees("Hello, John!");
        fleet.redis().stop();

        john.says("/menu");
        john.sees("Main menu");
        var voice = john.sendsVoice("note-en.ogg");
        john.seesInReplyTo(voice, "Said once.");

        fleet.redis().start();
        var back = System.nanoTime();
        john.says("/language");
        john.taps("Русский");
        john.sees("На каком языке мне с вами говорить?");
        tell("Redis", back);
        assertThat(john.repliesTo(voice)).hasSize(1);
    }

    @Test
    void theBucketIsBusyForAWhile() {
        var john = fleet.person("John");
        fleet.bucketGate.isBusy();
        var voice = john.sendsVoice("note-en.ogg");
        Moment.when(
                "the bucket being asked in vain",
                () -> Optional.of(fleet.bucketGate.refused()).filter(refused -> refused > 3));
        john.neverSees("Said once.");

        fleet.bucketIsBack();
        var back = System.nanoTime();

        john.seesInReplyTo(voice, "Said once.");
        tell("The bucket", back);
        assertThat(john.repliesTo(voice)).hasSize(1);
    }

    private static void tell(String what, long back) {
        System.out.printf(
                "%s was away: the first answer %d ms after it came back%n",
                what, Duration.ofNanos(System.nanoTime() - back).toMillis());
    }
}
