package app.aisha.core.document;

import java.time.Duration;
import java.util.Locale;

/** How a place in a recording is written down. */
public final class TimeCode {

    private TimeCode() {}

    /** Hours, minutes and whole seconds, such as 00:12:34; from 100 hours on the hours take more digits. */
    public static String of(Duration at) {
        return String.format(Locale.ROOT, "%02d:%02d:%02d", at.toHours(), at.toMinutesPart(), at.toSecondsPart());
    }

    static String withMillis(long millis, char separator) {
        var at = Duration.ofMillis(millis);
        return String.format(Locale.ROOT, "%s%c%03d", of(at), separator, at.toMillisPart());
    }
}
