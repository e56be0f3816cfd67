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
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
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
 * F-K1 and F-K3: the program is killed at random moments between consent and avatar. FAL gets one training to be paid for, the
 * model is stored, and the credits are taken once. A kill in the instant between the intent and its request leaves nothing at
 * FAL and a hold that ends by the clock; that is counted apart.
 */
class TrainingDeathStory {

    private static final int KILLS = Boolean.getBoolean("aisha.long") ? 40 : 3;
    private static final int KILLS_EACH = 3;
    private static final int MOST_MILLIS = 1_500;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final long seed = Long.getLong("aisha.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final Map<String, Integer> killedIn = new TreeMap<>();
    private int inVain;

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path folder;

    @Test
    void everyTrainingIsPaidForOnceAndNoneIsLost() throws Exception {
        var timing = new Timing(Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofMillis(500));
        try (var telegram = TelegramSimulator.start(TelegramSimulator.Settings.inMemory());
                var fal = FalSimulator.start(FalSettings.sandbox().withTiming(timing));
                var postgres = EmbeddedPostgres.start(folder.resolve("postgres"), _ -> {});
                var household = new Household(folder.resolve("program"), telegram.root(), variables(fal, postgres))) {
            var source = new DriverManagerDataSource(postgres.jdbcUrl(), postgres.user(), postgres.password());
            var town = new Control(telegram.root());
            household.runs();
            var kills = 0;
            for (var training = 1; kills < KILLS; training++) {
                fal.control().clearPlans();
                fal.control().plan(Plan.nextTraining().hold());
                var session = new AvatarSession(town);
                var name = "Мира " + training;
                var dilnara = session.withPhotos(name, 10);
                session.agrees(dilnara, name);
                var before = fal.control().requestIds().size();
                var trained = new Trained(JdbcClient.create(source), name);
                for (var kill = 1; kill <= KILLS_EACH && kills < KILLS; kill++, kills++) {
                    if (kill == KILLS_EACH) {
                        fal.control().releaseAll();
                    }
                    kill(household, trained);
                }
                check(fal, before, dilnara, trained);
            }
            var database = new PostgresDatabase(source);
            assertThat(new PostgresLedgerInspector(database, InstantSource.system(), HeldWorks.ALL)
                            .whole()
                            .findings())
                    .as("seed %d", seed)
                    .isEmpty();
            System.out.printf(
                    "Deaths of trainings: %d kills in %s, %d trainings, %d asked in vain, seed %d%n",
                    KILLS, killedIn, fal.control().requestIds().size(), inVain, seed);
        }
    }

    /** Dies at a random moment after it began to work, and rises. */
    private void kill(Household household, Trained trained) throws Exception {
        assertThat(new CountDownLatch(1).await(random.nextInt(MOST_MILLIS), TimeUnit.MILLISECONDS))
                .isFalse();
        household.dies();
        killedIn.merge(trained.state(), 1, Integer::sum);
        household.rises();
        household.runs();
    }

    private void check(FalSimulator fal, int before, Person owner, Trained trained) {
        var ended = Moment.when("the end of %s, seed %d".formatted(trained.name(), seed), PATIENCE, () -> {
            fal.control().releaseAll();
            return Optional.of(trained.state())
                    .filter(state -> state.equals("completed")
                            || (state.equals("asked")
                                    && fal.control().requestIds().size() == before));
        });
        if (ended.equals("asked")) {
            inVain++;
            return;
        }
        assertThat(fal.control().requestIds()).as("paid, seed %d", seed).hasSize(before + 1);
        assertThat(folder.resolve("program").resolve("media").resolve(trained.lora()))
                .as("seed %d", seed)
                .isRegularFile()
                .satisfies(file -> assertThat(Files.size(file)).isEqualTo(trained.bytes()));
        assertThat(trained.holds()).as("holds, seed %d", seed).containsExactly(Map.entry("captured", 100L));
        owner.sees("Аватар %s готов!".formatted(trained.name()));
    }

    private static Map<String, String> variables(FalSimulator fal, EmbeddedPostgres postgres) throws IOException {
        return Variables.both(
                Map.of("OPENAI_SPEECH_PROBE", "never"), Variables.both(Variables.of(fal), Variables.of(postgres)));
    }

    /** What the database knows of the avatar of this name. */
    private record Trained(JdbcClient database, String name) {

        /** Its status; "asked" where the trainer was perhaps asked and has not answered. */
        String state() {
            return ask("""
                SELECT CASE WHEN status = 'training' AND fal_request_id IS NULL THEN 'asked' ELSE status::text END
                FROM avatars WHERE name = ?
                """).query(String.class).single();
        }

        String lora() {
            return ask("SELECT lora_key FROM avatars WHERE name = ?")
                    .query(String.class)
                    .single();
        }

        long bytes() {
            return ask("SELECT lora_bytes FROM avatars WHERE name = ?")
                    .query(Long.class)
                    .single();
        }

        /** How each hold for it ended, and what was charged. */
        List<Map.Entry<String, Long>> holds() {
            return ask("""
                SELECT h.status, h.charged FROM holds h JOIN avatars a ON a.id = h.subject WHERE a.name = ?
                """)
                    .query((row, _) -> Map.entry(row.getString(1), row.getLong(2)))
                    .list();
        }

        private JdbcClient.StatementSpec ask(String question) {
            return database.sql(question).param(name);
        }
    }
}
