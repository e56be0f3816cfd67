package app.aisha.adapters.openai;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class VocabularyTest {

    @Test
    void everyTermIsOneCleanLine() {
        assertThat(Vocabulary.clean(
                        List.of(" Мария\r\nПетрова ", "<b>Kafka</b>", "Kafka", "Kafka", "\u2028", "", "<>")))
                .containsExactly("Мария Петрова", "b Kafka /b", "Kafka");
    }

    @Test
    void theLastHundredTermsOfSixtyCharactersAreKept() {
        var many = IntStream.range(0, 150).mapToObj(i -> "term " + i).toList();

        assertThat(Vocabulary.clean(many)).hasSize(100).startsWith("term 50").endsWith("term 149");
        assertThat(Vocabulary.clean(List.of("😀".repeat(61))).getFirst()).isEqualTo("😀".repeat(60));
    }

    @Test
    void aPromptHoldsTheLastTermsThatFit() {
        assertThat(Vocabulary.prompt(List.of("Аиша", "Kafka"))).isEqualTo("Аиша, Kafka");
        var many = IntStream.range(0, 100).mapToObj(i -> "термин" + i).toList();

        var prompt = Vocabulary.prompt(many);

        assertThat(prompt).endsWith("термин98, термин99").doesNotContain("термин1,");
        assertThat(prompt.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(672);
    }

    @Test
    void noTermIsTooOddToBeCleaned() {
        var parts = List.of("<", ">", "\n", "\0", "\ud83d", "\ude00", "я", " ", "\u00a0", "'", "%", "длинное слово");
        for (var seed = 1; seed <= 2_000; seed++) {
            var random = new Random(seed);
            var terms = IntStream.range(0, random.nextInt(8))
                    .mapToObj(_ -> IntStream.range(0, random.nextInt(20))
                            .mapToObj(_ -> parts.get(random.nextInt(parts.size())))
                            .reduce("", String::concat))
                    .toList();

            assertThat(Vocabulary.clean(terms))
                    .as("seed %d", seed)
                    .allSatisfy(term -> assertThat(term).isNotBlank().doesNotContain("<", ">", "\n", "\r"));
        }
    }
}
