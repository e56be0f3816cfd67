package app.aisha.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;

@ParameterizedClass
@EnumSource(Town.Intake.class)
class IntakeStory {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int MALFORMED = 1_000;
    private static final long SEED = 20_261_123;

    private final Town town;

    IntakeStory(Town.Intake intake) {
        town = Town.with(intake);
    }

    @BeforeEach
    void calm() {
        town.calm();
    }

    @Test
    void theSameUpdateFiveTimesAtOnceIsOneJob() {
        var john = town.person("John", "en");
        town.hears("Only once.");
        var voice = john.sendsVoice("note-en.ogg");
        john.seesInReplyTo(voice, "Only once.");
        var update = latestUpdate();

        town.telegram().post("/redeliver", "{\"update_id\": %d, \"times\": 5, \"parallel\": true}".formatted(update));
        john.says("/help");
        john.sees("What I can do");

        assertThat(transcriptsOf(john)).isEqualTo(1);
        assertThat(john.repliesTo(voice)).hasSize(1);
    }

    @Test
    void aThousandMalformedUpdatesAreQuarantinedAndTheNextGoodOneIsAnswered() {
        var john = town.person("John", "en");
        var before = quarantined();
        var random = new Random(SEED);
        for (var number = 0; number < MALFORMED; number++) {
            town.telegram()
                    .post(
                            "/updates",
                            JSON.createObjectNode()
                                    .put("raw", malformed(random, before + number))
                                    .toString());
        }

        john.says("/start");

        john.sees("Hello, John!");
        Moment.when(
                "all malformed updates in quarantine",
                () -> Optional.of(quarantined() - before).filter(count -> count >= MALFORMED));
        john.says("/help");
        john.sees("What I can do");
    }

    @Test
    void aPoisonedUpdateIsPutAsideWithAnApologyAndStopsNobody() {
        var john = town.person("John", "en");
        town.database()
                .sql("ALTER TABLE user_transcripts ADD CONSTRAINT poison CHECK (file_name <> 'poison.ogg')")
                .update();
        try {
            john.sends("document", "poison.ogg", Person.resource("note-en.ogg"));
            john.says("/start");

            var apology = Person.textOf(john.sees("Something broke on my side"));
            john.sees("Hello, John!");
            var incident = apology.substring(apology.length() - 8);
            assertThat(town.database()
                            .sql("SELECT count(*) FROM quarantined_updates WHERE incident = ?")
                            .param(incident)
                            .query(Integer.class)
                            .single())
                    .isEqualTo(1);
        } finally {
            town.database()
                    .sql("ALTER TABLE user_transcripts DROP CONSTRAINT poison")
                    .update();
        }
    }

    @Test
    void withoutTheSecretTheWebhookAnswers401AndKeepsNothing() throws Exception {
        var before = updates();
        for (var secret : List.of("", "wrong", Town.SECRET.substring(1), Town.SECRET + "x", "x".repeat(5_000))) {
            var request = HttpRequest.newBuilder(town.address("/telegram/webhook"))
                    .header("X-Telegram-Bot-Api-Secret-Token", secret)
                    .timeout(Duration.ofSeconds(10))
                    .POST(BodyPublishers.ofString("{\"update_id\": 999999999}"))
                    .build();
            try (var http = HttpClient.newHttpClient()) {
                assertThat(http.send(request, BodyHandlers.ofString()).statusCode())
                        .isEqualTo(401);
            }
        }
        assertThat(updates()).isEqualTo(before);
    }

    private static String malformed(Random random, int number) {
        var id = 1L + number;
        return switch (random.nextInt(8)) {
            case 0 -> "{\"update_id\": %d, \"message\": \"not an object\"}".formatted(id);
            case 1 -> "{\"update_id\": %d, \"message\": {\"message_id\": \"x\", \"date\": {}}}".formatted(id);
            case 2 -> "{\"update_id\": \"%d-x\", \"message\": {}}".formatted(id);
            case 3 -> "{\"update_id\": %d, \"callback_query\": {\"id\": [], \"from\": 7}}".formatted(id);
            case 4 -> "{\"no_update_id\": %d}".formatted(id);
            case 5 -> "{\"update_id\": %d, \"deep\": %s1%s}".formatted(id, "[".repeat(500), "]".repeat(500));
            case 6 -> "{\"update_id\": %d, \"message\": {\"chat\": {\"id\": {}, \"type\": \"private\"}}}".formatted(id);
            default -> "[%d]".formatted(id);
        };
    }

    private long latestUpdate() {
        return town.database()
                .sql("SELECT max(update_id) FROM telegram_updates WHERE json LIKE '%\"voice\"%'")
                .query(Long.class)
                .single();
    }

    private int transcriptsOf(Person person) {
        return town.database()
                .sql("SELECT count(*) FROM user_transcripts JOIN users ON users.id = user_id WHERE chat_id = ?")
                .param(Long.parseLong(person.id()))
                .query(Integer.class)
                .single();
    }

    private int quarantined() {
        return town.database()
                .sql("SELECT count(*) FROM quarantined_updates")
                .query(Integer.class)
                .single();
    }

    private int updates() {
        return town.database()
                .sql("SELECT (SELECT count(*) FROM telegram_updates) + (SELECT count(*) FROM quarantined_updates)")
                .query(Integer.class)
                .single();
    }
}
