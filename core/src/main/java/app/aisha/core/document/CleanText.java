package app.aisha.core.document;

import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Text without what no format can carry or what would reach beyond it: control characters, halves of surrogate pairs,
 * code points that are no characters, and marks that turn the direction of all that follows.
 */
final class CleanText {

    private static final Pattern VISIBLE = Pattern.compile("[^\\s\\p{Z}\\p{Cf}\\p{Cc}]");
    private static final Pattern SPACES = Pattern.compile(" {2,}");
    private static final int BYTE_ORDER_MARK = 0xFEFF;

    private CleanText() {}

    /** In one line. */
    static String line(String text) {
        return lines(text).replace('\n', ' ');
    }

    /** In lines separated by LF, none of them empty. */
    static String lines(String text) {
        var clean = new StringBuilder(text.length());
        text.codePoints().forEach(character -> append(character, clean));
        return clean.toString()
                .lines()
                .map(line -> SPACES.matcher(line).replaceAll(" ").strip())
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    /** Whether anything of it takes ink. */
    static boolean isVisible(String text) {
        return VISIBLE.matcher(text).find();
    }

    private static void append(int character, StringBuilder clean) {
        switch (character) {
            case '\n', '\r', '\u000B', '\f', '\u0085', '\u2028', '\u2029' -> clean.append('\n');
            case '\t' -> clean.append(' ');
            default -> {
                if (Character.getType(character) == Character.SURROGATE) {
                    clean.append('\uFFFD');
                } else if (isKept(character)) {
                    clean.appendCodePoint(character);
                }
            }
        }
    }

    private static boolean isKept(int character) {
        var turnsDirection =
                (character >= 0x202A && character <= 0x202E) || (character >= 0x2066 && character <= 0x2069);
        var isNoCharacter = (character & 0xFFFE) == 0xFFFE || (character >= 0xFDD0 && character <= 0xFDEF);
        return !Character.isISOControl(character) && !turnsDirection && !isNoCharacter && character != BYTE_ORDER_MARK;
    }
}
