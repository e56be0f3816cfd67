package app.aisha.simulators.openai;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Turns Russian into something an English reader can guess at: known words by a small list of stems, others letter by letter.
 * Latin words stay as they are; words of other scripts are named by their script.
 */
final class Glossary {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]+");
    private static final Pattern GAPS = Pattern.compile("\\s+");
    private static final Pattern LONELY = Pattern.compile("\\s+([,.!?:;])");
    private static final String LETTERS = "абвгдежзийклмнопрстуфхцчшщъыьэюя";
    private static final String[] LATIN =
            "a b v g d e zh z i y k l m n o p r s t u f kh ts ch sh shch . y . e yu ya".split(" ");
    private static final int LONGEST_ENDING = 5;

    private static final Map<String, String> WORDS = read();

    private Glossary() {}

    /** One word each line, {@code стем*=stem} or {@code слово=word}; what is on the right may be empty. */
    private static Map<String, String> read() {
        try (var file = Glossary.class.getResourceAsStream("/openai/words.txt")) {
            if (file == null) {
                throw new IllegalStateException("openai/words.txt is not in the program");
            }
            var words = new TreeMap<String, String>();
            new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.contains("="))
                    .forEach(line ->
                            words.put(line.substring(0, line.indexOf('=')), line.substring(line.indexOf('=') + 1)));
            return words;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String english(String text) {
        var said = WORD.matcher(text).replaceAll(found -> java.util.regex.Matcher.quoteReplacement(word(found)));
        return LONELY.matcher(GAPS.matcher(said).replaceAll(" "))
                .replaceAll("$1")
                .strip();
    }

    private static String word(MatchResult found) {
        var word = found.group();
        return switch (Character.UnicodeScript.of(word.codePointAt(0))) {
            case LATIN -> word;
            case CYRILLIC -> translated(word);
            default ->
                "words in "
                        + Character.UnicodeScript.of(word.codePointAt(0)).name().toLowerCase(Locale.ROOT);
        };
    }

    private static String translated(String word) {
        var plain = word.toLowerCase(Locale.ROOT).replace('ё', 'е');
        var exact = WORDS.get(plain);
        if (exact != null) {
            return exact;
        }
        for (int end = plain.length(); end > 2 && end >= plain.length() - LONGEST_ENDING; end--) {
            var known = WORDS.get(plain.substring(0, end) + "*");
            if (known != null) {
                return known;
            }
        }
        return letterByLetter(plain, Character.isUpperCase(word.charAt(0)));
    }

    private static String letterByLetter(String word, boolean capital) {
        var written = new StringBuilder();
        for (int i = 0; i < word.length(); i++) {
            int at = LETTERS.indexOf(word.charAt(i));
            written.append(at < 0 ? "" : LATIN[at].replace(".", ""));
        }
        if (capital && !written.isEmpty()) {
            written.setCharAt(0, Character.toUpperCase(written.charAt(0)));
        }
        return written.toString();
    }
}
