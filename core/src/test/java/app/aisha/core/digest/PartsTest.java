package app.aisha.core.digest;

import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.core.transcript.Passage;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PartsTest {

    private static final List<Passage> TALK = Desk.timed(IntStream.range(0, 100)
            .mapToObj(i -> "word%d ".formatted(i).repeat(1 + i * 7 % 13).strip())
            .toArray(String[]::new));

    private static String text(List<List<Passage>> parts) {
        return parts.stream().flatMap(List::stream).map(Passage::text).collect(Collectors.joining(" "));
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 50, 100, 333, 1000, 100_000})
    void everyWordIsInOnePartAndNoPartIsTooLong(int capacity) {
        var parts = Parts.of(TALK, capacity);

        assertThat(text(parts)).isEqualTo(text(List.of(TALK)));
        assertThat(parts)
                .allSatisfy(part -> assertThat(part.stream()
                                .mapToInt(passage -> passage.text().length() + 1)
                                .sum())
                        .isLessThanOrEqualTo(capacity)
                        .isPositive());
    }

    @Test
    void whatFitsIsOnePartAndPassagesStayWhole() {
        assertThat(Parts.of(TALK, 100_000)).containsExactly(TALK);
        assertThat(Parts.of(TALK, 1000).stream().flatMap(List::stream)).containsExactlyElementsOf(TALK);
    }

    @Test
    void aLongPassageIsCutBetweenWordsAndKeepsItsPlace() {
        var passage = Desk.timed("eins zwei drei vier fünf").getFirst();

        assertThat(Parts.of(List.of(passage), 11))
                .containsExactly(
                        List.of(new Passage(passage.place(), passage.speaker(), "eins zwei")),
                        List.of(new Passage(passage.place(), passage.speaker(), "drei vier")),
                        List.of(new Passage(passage.place(), passage.speaker(), "fünf")));
    }

    @Test
    void wordsWithoutEndAreCutBetweenCharacters() {
        var parts = Parts.of(Desk.timed("a" + "😀".repeat(50)), 11);

        assertThat(text(parts).replace(" ", "")).isEqualTo("a" + "😀".repeat(50));
        assertThat(parts.stream().flatMap(List::stream))
                .allSatisfy(passage -> assertThat(
                                Character.isLowSurrogate(passage.text().charAt(0)))
                        .isFalse());
    }

    @Test
    void whatIsShortIsNotHalved() {
        assertThat(Parts.halved(Desk.timed("short"))).isEmpty();
        assertThat(Parts.halved(TALK).orElseThrow()).hasSizeBetween(2, 3);
        assertThat(Parts.halved(Desk.timed("long ".repeat(100).strip())).orElseThrow())
                .hasSizeBetween(2, 3);
    }
}
