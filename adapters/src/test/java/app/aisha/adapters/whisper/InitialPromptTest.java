package app.aisha.adapters.whisper;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class InitialPromptTest {

    @Test
    void termsStandInTheirOrderAndNoneTwice() {
        assertThat(InitialPrompt.of(List.of("Аиша", "Диля", "Аиша"))).contains("Диля, Аиша");
    }

    @Test
    void whatSteersOrIsGarbledOnTheWayIsLeftOut() {
        assertThat(InitialPrompt.of(List.of(" a\nb ", "😀", "\u0000", "c😀d"))).contains("a b, c d");
    }

    @Test
    void withoutTermsThereIsNone() {
        assertThat(InitialPrompt.of(List.of())).isEmpty();
        assertThat(InitialPrompt.of(List.of(" ", "😀"))).isEmpty();
    }

    @Test
    void theLastTermsThatFitAreKeptWhole() {
        var terms = IntStream.range(0, 300).mapToObj("слово%d"::formatted).toList();

        var prompt = InitialPrompt.of(terms).orElseThrow();

        assertThat(prompt).endsWith("слово298, слово299").matches("(слово\\d+, )+слово299");
        assertThat(prompt.getBytes(StandardCharsets.UTF_8).length).isBetween(600, 672);
    }
}
