package app.aisha.core.admin;

import java.util.Optional;
import java.util.regex.Pattern;

/** Why something was changed, in the words of who did it; the person concerned reads them. One line. */
public record Reason(String words) {

    public static final int SHORTEST = 3;
    public static final int LONGEST = 200;

    /** Spaces of every width and what does not print, NUL among it. */
    private static final Pattern BLANKS = Pattern.compile("[\\p{Z}\\p{Cntrl}]+");

    public Reason {
        var length = words.codePointCount(0, words.length());
        if (length < SHORTEST || length > LONGEST) {
            throw new IllegalArgumentException("A reason of %d characters".formatted(length));
        }
    }

    /** Empty where the words, without blanks at both ends, are fewer or more characters than a reason has. */
    public static Optional<Reason> of(String words) {
        var line = BLANKS.matcher(words).replaceAll(" ").strip();
        var length = line.codePointCount(0, line.length());
        return length < SHORTEST || length > LONGEST ? Optional.empty() : Optional.of(new Reason(line));
    }
}
