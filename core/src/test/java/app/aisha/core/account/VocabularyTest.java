package app.aisha.core.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VocabularyTest {

    @Test
    void whatDiffersInCaseOnlyIsThereOnce() {
        assertThat(new Vocabulary(List.of(" Диля ", "ДИЛЯ", "Kafka", "kafka")).terms())
                .containsExactly("Диля", "Kafka");
    }

    @Test
    void signsOutsideTheBasicPlaneCountAsOne() {
        assertThat(Vocabulary.isTerm("🎧".repeat(Vocabulary.LONGEST_TERM))).isTrue();
        assertThat(Vocabulary.isTerm("🎧".repeat(Vocabulary.LONGEST_TERM + 1))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "two\nlines", "a\0b"})
    void whatIsNoTermIsRefused(String words) {
        assertThat(Vocabulary.isTerm(words)).isFalse();
        assertThatThrownBy(() -> new Vocabulary(List.of(words))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void moreThanItHoldsIsRefused() {
        var most = IntStream.range(0, Vocabulary.MOST_TERMS)
                .mapToObj(i -> "term " + i)
                .toList();
        assertThat(new Vocabulary(most).terms()).hasSize(Vocabulary.MOST_TERMS);

        var more = IntStream.rangeClosed(0, Vocabulary.MOST_TERMS)
                .mapToObj(i -> "term " + i)
                .toList();
        assertThatThrownBy(() -> new Vocabulary(more)).isInstanceOf(IllegalArgumentException.class);
    }
}
