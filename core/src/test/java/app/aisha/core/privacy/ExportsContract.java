package app.aisha.core.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.core.account.UserId;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every place that keeps copies promises. */
public interface ExportsContract {

    Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

    Exports exports();

    UserId someone();

    @Test
    default void aPersonHasOneCopyAtATime() {
        var export = asked(someone());

        assertThat(exports().add(export)).isTrue();
        assertThat(exports().add(asked(export.owner()))).isFalse();

        assertThat(exports().of(export.owner())).contains(export);
        assertThat(exports().find(export.id())).contains(export);
    }

    @Test
    default void aWrittenOneIsFoundAsItIsUntilItIsRemoved() {
        var export = asked(someone());
        exports().add(export);
        var ready = export.written(3, 1, NOW.plusSeconds(60));

        assertThat(exports().save(ready)).isTrue();
        assertThat(exports().find(export.id())).contains(ready);

        exports().remove(export.id());
        assertThat(exports().of(export.owner())).isEmpty();
        assertThat(exports().add(asked(export.owner()))).isTrue();
    }

    @Test
    default void oneThatIsGoneIsNotSaved() {
        var export = asked(someone());

        assertThat(exports().save(export.written(1, 0, NOW))).isFalse();

        assertThat(exports().find(export.id())).isEmpty();
    }

    private static Export.Asked asked(UserId owner) {
        return new Export.Asked(new ExportId(UUID.randomUUID()), owner, NOW);
    }
}
