package app.aisha.adapters.fal;

import app.aisha.adapters.fal.FalUnavailable.Question;
import app.aisha.adapters.http.ServicePause;
import app.aisha.adapters.http.ServicePause.Leave;
import app.aisha.adapters.http.ServicePause.Withheld;
import app.aisha.core.work.OperatorAlarm.Alarm;
import app.aisha.core.work.OperatorAlarm.Service;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Before whatever is paid for at FAL: keeps it back while FAL waits for its operator, and notes whether FAL can be reached.
 * Thread-safe.
 */
final class FalGate {

    private final ServicePause pause;

    FalGate(ServicePause pause) {
        this.pause = pause;
    }

    /** Leaves a try that is due to others. */
    <A> A look(Question<A> call) throws FalUnavailable, InterruptedException {
        return guarded(leave(pause::look), call);
    }

    /** A try that is due is this call; whether FAL judged it is told by {@link Passed#answered}, else it was in vain. */
    <A> A enter(Entered<A> call) throws FalUnavailable, InterruptedException {
        var leave = leave(pause::enter);
        var answered = new AtomicBoolean();
        var answer = guarded(
                leave,
                () -> call.make(() -> {
                    answered.set(true);
                    leave.answered();
                }));
        if (!answered.get()) {
            leave.failed();
        }
        return answer;
    }

    /** A call that says when FAL judged it by what it asks for. */
    @FunctionalInterface
    interface Entered<A> {

        A make(Passed passed) throws FalUnavailable, InterruptedException;
    }

    /** Ends the trouble there was. */
    @FunctionalInterface
    interface Passed {

        void answered();
    }

    @FunctionalInterface
    private interface Asking {

        Leave leave() throws Withheld;
    }

    private static Leave leave(Asking asking) throws FalUnavailable {
        try {
            return asking.leave();
        } catch (Withheld e) {
            throw new FalUnavailable(
                    e.why().sentence(), e.pause(), Optional.of(e.why().trouble()));
        }
    }

    private static <A> A guarded(Leave leave, Question<A> call) throws FalUnavailable, InterruptedException {
        try {
            return call.ask();
        } catch (FalUnavailable e) {
            if (e.isOutage()) {
                leave.failed();
            }
            e.trouble()
                    .ifPresent(trouble ->
                            leave.refused(new Alarm.Raised(Service.IMAGES, trouble, String.valueOf(e.getMessage()))));
            throw e;
        }
    }
}
