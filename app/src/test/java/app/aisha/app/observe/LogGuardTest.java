package app.aisha.app.observe;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.pattern.ThrowableProxyConverter;
import ch.qos.logback.classic.spi.LoggingEvent;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.json.JsonWriter;

class LogGuardTest {

    private static final String TOKEN = "42:story-token-story-token";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET /bot42:story-token-story-token/getMe | GET /bot[hidden]/getMe",
                "https://s3/a?X-Amz-Signature=abc&b=c | https://s3/a?X-Amz-Signature=[hidden]&b=c",
                "postgresql://aisha:secret@db/aisha | postgresql://[hidden]@db/aisha",
                "redis://:secret@redis:6379/0 | redis://[hidden]@redis:6379/0",
                "jdbc:postgresql://db/aisha?user=a&password=secret&ssl=true |"
                        + " jdbc:postgresql://db/aisha?user=a&password=[hidden]&ssl=true",
                "Authorization: Bearer abcdef.12345 | Authorization: Bearer [hidden]",
                "Authorization: Key 1234-5678:abcdef | Authorization: Key [hidden]",
                "key sk-0123456789abcdef. | key [hidden]."
            })
    void whatLooksLikeASecretIsHidden(String line, String clean) {
        assertThat(LogGuard.clean(line)).isEqualTo(clean);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "12:34:56.789 INFO fine",
                "Update 7 waits for the database: http://localhost:5432 is away",
                "transcribe 0192f3a0-0000-7000-8000-000000000001 comes again in 5 s"
            })
    void everythingElseStays(String line) {
        assertThat(LogGuard.clean(line)).isEqualTo(line);
    }

    @Test
    void linesForPeopleSayWhenWhoWhatAndWhere() {
        var line = plain().format(event("Fine with " + TOKEN, new IllegalStateException("no " + TOKEN)));

        assertThat(line)
                .matches("(?s)\\d\\d:\\d\\d:\\d\\d\\.\\d{3} WARN  Baker - Fine with \\[hidden] \\[abc]\\R.*")
                .contains("java.lang.IllegalStateException: no [hidden]", "LogGuardTest")
                .doesNotContain(TOKEN);
    }

    @Test
    void aLineWithoutATroubleIsOneLine() {
        assertThat(plain().format(event("Fine", null)))
                .endsWith("Fine [abc]" + System.lineSeparator())
                .hasLineCount(1);
    }

    @Test
    void valuesOfLinesForProgramsAreGuarded() {
        var writer = JsonWriter.<LoggingEvent>of(members -> {
            members.add("message", LoggingEvent::getFormattedMessage);
            members.add("level", event -> event.getLevel().toString());
        });
        var guarded = JsonWriter.<ch.qos.logback.classic.spi.ILoggingEvent>of(members -> {
            members.add("message", event -> event.getFormattedMessage());
            new GuardedLog().customize(members);
        });

        assertThat(writer.writeToString(event("with " + TOKEN, null))).contains(TOKEN);
        assertThat(guarded.writeToString(event("with " + TOKEN, null))).isEqualTo("{\"message\":\"with [hidden]\"}");
    }

    private static PlainLog plain() {
        var problems = new ThrowableProxyConverter();
        problems.start();
        return new PlainLog(problems);
    }

    private static LoggingEvent event(String message, @Nullable Throwable problem) {
        var context = new LoggerContext();
        context.setMDCAdapter(new ch.qos.logback.classic.util.LogbackMDCAdapter());
        var event =
                new LoggingEvent("", context.getLogger("app.aisha.Baker"), Level.WARN, message, problem, new Object[0]);
        event.setMDCPropertyMap(Map.of("traceId", "abc"));
        return event;
    }
}
