package app.aisha.core.admin;

import app.aisha.core.account.OneLine;
import java.util.Optional;

/** Why something was changed, in the words of who did it; the person concerned reads them. One line. */
public record Reason(String words) {

    public static final int SHORTEST = 3;
    public static final int LONGEST = 200;

    public Reason {
        var length = words.codePointCount(0, words.length());
        if (length < SHORTEST || length > LONGEST) {
            throw new IllegalArgumentException("A reason of %d characters".formatted(length));
        }
    }

    /** Empty where the words, without blanks at both ends, are fewer or more characters than a reason has. */
    public static Optional<Reason> of(String words) {
        return OneLine.of(words, SHORTEST, LONGEST).map(Reason::new);
    }
}
