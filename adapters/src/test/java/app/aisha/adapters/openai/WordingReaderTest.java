package app.aisha.adapters.openai;

import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.core.avatar.TrainingType;
import app.aisha.core.picture.PromptWriter.Answer;
import app.aisha.core.picture.Wording;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class WordingReaderTest {

    private static final JsonMapper JSON = new JsonMapper();
    private final WordingReader russian = new WordingReader(TrainingType.PORTRAIT, Locale.of("ru"));
    private final WordingReader english = new WordingReader(TrainingType.PORTRAIT, Locale.ENGLISH);

    private static String said(String english, String reading) {
        return JSON.writeValueAsString(
                JSON.createObjectNode().put("english", english).put("reading", reading));
    }

    private static Answer written(String english, String reading) {
        return new Answer.Written(new Wording(english, Optional.of(reading).filter(text -> !text.isEmpty())));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "A photo of {subject} at sea|A photo of {subject} at sea",
                "A photo at sea|{subject}, A photo at sea",
                "{subject} sits. {subject} smiles at {subject}'s cat|{subject} sits. The person smiles at the person's"
                        + " cat",
                "{{Subject}} at sea|{subject} at sea",
                "[subject] and <SUBJECT> at sea|{subject} and the person at sea",
                "{ subject } at sea with a sign 'Привет'|{subject} at sea with a sign 'Привет'"
            })
    void theSubjectIsNamedExactlyOnce(String said, String kept) {
        assertThat(english.read(said(said, ""), false)).hasValue(written(kept, ""));
    }

    @Test
    void linesAreJoinedAndTheReadingNamesNoPlaceholder() {
        assertThat(russian.read(said("  {subject}\n at\u2028sea ", "{subject}\nу моря"), false))
                .hasValue(written("{subject} at sea", "человек у моря"));
        assertThat(english.read(said("{subject} at sea", "Somebody"), false)).hasValue(written("{subject} at sea", ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no JSON",
                "{}",
                "[]",
                "{\"english\":7,\"reading\":\"семь\"}",
                "{\"english\":\"\",\"reading\":\"пусто\"}",
                "{\"english\":\"{subject} у моря на закате\",\"reading\":\"у моря\"}",
                "{\"english\":\"...\",\"reading\":\"…\"}"
            })
    void whatIsNoEnglishDescriptionIsNoAnswer(String said) {
        assertThat(russian.read(said, true)).isEmpty();
    }

    @Test
    void whatAPainterWouldNotTakeIsNoAnswer() {
        assertThat(english.read(said("a".repeat(Wording.LONGEST), ""), true)).isEmpty();
        assertThat(english.read(said("{subject}" + "a".repeat(Wording.LONGEST - 9), ""), true))
                .isPresent();
        assertThat(russian.read(said("a", "я".repeat(Wording.LONGEST + 1)), true))
                .isEmpty();
    }

    @Test
    void aMissingReadingIsAskedForOnceMoreAndThenDoneWithout() {
        assertThat(russian.read("{\"english\":\"{subject} at sea\"}", false)).isEmpty();
        assertThat(russian.read("{\"english\":\"{subject} at sea\"}", true)).hasValue(written("{subject} at sea", ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I'm sorry, but I can't help with that.",
                "I cannot create this.",
                "Sorry, no.",
                "As an AI I may not.",
                "I’m unable to describe that"
            })
    void anApologyIsARefusal(String sorry) {
        assertThat(russian.read(said(sorry, "Простите"), false)).hasValue(new Answer.Refused(sorry));
    }

    @Test
    void otherWordsAroundTheAnswerDoNotMatter() {
        assertThat(english.read("Sure {here}: ```json\n[" + said("{subject} at sea", "") + "]\n```", false))
                .hasValue(written("{subject} at sea", ""));
    }
}
