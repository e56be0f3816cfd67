package app.aisha.adapters.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import app.aisha.adapters.postgres.PostgresInbox;
import app.aisha.adapters.postgres.TestDatabase;
import app.aisha.bot.intake.Reading;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Ten thousand malformed updates of a known seed. */
class UpdateReaderFuzzTest {

    private static final long SEED = 20_261_123;
    private static final int COUNT = 10_000;

    private final TelegramUpdateReader reader = new TelegramUpdateReader();

    @Test
    void noUpdateMakesTheReaderThrowOrLeaveAnythingOut() {
        var updates = new MalformedUpdates(SEED);
        var understood = 0;
        var malformed = 0;
        for (var i = 0; i < COUNT; i++) {
            var json = updates.next();
            switch (reader.read(json)) {
                case Reading.Understood reading -> {
                    understood++;
                    assertHasNoNull(reading, json);
                }
                case Reading.PreCheckout reading -> {
                    understood++;
                    assertHasNoNull(reading, json);
                }
                case Reading.OfNoInterest reading -> assertHasNoNull(reading, json);
                case Reading.Malformed reading -> {
                    malformed++;
                    assertThat(reading.json()).isSameAs(json);
                    assertThat(reading.reason()).isNotBlank();
                }
            }
        }
        assertThat(malformed).as("malformed").isGreaterThan(COUNT / 4);
        assertThat(understood).as("understood in spite of it").isGreaterThan(COUNT / 20);
    }

    @Test
    void everythingThatIsReadCanBeKeptInTheDatabase() {
        var inbox = new PostgresInbox(TestDatabase.open());
        var updates = new MalformedUpdates(SEED + 1);
        for (var batch = 0; batch < 10; batch++) {
            var readings =
                    Stream.generate(updates::next).limit(100).map(reader::read).toList();
            assertThatCode(() -> inbox.keep(readings)).doesNotThrowAnyException();
        }
    }

    private static void assertHasNoNull(@Nullable Object value, String json) {
        assertThat(value).as(() -> "a part of " + json).isNotNull();
        switch (value) {
            case Record parts ->
                Arrays.stream(parts.getClass().getRecordComponents())
                        .forEach(part -> assertHasNoNull(valueOf(part, parts), json));
            case String words -> assertThat(words).doesNotContain("\0");
            case Optional<?> perhaps -> perhaps.ifPresent(content -> assertHasNoNull(content, json));
            case Duration length -> assertThat(length.isNegative()).isFalse();
            case null, default -> {}
        }
    }

    private static @Nullable Object valueOf(RecordComponent part, Record of) {
        try {
            return part.getAccessor().invoke(of);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
