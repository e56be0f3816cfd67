package app.aisha.core.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.core.transcript.PieceJoiner.Part;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PieceJoinerTest {

    private static final String LETTERS = "абвгдеёжзийклмнопрстуфхцчшщыьэюяabcdefghijklmnopqrstuvwxyz0123456789";
    private static final List<String> VOCABULARY = vocabulary(new Random(0));

    @Test
    void textsCutAtSilencesFollowEachOther() {
        assertThat(join(List.of(plain("Добрый день. "), plain(""), plain(" День добрый!"))))
                .isEqualTo("Добрый день. День добрый!");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "мы пошли в лес за грибами | в лес за грибами и ягодами | мы пошли в лес за грибами и ягодами",
                "мы пошли в лес за гри… | лес за грибами и ягодами | мы пошли в лес за грибами и ягодами",
                "мы пошли в лес, за грибами. | э Лес за грибами, и ягодами | мы пошли в лес, за грибами, и ягодами",
                "всё решено подпишем договор | Все решено подпишем договор завтра | всё решено подпишем договор завтра",
                "сумма составила двести рублей | сума составила двести рублей ровно"
                        + "| сумма составила двести рублей ровно",
                "сколько это стоит | сколько это стоит | сколько это стоит",
                "да нет наверное | кто там стоит | да нет наверное кто там стоит",
                "скажи ей да | да конечно скажу | скажи ей да да конечно скажу"
            })
    void wordsHeardTwiceAreKeptOnce(String first, String second, String whole) {
        assertThat(join(List.of(plain(first), repeating(second)))).isEqualTo(whole);
    }

    @Test
    void repetitionsAreKeptWhereTheCutWasNotForced() {
        assertThat(join(List.of(plain("так и так"), plain("так и так дальше"))))
                .isEqualTo("так и так так и так дальше");
    }

    @Test
    void aPieceIsNotComparedWithOneBeforeAnUnheardOne() {
        assertThat(texts(List.of(plain("раз два три"), plain(" "), repeating("раз два три"))))
                .containsExactly("раз два три", "", "раз два три");
    }

    @Test
    void anEllipsisIsDroppedWhereTheTextGoesOnAndKeptAtTheEnd() {
        assertThat(join(List.of(plain("и тогда …"), plain("он сказал..."), plain("…"), plain("ну…"))))
                .isEqualTo("и тогда он сказал ну…");
    }

    @Test
    void eachPartKeepsItsPlace() {
        var parts = List.of(plain("раз два три четыре"), repeating("три четыре"), repeating("пять"));

        assertThat(texts(parts)).containsExactly("раз два три четыре", "", "пять");
    }

    @Test
    void anyTextCutWithAnOverlapIsRejoined() {
        for (var seed = 1; seed <= 2000; seed++) {
            var random = new Random(seed);
            var words = words(random, 20 + random.nextInt(200));
            var parts = cut(random, words);

            assertThat(join(parts)).as("seed %d", seed).isEqualTo(String.join(" ", words));
        }
    }

    @Test
    void noTextIsTooOddToBeJoined() {
        for (var seed = 1; seed <= 2000; seed++) {
            var random = new Random(seed);
            var parts = IntStream.range(0, random.nextInt(6))
                    .mapToObj(_ -> new Part(utterance(oddText(random)), random.nextBoolean()))
                    .toList();

            assertThat(PieceJoiner.untangle(parts)).hasSameSizeAs(parts);
        }
    }

    /** Forced cuts: three to eight words are heard twice, the word at either edge is often heard in part only. */
    private static List<Part> cut(Random random, List<String> words) {
        var parts = new ArrayList<Part>();
        var from = 0;
        for (var to = 12; from < words.size(); to += 12 + random.nextInt(40)) {
            var end = Math.min(to, words.size());
            var heard = new ArrayList<>(words.subList(from, end));
            if (from > 0 && random.nextBoolean()) {
                heard.set(0, heard.getFirst().substring(heard.getFirst().length() / 2));
            }
            if (end < words.size() && random.nextBoolean()) {
                heard.set(
                        heard.size() - 1,
                        heard.getLast().substring(0, heard.getLast().length() / 2) + "…");
            }
            parts.add(new Part(inPassages(random, heard), from > 0));
            from = end == words.size() ? end : end - 4 - random.nextInt(5);
        }
        return parts;
    }

    private static List<String> words(Random random, int count) {
        return IntStream.range(0, count)
                .mapToObj(_ -> VOCABULARY.get(random.nextInt(VOCABULARY.size())))
                .toList();
    }

    private static List<String> vocabulary(Random random) {
        return IntStream.range(0, 3000).mapToObj(_ -> word(random)).toList();
    }

    private static String word(Random random) {
        var letters = new char[2 + random.nextInt(9)];
        for (var i = 0; i < letters.length; i++) {
            letters[i] = LETTERS.charAt(random.nextInt(LETTERS.length()));
        }
        var word = new String(letters);
        return switch (random.nextInt(8)) {
            case 0 -> word + ",";
            case 1 -> word + ".";
            case 2 -> "«" + word + "»";
            default -> word;
        };
    }

    private static String oddText(Random random) {
        var odd = List.of("…", "...", "— ", " ", "\n", "да ", "да, ", "😀 ", "\u0301", "нет ", "двадцать ", "двадцат ");
        return Arrays.stream(new int[random.nextInt(40)])
                .mapToObj(_ -> odd.get(random.nextInt(odd.size())))
                .reduce("", String::concat);
    }

    /** Passages end anywhere: where they do must not matter. */
    private static Utterance inPassages(Random random, List<String> words) {
        var passages = new ArrayList<Passage>();
        var from = 0;
        while (from < words.size()) {
            var to = Math.min(words.size(), from + 1 + random.nextInt(8));
            passages.add(Saying.passage(from, to, String.join(" ", words.subList(from, to))));
            from = to;
        }
        return new Utterance(passages);
    }

    private static Utterance utterance(String text) {
        return new Utterance(Sentences.of(text, Optional.empty()).stream()
                .map(sentence -> Saying.passage(0, 1, sentence))
                .toList());
    }

    private static Part plain(String text) {
        return new Part(utterance(text), false);
    }

    private static Part repeating(String text) {
        return new Part(utterance(text), true);
    }

    private static List<String> texts(List<Part> parts) {
        return PieceJoiner.untangle(parts).stream().map(Utterance::text).toList();
    }

    private static String join(List<Part> parts) {
        return texts(parts).stream().filter(text -> !text.isEmpty()).collect(Collectors.joining(" "));
    }
}
