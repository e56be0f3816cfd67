package app.aisha.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.aisha.adapters.http.ServicePause.Withheld;
import app.aisha.core.work.OperatorAlarm.Alarm;
import app.aisha.core.work.OperatorAlarm.Service;
import app.aisha.core.work.OperatorAlarm.Trouble;
import app.aisha.core.work.SettableClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ServicePauseTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Alarm.Raised UNPAID = new Alarm.Raised(Service.IMAGES, Trouble.UNPAID, "Pay.");
    private static final Alarm.Raised REFUSED = new Alarm.Raised(Service.IMAGES, Trouble.KEY_REFUSED, "Key.");

    private final SettableClock clock = new SettableClock();
    private final List<Alarm> told = new ArrayList<>();
    private final ServicePause pause = new ServicePause(told::add, MINUTE, clock);

    @Test
    void whatCallsUnderWayTellLaterIsOld() throws Withheld {
        var before = pause.enter();
        var other = pause.enter();

        assertThat(before.refused(UNPAID)).isEqualTo(MINUTE);
        other.refused(UNPAID);
        other.answered();

        assertThat(told).containsExactly(UNPAID);
        assertThatThrownBy(pause::enter).isInstanceOfSatisfying(Withheld.class, e -> {
            assertThat(e.why()).isEqualTo(UNPAID);
            assertThat(e.pause()).isEqualTo(MINUTE);
        });
    }

    @Test
    void anotherTroubleIsTold() throws Withheld {
        pause.enter().refused(UNPAID);
        clock.advance(MINUTE);
        pause.enter().refused(UNPAID);
        clock.advance(MINUTE);
        pause.enter().refused(REFUSED);
        clock.advance(MINUTE);
        pause.enter().answered();

        assertThat(told.stream().map(alarm -> alarm.getClass().getSimpleName() + " " + alarm.trouble()))
                .containsExactly("Raised UNPAID", "Over UNPAID", "Raised KEY_REFUSED", "Over KEY_REFUSED");
    }

    @Test
    void aLookLeavesTheTryToOthers() throws Withheld {
        pause.enter().refused(UNPAID);
        assertThatThrownBy(pause::look).isInstanceOf(Withheld.class);
        clock.advance(MINUTE);

        pause.look();
        pause.look();
        pause.enter();

        assertThatThrownBy(pause::look).isInstanceOf(Withheld.class);
        assertThatThrownBy(pause::enter).isInstanceOf(Withheld.class);
    }

    @Test
    void theCircuitIsOpenWhileNothingMayBeTried() throws Withheld {
        assertThat(pause.isOpen()).isFalse();

        pause.enter().refused(REFUSED);
        assertThat(pause.isOpen()).isTrue();
        clock.advance(MINUTE);
        assertThat(pause.isOpen()).as("a try is due").isFalse();
        var trying = pause.enter();
        assertThat(pause.isOpen()).as("somebody tries").isTrue();
        trying.answered();

        assertThat(pause.isOpen()).isFalse();
    }

    @Test
    void callsInARowThatComeToNothingOpenTheCircuitAndKeepNoCallBack() throws Withheld {
        for (var call = 1; call < ServicePause.FAILURES; call++) {
            pause.enter().failed();
        }
        assertThat(pause.isOpen()).as("an accident").isFalse();
        pause.enter().failed();
        assertThat(pause.isOpen()).as("an outage").isTrue();
        pause.look();
        pause.enter();

        clock.advance(MINUTE);
        assertThat(pause.isOpen()).as("somebody may find out").isFalse();
        var trying = pause.enter();
        assertThat(pause.isOpen()).as("somebody tries").isTrue();
        clock.advance(MINUTE);
        trying.failed();
        assertThat(pause.isOpen()).as("in vain").isTrue();
        pause.enter().answered();

        assertThat(pause.isOpen()).isFalse();
        assertThat(told).as("an operator can do nothing").isEmpty();
        pause.enter().failed();
        assertThat(pause.isOpen()).as("counted anew").isFalse();
    }
}
