package app.aisha.adapters.textfiles;

import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Tells the character sets of Russian and its neighbours apart by how often their letters are met, which ICU cannot do for
 * all of them.
 */
final class CyrillicLetters {

    private static final List<Charset> CHARSETS = Arrays.stream(
                    new String[] {"windows-1251", "KOI8-U", "IBM866", "ISO-8859-5", "x-MacCyrillic"})
            .<Charset>map(Charset::forName)
            .toList();

    /** By frequency in Russian, and how often each is met in ten thousand. */
    private static final String LETTERS = "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё";

    private static final int[] FREQUENCIES = {
        1097, 845, 801, 735, 670, 626, 547, 473, 454, 440, 349, 321, 298, 281, 262, 201, 190, 174, 170, 165, 159, 144,
        121, 97, 94, 73, 64, 48, 36, 32, 26, 10, 10
    };

    private static final int RARE = 10;
    private static final int MISPLACED = -600;
    private static final int SAMPLE = 1 << 15;

    /** Reading with the wrong set, or another language, stays below it. */
    private static final int THRESHOLD = 330;

    private CyrillicLetters() {}

    /** Empty where it is another language. */
    static Optional<Charset> charset(byte[] bytes) {
        var best = Optional.<Charset>empty();
        var highest = THRESHOLD;
        for (var charset : CHARSETS) {
            var likelihood = likelihood(new String(bytes, 0, Math.min(bytes.length, SAMPLE), charset));
            if (likelihood > highest) {
                highest = likelihood;
                best = Optional.of(charset);
            }
        }
        return best;
    }

    /** The mean over all that is not ASCII. */
    private static int likelihood(String text) {
        var sum = 0L;
        var count = 0;
        for (var i = 0; i < text.length(); i++) {
            var character = text.charAt(i);
            if (character > 0x7F) {
                sum += isCyrillic(character) ? letter(text, i) : sign(character);
                count++;
            }
        }
        return count == 0 ? 0 : (int) (sum / count);
    }

    private static int letter(String text, int index) {
        var before = index == 0 ? ' ' : text.charAt(index - 1);
        var after = index + 1 == text.length() ? ' ' : text.charAt(index + 1);
        var character = text.charAt(index);
        var capitalInside = Character.isUpperCase(character) && Character.isLowerCase(before);
        if (capitalInside || isLatin(before) || isLatin(after)) {
            return MISPLACED;
        }
        var place = LETTERS.indexOf(Character.toLowerCase(character));
        return place < 0 ? RARE : FREQUENCIES[place];
    }

    /** Quotes, dashes and the like say nothing; frames and foreign letters say it is something else. */
    private static int sign(char character) {
        return "«»—–…„“”‘’№•§©°\u00A0".indexOf(character) >= 0 ? THRESHOLD : MISPLACED;
    }

    private static boolean isCyrillic(char character) {
        return character >= 0x400 && character < 0x530;
    }

    private static boolean isLatin(char character) {
        return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z');
    }
}
