package app.aisha.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.adapters.embedded.EmbeddedPostgres;
import app.aisha.adapters.postgres.PostgresDatabase;
import app.aisha.adapters.postgres.PostgresUsers;
import app.aisha.adapters.postgres.PostgresWallets;
import app.aisha.app.settings.House;
import app.aisha.core.account.ChatId;
import app.aisha.core.wallet.Booking;
import app.aisha.core.wallet.Credits;
import app.aisha.core.work.TimeOrderedIds;
import app.aisha.simulators.openai.OpenAiSettings;
import app.aisha.simulators.openai.OpenAiSimulator;
import app.aisha.simulators.telegram.TelegramSimulator;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * The program is killed again and again while a long talk is heard, of twenty minutes in the build and of an hour in the long
 * run. What had been heard and stored is not sent to the speech service a second time, and the transcript is the one of a run
 * that nothing disturbed.
 */
class ResumeStory {

    private static final int SECONDS = Boolean.getBoolean("aisha.long") ? 3_600 : 1_200;
    private static final int KILLS = Boolean.getBoolean("aisha.long") ? 40 : 3;
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final long NEAR_MILLIS = 250;

    private final long seed = Long.getLong("aisha.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final Map<Long, Long> sendsWhenStored = new HashMap<>();
    private int killsInTheMidst;

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path folder;

    @Test
    void noPieceThatWasStoredIsSentAgain() throws Exception {
        var ffmpeg = Town.ffmpeg();
        var talk = TalkingTones.lasting(SECONDS, 2_612);
        var recording = talk.opus(ffmpeg, folder);
        try (var telegram = TelegramSimulator.start(TelegramSimulator.Settings.inMemory());
                var models = OpenAiSimulator.start(OpenAiSettings.anyPort(ffmpeg.program(), ffmpeg.environment()));
                var postgres = EmbeddedPostgres.start(folder.resolve("postgres"), _ -> {});
                var household =
                        new Household(folder.resolve("program"), telegram.root(), variables(models, postgres))) {
            var speech = new Control(models.address());
            var town = new Control(telegram.root());
            var database = new DriverManagerDataSource(postgres.jdbcUrl(), postgres.user(), postgres.password());
            speech.post("/script", new Form().file("audio", recording).field("words", talk.json()));
            household.runs();

            var calm = new Listener(new Person(town, "Ann", "en"), database);
            calm.orders(recording);
            var undisturbed = calm.result();
            assertThat(words(undisturbed)).isEqualTo(words(talk.text()));

            speech.delete("/calls");
            speech.post("/latency", "{\"per_audio_second_millis\": 80}");
            var pieces = calm.stored().size();
            var disturbed = new Listener(new Person(town, "John", "en"), database);
            disturbed.orders(recording);
            for (var kill = 0; kill < KILLS; kill++) {
                household.runs();
                kill(household, disturbed, pieces);
                remember(disturbed.stored(), pieces, speech);
                household.rises();
            }
            household.runs();

            assertThat(disturbed.result()).as("seed %d", seed).isEqualTo(undisturbed);
            assertThat(disturbed.charges()).isEqualTo(calm.charges()).hasSize(1);
            check(sends(speech), pieces);
        }
    }

    /** Dies at a moment that is random in the work and in time. */
    private void kill(Household household, Listener listener, int pieces) throws InterruptedException {
        var enough = listener.stored().size() + random.nextInt(2 * pieces / (KILLS + 1));
        Moment.when(
                "%d pieces stored, seed %d".formatted(enough, seed),
                PATIENCE,
                () -> Optional.of(listener)
                        .filter(one -> one.isDone() || one.stored().size() >= enough));
        assertThat(new CountDownLatch(1).await(random.nextInt(300), TimeUnit.MILLISECONDS))
                .isFalse();
        household.dies();
    }

    private void remember(List<Long> stored, int pieces, Control speech) {
        if (!stored.isEmpty() && stored.size() < pieces) {
            killsInTheMidst++;
        }
        var sends = sends(speech);
        for (var start : stored) {
            sendsWhenStored.putIfAbsent(start, near(sends, start));
        }
    }

    private void check(List<Long> sends, int pieces) {
        var again = sendsWhenStored.entrySet().stream()
                .filter(piece -> near(sends, piece.getKey()) > piece.getValue())
                .toList();
        System.out.printf(
                "Resume: %d kills, %d of them in the midst, %d pieces, %d found stored after a kill, %d uploads, %d of"
                        + " them repeat what was not stored, %d repeat what was stored, seed %d%n",
                KILLS,
                killsInTheMidst,
                pieces,
                sendsWhenStored.size(),
                sends.size(),
                sends.size() - pieces - again.size(),
                again.size(),
                seed);
        assertThat(again).as("pieces sent again, seed %d", seed).isEmpty();
        assertThat(sendsWhenStored)
                .as("uploads of stored pieces, seed %d", seed)
                .doesNotContainValue(0L);
        assertThat(killsInTheMidst).as("kills in the midst, seed %d", seed).isPositive();
        assertThat(sends).hasSizeGreaterThanOrEqualTo(pieces);
    }

    private static long near(List<Long> sends, long start) {
        return sends.stream()
                .filter(sent -> Math.abs(sent - start) < NEAR_MILLIS)
                .count();
    }

    /** Where in the recording each upload so far began, in milliseconds. */
    private static List<Long> sends(Control speech) {
        var found = new ArrayList<Long>();
        for (var call : speech.get("/calls")) {
            if (call.path("path").asString().contains("transcriptions")) {
                assertThat(call.path("offset").isNumber()).as(call.toString()).isTrue();
                found.add(Math.round(call.path("offset").asDouble() * 1_000));
            }
        }
        return found;
    }

    private static List<String> words(String text) {
        return List.of(text.strip().split("\\s+"));
    }

    private static Map<String, String> variables(OpenAiSimulator models, EmbeddedPostgres postgres) {
        return Variables.both(
                Map.of(
                        "OPENAI_SPEECH_PROBE", "never",
                        "OPENAI_API_KEY", "story-key",
                        "OPENAI_BASE_URL", models.address() + "/v1"),
                Variables.of(postgres));
    }

    /** Somebody with one recording, and what the database knows of it. */
    private record Listener(Person person, DriverManagerDataSource source) {

        private static final String OF_PERSON =
                " FROM user_transcripts t JOIN users u ON u.id = t.user_id WHERE u.chat_id = ?";

        void orders(byte[] recording) {
            person.says("/start");
            grant();
            person.sends("audio", "talk.ogg", recording);
            person.taps(person.labelWith("✅ Transcribe for"));
        }

        private void grant() {
            var database = new PostgresDatabase(source);
            var clock = InstantSource.system();
            var ids = new TimeOrderedIds(clock);
            var users = new PostgresUsers(database, ids, House.USUAL.zone());
            var user = Moment.when("the account", () -> users.at(new ChatId(Long.parseLong(person.id()))));
            new PostgresWallets(database, ids, clock, House.USUAL.gift())
                    .book(user.id(), new Booking.Grant(ids.next(), new Credits(5_000), "a story"));
        }

        private JdbcClient.StatementSpec ask(String question) {
            return JdbcClient.create(source).sql(question).param(Long.parseLong(person.id()));
        }

        /** Where the pieces with a result begin, in milliseconds. */
        List<Long> stored() {
            return ask("SELECT p.start_millis FROM transcript_pieces p WHERE p.transcript_id IN (SELECT t.id"
                            + OF_PERSON + ")")
                    .query((row, _) -> row.getLong(1))
                    .list();
        }

        boolean isDone() {
            return ask("SELECT t.status = 'ready'" + OF_PERSON)
                    .query(Boolean.class)
                    .single();
        }

        String result() {
            Moment.when("the transcript", PATIENCE, () -> Optional.of(this).filter(Listener::isDone));
            return ask("SELECT t.wording" + OF_PERSON).query(String.class).single();
        }

        /** What was charged in the end; none is on hold. */
        List<Long> charges() {
            assertThat(ask("SELECT count(*) FROM holds h WHERE h.status <> 'captured' AND h.subject IN (SELECT t.id"
                                    + OF_PERSON + ")")
                            .query(Long.class)
                            .single())
                    .isZero();
            return ask("SELECT h.charged FROM ledger_transactions l JOIN holds h ON h.id = l.hold_id WHERE l.kind ="
                            + " 'capture' AND h.subject IN (SELECT t.id" + OF_PERSON + ")")
                    .query((row, _) -> row.getLong(1))
                    .list();
        }
    }
}
