package app.aisha.core.document;

import java.time.Duration;

/** How a place in a recording is written down. */
public final class TimeCode {

    private TimeCode() {}

    /** Hours, minutes and whole seconds, such as 00:12:34; from 100 hours on the hours take more digits. */
    public static String of(Duration at) {
        return "%02d:%02d:%02d".formatted(at.toHours(), at.toMinutesPart(), at.toSecondsPart());
    }

    static String withMillis(long millis, char separator) {
        var at = Duration.ofMillis(millis);
        return "%s%c%03d".formatted(of(at), separator, at.toMillisPart());
    }
}
