package app.aisha.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is too long for one request is cut at its pauses, heard piece by piece and put together again. */
class LongRecordingStory {

    private static final long SEED = 2_604;

    private final Town town = Town.with(Town.Intake.POLLING);
    private final Person john = town.person("John", "en");

    @BeforeEach
    void calm() {
        town.calm();
    }

    @Test
    void noWordIsLostOrDoubledWhereTheRecordingWasCut() {
        var talk = TalkingTones.lasting(180, SEED);
        town.speechKnows(talk);

        var message = john.sends("audio", "talk.wav", talk.wav());

        john.seesInReplyTo(message, "Transcribing it costs 20 credits");
        john.taps("✅ Transcribe for 20 credits");
        john.seesInReplyTo(message, "📝 talk.wav");
        john.taps("📄 Full text");
        var document = john.sees("📄 talk.wav");
        assertThat(words(john.download(document).orElseThrow())).isEqualTo(words(talk.text()));
    }

    @Test
    void aPieceThatIsRefusedForGoodLeavesAMarkedGap() {
        var talk = TalkingTones.lasting(120, SEED + 1);
        town.speechKnows(talk);
        town.speech().post("/faults", "{\"kind\": \"too_large\", \"path\": \"transcriptions\", \"times\": 1}");

        var message = john.sends("audio", "talk.wav", talk.wav());

        john.seesInReplyTo(message, "Transcribing it costs 10 credits");
        john.taps("✅ Transcribe for 10 credits");
        var card = Person.textOf(john.seesInReplyTo(message, "📝 talk.wav"));
        assertThat(card)
                .contains("1 passage could not be recognised")
                .containsPattern("\\[00:\\d\\d:\\d\\d–00:\\d\\d:\\d\\d …]");
    }

    private static List<String> words(String text) {
        return Arrays.asList(text.strip().split("\\s+"));
    }
}
