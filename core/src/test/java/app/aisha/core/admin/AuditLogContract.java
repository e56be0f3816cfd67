package app.aisha.core.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.aisha.core.account.ChatId;
import app.aisha.core.account.UserId;
import app.aisha.core.wallet.Credits;
import app.aisha.core.work.StaleState;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every audit log promises. */
public interface AuditLogContract {

    Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    /** The log under test; entries of other tests may be in it. */
    AuditLog log();

    static AuditEntry entry(AuditEntry.Act act, Actor actor, Optional<UserId> person, Instant at) {
        return new AuditEntry(
                new OrderId(UUID.randomUUID()), at, actor, act, person, new Credits(50), "it's \"Диля\" <3", "a\nb");
    }

    @ParameterizedTest
    @EnumSource(AuditEntry.Act.class)
    default void everyEntryComesBackAsItWas(AuditEntry.Act act) {
        var byAdmin = entry(act, new Actor.Admin(new ChatId(1L << 51)), Optional.of(someone()), NOON);
        var byOperator = entry(act, new Actor.Operator("root"), Optional.empty(), NOON);

        log().add(byAdmin);
        log().add(byOperator);

        assertThat(log().find(byAdmin.id())).contains(byAdmin);
        assertThat(log().find(byOperator.id())).contains(byOperator);
        assertThat(log().find(new OrderId(UUID.randomUUID()))).isEmpty();
    }

    @Test
    default void anOrderIsLoggedOnce() {
        var first = entry(AuditEntry.Act.GRANT, new Actor.Operator("root"), Optional.of(someone()), NOON);
        log().add(first);
        var again = new AuditEntry(
                first.id(),
                NOON.plusSeconds(1),
                first.actor(),
                AuditEntry.Act.TAKE,
                first.person(),
                first.amount(),
                first.reason(),
                first.details());

        assertThatThrownBy(() -> log().add(again)).isInstanceOf(StaleState.class);
        assertThat(log().find(first.id())).contains(first);
    }

    @Test
    default void theNewestComeFirst() {
        var dilnara = someone();
        var later = NOON.plus(Duration.ofDays(5000));
        var third =
                entry(AuditEntry.Act.TAKE, new Actor.Operator("root"), Optional.of(someone()), later.plusSeconds(2));
        var first = entry(AuditEntry.Act.GRANT, new Actor.Operator("root"), Optional.of(dilnara), later);
        var second =
                entry(AuditEntry.Act.REFUND, new Actor.Operator("root"), Optional.of(dilnara), later.plusSeconds(1));
        log().add(third);
        log().add(first);
        log().add(second);

        assertThat(log().newest(2)).containsExactly(third, second);
        assertThat(log().newest(dilnara, 9)).containsExactly(second, first);
        assertThat(log().newest(dilnara, 1)).containsExactly(second);
        assertThat(log().newest(someone(), 9)).isEmpty();
    }

    private static UserId someone() {
        return new UserId(UUID.randomUUID());
    }
}
