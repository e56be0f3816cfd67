package app.aisha.core.account;

import java.util.Optional;
import java.util.regex.Pattern;

/** What somebody wrote, on one line. */
public final class OneLine {

    /** Spaces of every width and what does not print, NUL among it. */
    private static final Pattern BLANKS = Pattern.compile("[\\p{Z}\\p{Cntrl}]+");

    private OneLine() {}

    /** With single spaces between words and none at the ends. */
    public static String of(String words) {
        return BLANKS.matcher(words).replaceAll(" ").strip();
    }

    /** The same; empty where fewer or more code points are left. */
    public static Optional<String> of(String words, int shortest, int longest) {
        var line = of(words);
        var length = line.codePointCount(0, line.length());
        return length < shortest || length > longest ? Optional.empty() : Optional.of(line);
    }
}
