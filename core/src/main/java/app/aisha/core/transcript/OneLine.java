package app.aisha.core.transcript;

import java.util.Optional;
import java.util.regex.Pattern;

/** What a person calls something. */
final class OneLine {

    /** Spaces of every width and what does not print, NUL among it. */
    private static final Pattern BLANKS = Pattern.compile("[\\p{Z}\\p{Cntrl}]+");

    private OneLine() {}

    /** On one line; empty where nothing is left or it has more code points. */
    static Optional<String> of(String words, int longest) {
        var line = BLANKS.matcher(words).replaceAll(" ").strip();
        return Optional.of(line).filter(it -> !it.isEmpty() && it.codePointCount(0, it.length()) <= longest);
    }
}
