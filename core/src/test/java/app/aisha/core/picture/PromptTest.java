package app.aisha.core.picture;

import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.core.avatar.Gender;
import app.aisha.core.avatar.TrainingType;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PromptTest {

    private static final String TRIGGER = "TOKmira";

    private static String prompt(String english, TrainingType type, Gender gender) {
        return Prompt.of(new Wording(english, Optional.empty()), TRIGGER, type, gender);
    }

    private static String prompt(String english) {
        return prompt(english, TrainingType.PORTRAIT, Gender.FEMALE);
    }

    private static int times(String word, String text) {
        var lower = text.toLowerCase(Locale.ROOT);
        return lower.split(word.toLowerCase(Locale.ROOT), -1).length - 1;
    }

    @Test
    void theSubjectStandsInItsSlot() {
        assertThat(prompt("A painting of {subject} by the sea")).isEqualTo("A painting of TOKmira woman by the sea");
        assertThat(prompt("{subject} alone", TrainingType.PORTRAIT, Gender.MALE))
                .isEqualTo("TOKmira man alone");
        assertThat(prompt("{subject} alone", TrainingType.PORTRAIT, Gender.OTHER))
                .isEqualTo("TOKmira person alone");
        assertThat(prompt("{subject}, a town", TrainingType.STYLE, Gender.OTHER))
                .isEqualTo("TOKmira style, a town");
        assertThat(prompt("{subject} on a table", TrainingType.OBJECT, Gender.OTHER))
                .isEqualTo("TOKmira on a table");
    }

    @Test
    void withoutASlotTheSubjectComesFirst() {
        assertThat(prompt(" by the sea ")).isEqualTo("A photo of TOKmira woman, by the sea");
        assertThat(prompt("a town", TrainingType.STYLE, Gender.OTHER)).isEqualTo("In TOKmira style, a town");
        assertThat(Prompt.ofPhotos(new Wording("by the sea", Optional.empty())))
                .isEqualTo("A picture of the person in the reference photos, by the sea");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "by the sea",
                "{subject} and {subject} by {subject}",
                "TOKmira by the sea",
                "{subject} like TOKmira, TOKMIRA and tokmira",
                "xTOKmirax in words",
                "TOKTOKmiramira nested",
                "TOKTOKTOKmiramiramira nested deeper",
                "TOK{subject}mira around the slot",
                "TOK TOKmira mira with blanks",
                "{subTOKmiraject} hidden slot",
                "{subject}TOKmira{subject}",
                "$1 {subject} \\2 TOKmira"
            })
    void theTriggerIsThereExactlyOnce(String words) {
        for (var type : TrainingType.values()) {
            var prompt = prompt(words, type, Gender.FEMALE);
            assertThat(times(TRIGGER, prompt)).as(prompt).isEqualTo(1);
            assertThat(prompt).contains(TRIGGER).doesNotContain(Wording.SLOT);
        }
    }

    @Test
    void theTriggerIsThereExactlyOnceWhateverTheWords() {
        var parts =
                new String[] {"TOK", "mira", "tok", "MIRA", TRIGGER, "{subject}", "{sub", "ject}", " ", "a", "TO", "K"};
        for (var seed = 0; seed < 3_000; seed++) {
            var random = new Random(seed);
            var words = new StringBuilder("w");
            for (var count = random.nextInt(1, 9); count > 0; count--) {
                words.append(parts[random.nextInt(parts.length)]);
            }
            assertThat(times(TRIGGER, prompt(words.toString())))
                    .as("seed %d: %s", seed, words)
                    .isEqualTo(1);
        }
    }
}
