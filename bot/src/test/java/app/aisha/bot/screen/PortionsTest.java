package app.aisha.bot.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PortionsTest {

    private static final int TEXTS = 5_000;
    private static final Pattern CHARACTER = Pattern.compile("\\X");

    private static final List<String> SCRAPS = List.of(
            "слово",
            "word",
            " ",
            " ",
            " ",
            "  ",
            "\n",
            "\n\n",
            ". ",
            "! ",
            "…» ",
            "<b>&amp;</b>",
            "👩‍👩‍👧‍👦",
            "🎧",
            "é",
            "ё",
            "й",
            "\t",
            "\u00a0",
            "中文没有空格",
            "https://example.org/?a=1&b=2",
            "ж".repeat(300),
            "🏳️‍🌈".repeat(40),
            "\r\n",
            "\r",
            "\u0301",
            "\u200d",
            "👍🏽",
            "🇰🇿",
            "0",
            "—");

    private static String text(Random random, int limit) {
        var text = new StringBuilder();
        var length = random.nextInt(4 * limit);
        while (text.length() < length) {
            text.append(SCRAPS.get(random.nextInt(SCRAPS.size())));
        }
        return text.toString();
    }

    @ParameterizedTest
    @ValueSource(ints = {Portions.MESSAGE, Portions.CAPTION})
    void portionsFitAndGiveTheTextAgain(int limit) {
        var cut = 0;
        for (var seed = 0; seed < TEXTS; seed++) {
            var text = text(new Random(seed), limit);

            var portions = Portions.of(text, limit);

            assertThat(String.join("", portions)).as("seed %d", seed).isEqualTo(text);
            assertThat(portions).as("seed %d", seed).allSatisfy(portion -> {
                assertThat(portion).hasSizeBetween(1, limit);
                assertThat(Character.isHighSurrogate(portion.charAt(portion.length() - 1)))
                        .isFalse();
            });
            assertThat(endsOfCharacters(text).containsAll(seams(portions)))
                    .as("seed %d", seed)
                    .isTrue();
            cut += portions.size() - 1;
        }
        System.out.printf("%d texts cut %d times for messages of %d characters%n", TEXTS, cut, limit);
    }

    private static List<Integer> seams(List<String> portions) {
        var seams = new ArrayList<Integer>();
        var end = 0;
        for (var portion : portions) {
            end += portion.length();
            seams.add(end);
        }
        return seams;
    }

    /** Where a visible character ends; none of these is longer than half a portion. */
    private static Set<Integer> endsOfCharacters(String text) {
        return CHARACTER.matcher(text).results().map(MatchResult::end).collect(Collectors.toSet());
    }

    @Test
    void theBestSeamIsTaken() {
        assertThat(Portions.of("One two three.\n\nFour. Five six", 20))
                .containsExactly("One two three.\n\n", "Four. Five six");
        assertThat(Portions.of("One two. Three four five", 12)).containsExactly("One two. ", "Three four ", "five");
        assertThat(Portions.of("Onetwothreefour", 6)).containsExactly("Onetwo", "threef", "our");
    }

    @Test
    void whatLooksLikeOneCharacterStaysOne() {
        assertThat(Portions.of("👩‍👩‍👧‍👦".repeat(3), 25)).containsExactly("👩‍👩‍👧‍👦".repeat(2), "👩‍👩‍👧‍👦");
        assertThat(Portions.of("a🎧🎧", 4)).containsExactly("a🎧", "🎧");
        assertThat(Portions.of("👩‍👩‍👧‍👦", 6)).hasSize(2);
    }

    @Test
    void nothingIsNoPortion() {
        assertThat(Portions.of("", 10)).isEmpty();
        assertThat(Portions.of("ten of it.", 10)).containsExactly("ten of it.");
    }
}
