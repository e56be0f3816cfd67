package app.aisha.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Town.Intake.class)
class TroubleStory {

    private final Town town;

    TroubleStory(Town.Intake intake) {
        town = Town.with(intake);
    }

    @BeforeEach
    void calm() {
        town.calm();
    }

    @Test
    void theSpeechServiceIsDownForAWhileAndComesBack() {
        var john = town.person("John", "en");
        town.speech().post("/faults", "{\"kind\": \"unauthorized\", \"path\": \"transcriptions\"}");
        var voice = john.sendsVoice("note-en.ogg");
        john.seesInReplyTo(voice, "The recognition service is not answering right now. Your recording is safe");

        town.calm();
        town.hears("It works again.");

        john.seesInReplyTo(voice, "It works again.");
        assertThat(john.repliesTo(voice)).hasSize(1);
    }

    @Test
    void aStumbleOfTheSpeechServiceIsNotEvenSeen() {
        var john = town.person("John", "en");
        town.speech().post("/faults", "{\"kind\": \"server_error\", \"path\": \"transcriptions\", \"times\": 2}");
        town.hears("Third time lucky.");

        john.seesInReplyTo(john.sendsVoice("note-en.ogg"), "Third time lucky.");
    }

    @Test
    void telegramAsksForPatienceAndGetsIt() {
        var john = town.person("John", "en");
        town.hears("Patience.");
        town.telegram()
                .post(
                        "/faults",
                        "{\"kind\": \"too_many_requests\", \"chat_id\": %s, \"retry_after\": 1, \"times\": 3}"
                                .formatted(john.id()));

        var voice = john.sendsVoice("note-en.ogg");
        john.says("/start");

        john.seesInReplyTo(voice, "Patience.");
        john.sees("Hello, John!");
        assertThat(john.repliesTo(voice)).hasSize(1);
    }

    @Test
    void onePersonsPauseHoldsUpNobodyElse() {
        var john = town.person("John", "en");
        var anna = town.person("Anna", "en");
        town.telegram()
                .post(
                        "/faults",
                        "{\"kind\": \"too_many_requests\", \"chat_id\": %s, \"retry_after\": 30, \"times\": -1}"
                                .formatted(john.id()));
        john.says("/start");

        anna.says("/start");

        anna.sees("Hello, Anna!");
        assertThat(john.heard()).isEmpty();
        town.calm();
    }

    @Test
    void anAnswerThatTelegramSwallowedIsSentAgain() {
        var john = town.person("John", "en");
        town.telegram().post("/faults", "{\"kind\": \"html_502\", \"chat_id\": %s, \"times\": 2}".formatted(john.id()));

        john.says("/start");

        john.sees("Hello, John!");
    }

    @Test
    void somebodyWhoBlocksTheBotIsLeftAloneAndHisRecordingIsNotLost() {
        var john = town.person("John", "en");
        john.says("/start");
        john.sees("Hello, John!");
        town.speech().post("/faults", "{\"kind\": \"slow\", \"path\": \"transcriptions\", \"millis\": 1500}");
        town.hears("Said before the block.");
        john.sendsVoice("note-en.ogg");
        john.blocksTheBot(true);
        Moment.when("the transcript is ready", () -> status(john).filter("ready"::equals));

        john.blocksTheBot(false);
        john.says("/transcripts");

        john.taps("📝 Voice message · 0:04");
        john.sees("Said before the block.");
    }

    private Optional<String> status(Person person) {
        return town.database()
                .sql("SELECT status::text FROM user_transcripts JOIN users ON users.id = user_id WHERE chat_id = ?")
                .param(Long.parseLong(person.id()))
                .query(String.class)
                .optional();
    }
}
