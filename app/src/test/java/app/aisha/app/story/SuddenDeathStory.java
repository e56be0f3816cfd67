package app.aisha.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.adapters.embedded.EmbeddedPostgres;
import app.aisha.simulators.openai.OpenAiSettings;
import app.aisha.simulators.openai.OpenAiSimulator;
import app.aisha.simulators.telegram.TelegramSimulator;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * The program is killed at random moments while ten people send recordings. Each recording ends with one transcript and one
 * result; a message may be doubled only by a kill that cut its send.
 */
class SuddenDeathStory {

    private static final int PEOPLE = 10;
    private static final int KILLS = Boolean.getBoolean("aisha.long") ? 40 : 3;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final long seed = Long.getLong("aisha.seed", System.nanoTime());
    private final Random random = new Random(seed);

    /** A recording on its way. */
    private record Sent(Person person, int message) {}

    @Test
    void nothingIsLostAndNothingIsDoneTwice(@TempDir(cleanup = CleanupMode.ON_SUCCESS) Path folder) throws Exception {
        var ffmpeg = Town.ffmpeg();
        try (var telegram = TelegramSimulator.start(TelegramSimulator.Settings.inMemory());
                var speech = OpenAiSimulator.start(OpenAiSettings.anyPort(ffmpeg.program(), ffmpeg.environment()))) {
            new Control(speech.address()).post("/text", "{\"text\": \"Said once.\"}");
            new Control(speech.address()).post("/latency", "{\"millis\": 300, \"per_audio_second_millis\": 50}");
            var people = IntStream.range(0, PEOPLE)
                    .mapToObj(number -> new Person(new Control(telegram.root()), "Person " + number, "en"))
                    .toList();
            var sent = new ArrayList<Sent>();
            var cuts = 0L;
            try (var household = new Household(folder, telegram.root(), speech.address())) {
                for (var kill = 0; kill < KILLS; kill++) {
                    household.runs();
                    sendFromEach(people, sent);
                    waitALittle(random.nextInt(1_500));
                    household.dies();
                    cuts += household.possibleDuplicates();
                    household.rises();
                }
                household.runs();
                sent.forEach(this::isAnswered);
                cuts += household.possibleDuplicates();
            }
            check(folder, sent, cuts);
        }
    }

    private void sendFromEach(List<Person> people, List<Sent> sent) {
        for (var person : people) {
            var talk = random.nextBoolean() ? "note-en.ogg" : "meeting-ru.ogg";
            sent.add(new Sent(person, person.sendsVoice(talk)));
        }
    }

    /** The moment of death is what is random here; nothing is waited for. */
    private static void waitALittle(int millis) throws InterruptedException {
        assertThat(new CountDownLatch(1).await(millis, TimeUnit.MILLISECONDS)).isFalse();
    }

    private void isAnswered(Sent sent) {
        Moment.when(
                "the result of %d for %s, seed %d"
                        .formatted(sent.message(), sent.person().id(), seed),
                PATIENCE,
                () -> Optional.of(results(sent)).filter(count -> count > 0));
    }

    private static long results(Sent sent) {
        return sent.person()
                .repliesTo(sent.message())
                .filter(reply -> Person.textOf(reply).contains("Said once."))
                .count();
    }

    private void check(Path folder, List<Sent> sent, long cuts) throws Exception {
        var doubled = sent.stream().mapToLong(SuddenDeathStory::results).sum() - sent.size();
        System.out.printf(
                "Sudden death: %d kills, %d recordings, %d doubled messages, %d cut sends seen, seed %d%n",
                KILLS, sent.size(), doubled, cuts, seed);
        assertThat(doubled).as("doubled messages, seed %d", seed).isLessThanOrEqualTo(Math.min(cuts, KILLS));
        try (var postgres = EmbeddedPostgres.start(folder.resolve("postgres"), _ -> {})) {
            var database = JdbcClient.create(
                    new DriverManagerDataSource(postgres.jdbcUrl(), postgres.user(), postgres.password()));
            assertThat(count(database, "SELECT count(*) FROM user_transcripts")).isEqualTo(sent.size());
            assertThat(count(database, "SELECT count(*) FROM user_transcripts WHERE status = 'ready'"))
                    .isEqualTo(sent.size());
            assertThat(count(database, "SELECT count(*) FROM scheduled_tasks")).isZero();
            assertThat(count(database, "SELECT count(*) FROM quarantined_updates"))
                    .isZero();
        }
    }

    private static int count(JdbcClient database, String question) {
        return database.sql(question).query(Integer.class).single();
    }
}
