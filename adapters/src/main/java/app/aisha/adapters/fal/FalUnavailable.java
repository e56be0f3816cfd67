package app.aisha.adapters.fal;

import app.aisha.core.avatar.AvatarTrainer.TrainerUnavailable;
import app.aisha.core.picture.Painter.PainterUnavailable;
import java.time.Duration;

/** FAL did not answer usefully, whatever it was asked for; each port says that in its own words. */
final class FalUnavailable extends Exception {

    private final Duration pause;
    private final boolean needsOperator;

    /**
     * Says when to try again.
     *
     * @param pause at least how long to wait
     * @param needsOperator true when waiting alone will not help
     */
    FalUnavailable(String message, Duration pause, boolean needsOperator) {
        super(message);
        this.pause = pause;
        this.needsOperator = needsOperator;
    }

    Duration pause() {
        return pause;
    }

    boolean needsOperator() {
        return needsOperator;
    }

    TrainerUnavailable forTrainer() {
        return new TrainerUnavailable(String.valueOf(getMessage()), pause, needsOperator);
    }

    PainterUnavailable forPainter() {
        return new PainterUnavailable(String.valueOf(getMessage()), pause, needsOperator);
    }

    /** Something that is asked of FAL. */
    @FunctionalInterface
    interface Question<A> {

        A ask() throws FalUnavailable, InterruptedException;
    }
}
