package app.aisha.app.observe;

import ch.qos.logback.classic.spi.ILoggingEvent;
import org.springframework.boot.json.JsonWriter.Members;
import org.springframework.boot.json.JsonWriter.ValueProcessor;
import org.springframework.boot.logging.structured.StructuredLoggingJsonMembersCustomizer;

/** Keeps secrets out of the values of lines for programs. */
public final class GuardedLog implements StructuredLoggingJsonMembersCustomizer<ILoggingEvent> {

    @Override
    public void customize(Members<ILoggingEvent> members) {
        members.applyingValueProcessor(
                ValueProcessor.of(String.class, value -> value == null ? null : LogGuard.clean(value)));
    }
}
