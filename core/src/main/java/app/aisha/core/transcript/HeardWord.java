package app.aisha.core.transcript;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A word of a text, for comparing what was heard twice.
 *
 * @param start of the word with its punctuation, in the text
 * @param end likewise, exclusive
 * @param letters lower case letters and digits only, never empty
 */
record HeardWord(int start, int end, String letters) {

    private static final Pattern WORD = Pattern.compile("\\S+");
    private static final Pattern PUNCTUATION = Pattern.compile("[^\\p{L}\\p{N}\\p{M}]+");

    /** In a shorter word one letter makes another word. */
    private static final int LONG = 5;

    static List<HeardWord> all(String text) {
        return WORD.matcher(text)
                .results()
                .map(found -> new HeardWord(found.start(), found.end(), letters(found.group())))
                .filter(word -> !word.letters.isEmpty())
                .toList();
    }

    /** The same word, or a long one in which one letter differs. */
    boolean soundsLike(HeardWord other) {
        return letters.equals(other.letters)
                || (letters.length() >= LONG && other.letters.length() >= LONG && oneEditApart(letters, other.letters));
    }

    private static boolean oneEditApart(String one, String two) {
        var shorter = one.length() <= two.length() ? one : two;
        var longer = one.length() <= two.length() ? two : one;
        if (longer.length() - shorter.length() > 1) {
            return false;
        }
        var same = 0;
        while (same < shorter.length() && shorter.charAt(same) == longer.charAt(same)) {
            same++;
        }
        var next = longer.length() == shorter.length() ? same + 1 : same;
        return longer.substring(same + 1).equals(shorter.substring(Math.min(next, shorter.length())));
    }

    private static String letters(String word) {
        var plain = Normalizer.normalize(word, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replace('ё', 'е');
        return PUNCTUATION.matcher(plain).replaceAll("");
    }
}
