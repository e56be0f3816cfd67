package app.aisha.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.adapters.embedded.EmbeddedPostgres;
import app.aisha.adapters.postgres.PostgresDatabase;
import app.aisha.adapters.postgres.PostgresLedgerInspector;
import app.aisha.app.wiring.HeldWorks;
import app.aisha.simulators.fal.FalSettings;
import app.aisha.simulators.fal.FalSettings.Timing;
import app.aisha.simulators.fal.FalSimulator;
import app.aisha.simulators.fal.Plan;
import app.aisha.simulators.telegram.TelegramSimulator;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * The program is killed at random moments while four pictures of one order are painted. Each picture is asked for once, stored
 * and charged once. A kill in the instant between the intent and its request loses that picture, which then costs nothing; that
 * is counted apart.
 */
class PictureDeathStory {

    private static final int KILLS = Boolean.getBoolean("aisha.long") ? 40 : 3;
    private static final int KILLS_EACH = 3;
    private static final int COUNT = 4;
    private static final int MOST_MILLIS = 1_500;
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final long seed = Long.getLong("aisha.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final Map<String, Integer> ends = new TreeMap<>();

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path folder;

    @Test
    void everyPictureIsPaidForOnceAndNoneIsLost() throws Exception {
        var timing = new Timing(Duration.ofSeconds(1), Duration.ofMillis(100), Duration.ofMillis(500));
        try (var telegram = TelegramSimulator.start(TelegramSimulator.Settings.inMemory());
                var fal = FalSimulator.start(FalSettings.sandbox().withTiming(timing));
                var postgres = EmbeddedPostgres.start(folder.resolve("postgres"), _ -> {});
                var household = new Household(folder.resolve("program"), telegram.root(), variables(fal, postgres))) {
            var source = new DriverManagerDataSource(postgres.jdbcUrl(), postgres.user(), postgres.password());
            household.runs();
            for (var kills = 0; kills < KILLS; ) {
                fal.control().clearPlans();
                fal.control().plan(Plan.nextGeneration().times(COUNT).hold());
                var before = fal.control().requestIds().size();
                var petr = orders(new Person(new Control(telegram.root()), "Пётр", "ru"));
                for (var kill = 1; kill <= KILLS_EACH && kills < KILLS; kill++, kills++) {
                    if (kill == KILLS_EACH) {
                        fal.control().releaseAll();
                    }
                    kill(household);
                }
                check(fal, before, petr, new Painted(JdbcClient.create(source), petr));
            }
            var database = new PostgresDatabase(source);
            assertThat(new PostgresLedgerInspector(database, InstantSource.system(), HeldWorks.ALL)
                            .whole()
                            .findings())
                    .as("seed %d", seed)
                    .isEmpty();
            System.out.printf("Deaths of pictures: %d kills, pictures %s, seed %d%n", KILLS, ends, seed);
        }
    }

    /** Four pictures of somebody on a photo. */
    private static Person orders(Person petr) {
        petr.says("/picture");
        petr.taps("📷 Сразу по фото, без обучения");
        petr.sends("photo", "photo.jpg", PhotoSession.portraits(1, 11).getFirst());
        petr.sees("Фото у меня");
        petr.says("на Луне в скафандре");
        petr.sees("Вот что получится");
        petr.taps("4");
        petr.taps(petr.labelWith("🎨 Создать 4"));
        return petr;
    }

    private void kill(Household household) throws Exception {
        assertThat(new CountDownLatch(1).await(random.nextInt(MOST_MILLIS), TimeUnit.MILLISECONDS))
                .isFalse();
        household.dies();
        household.rises();
        household.runs();
    }

    private void check(FalSimulator fal, int before, Person owner, Painted painted) {
        var states = Moment.when("the end of four pictures, seed %d".formatted(seed), PATIENCE, () -> {
            fal.control().releaseAll();
            return Optional.of(painted.states()).filter(Painted::areOver);
        });
        states.forEach((state, count) -> ends.merge(state, count, Integer::sum));
        var ready = states.getOrDefault("ready", 0);
        assertThat(states.getOrDefault("ready", 0) + states.getOrDefault("lost", 0))
                .as("%s, seed %d", states, seed)
                .isEqualTo(COUNT);
        assertThat(fal.control().requestIds()).as("asked for, seed %d", seed).hasSize(before + ready);
        assertThat(painted.charged()).as("charged, seed %d", seed).isEqualTo(5L * ready);
        owner.sees(ready == COUNT ? "4 картинки" : "🖼");
    }

    private static Map<String, String> variables(FalSimulator fal, EmbeddedPostgres postgres) throws IOException {
        return Variables.both(
                Map.of("OPENAI_SPEECH_PROBE", "never"), Variables.both(Variables.of(fal), Variables.of(postgres)));
    }

    /** What the database knows of this person's pictures. */
    private record Painted(JdbcClient database, Person owner) {

        Map<String, Integer> states() {
            var states = new TreeMap<String, Integer>();
            ask("SELECT coalesce(problem::text, p.status::text) FROM pictures p JOIN users u ON u.id = user_id WHERE"
                            + " chat_id = ?")
                    .query(String.class)
                    .list()
                    .forEach(state -> states.merge(state, 1, Integer::sum));
            return states;
        }

        static boolean areOver(Map<String, Integer> states) {
            return !states.isEmpty()
                    && states.keySet().stream()
                            .noneMatch(state ->
                                    state.equals("queued") || state.equals("painting") || state.equals("storing"));
        }

        long charged() {
            return ask("""
                SELECT coalesce(sum(h.charged), 0) FROM holds h JOIN pictures p ON p.id = h.subject JOIN users u ON u.id = p.user_id
                WHERE u.chat_id = ?
                """).query(Long.class).single();
        }

        private JdbcClient.StatementSpec ask(String question) {
            return database.sql(question).param(Long.parseLong(owner.id()));
        }
    }
}
