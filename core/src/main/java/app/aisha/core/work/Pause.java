package app.aisha.core.work;

import java.time.Duration;

/** How long to wait until a trouble of the outside is looked at again. */
public final class Pause {

    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private Pause() {}

    /** Grows with the age of the work: the longer a trouble lasts, the rarer the tries. */
    public static Duration of(Duration age) {
        var fifth = age.dividedBy(5);
        if (fifth.compareTo(SHORTEST) < 0) {
            return SHORTEST;
        }
        return fifth.compareTo(LONGEST) > 0 ? LONGEST : fifth;
    }
}
