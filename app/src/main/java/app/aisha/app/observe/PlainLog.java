package app.aisha.app.observe;

import ch.qos.logback.classic.pattern.ThrowableProxyConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.boot.logging.structured.StructuredLogFormatter;

/** Lines for people: when, how bad, who, what, and where it belongs to a trace, its id. */
public final class PlainLog implements StructuredLogFormatter<ILoggingEvent> {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT);

    private final ThrowableProxyConverter problems;

    /** Writes problems as this does. */
    public PlainLog(ThrowableProxyConverter problems) {
        this.problems = problems;
    }

    @Override
    public String format(ILoggingEvent event) {
        var logger = event.getLoggerName();
        var trace = event.getMDCPropertyMap().get("traceId");
        var line = "%s %-5s %s - %s%s%n%s"
                .formatted(
                        LocalTime.ofInstant(event.getInstant(), ZoneId.systemDefault())
                                .format(TIME),
                        event.getLevel(),
                        logger.substring(logger.lastIndexOf('.') + 1),
                        event.getFormattedMessage(),
                        trace == null ? "" : " [" + trace + "]",
                        problems.convert(event));
        return LogGuard.clean(line);
    }
}
