package app.aisha.adapters.openai;

import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.core.avatar.Gender;
import app.aisha.core.avatar.TrainingType;
import app.aisha.core.picture.PromptWriter.Answer;
import app.aisha.core.picture.PromptWriter.Motif;
import app.aisha.core.picture.PromptWriter.Request;
import app.aisha.core.picture.Wording;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A mug does not smile: the rules and the mending are other ones for each type of avatar. */
class MotifRulesTest {

    private static final Locale RUSSIAN = Locale.of("ru");
    private static final Fence FENCE = new Fence("0123");

    private static String instruction(TrainingType type, Gender gender) {
        var request = new Request.OfWords("у моря", new Motif(type, gender), RUSSIAN);
        return WordingPrompt.of(request, Optional.empty(), FENCE).instruction().replaceAll("\\s+", " ");
    }

    @ParameterizedTest
    @CsvSource({"MALE, a man, he", "FEMALE, a woman, she", "OTHER, a person, they"})
    void aPersonIsSpokenOfAsTheirOwnerDoes(Gender gender, String person, String pronoun) {
        assertThat(instruction(TrainingType.PORTRAIT, gender))
                .contains("The picture is of %s, written as {subject}".formatted(person))
                .contains("Later say \"%s\"".formatted(pronoun))
                .contains("place is kept free");
    }

    @Test
    void aThingWearsAndSmilesNothing() {
        assertThat(instruction(TrainingType.OBJECT, Gender.OTHER))
                .contains("a thing, an animal or a place and not of a person", "no clothing, smile or gesture")
                .doesNotContain("a person,", "Say what they wear");
    }

    @Test
    void aStyleIsWhatAPictureIsIn() {
        assertThat(instruction(TrainingType.STYLE, Gender.OTHER))
                .contains("begins with \"In {subject},\"", "neither a person nor a thing")
                .doesNotContain("place is kept free");
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsLeftToFillInButTheSubject(TrainingType type) {
        assertThat(instruction(type, Gender.FEMALE).replace(Wording.SLOT, "")).doesNotContain("{", "}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PORTRAIT|{subject}, a lake|the person|человек",
                "OBJECT|{subject}, a lake|the subject|объект",
                "STYLE|In {subject}, a lake|this style|этот стиль"
            })
    void whatAnAnswerForgotIsMendedAsItsTypeWantsIt(TrainingType type, String mended, String again, String russian) {
        var reader = new WordingReader(type, RUSSIAN);

        assertThat(wording(reader, "a lake", "озеро").english()).isEqualTo(mended);
        var twice = wording(reader, "a lake with {subject} and {subject}", "озеро и {subject}");
        assertThat(twice.english()).isEqualTo("a lake with {subject} and " + again);
        assertThat(twice.reading()).hasValue("озеро и " + russian);
    }

    private static Wording wording(WordingReader reader, String english, String reading) {
        var said = "{\"english\":\"%s\",\"reading\":\"%s\"}".formatted(english, reading);
        return ((Answer.Written) reader.read(said, false).orElseThrow()).wording();
    }
}
