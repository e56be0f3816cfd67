package app.aisha.core.picture;

import app.aisha.core.work.JobOutcome;
import app.aisha.core.work.ProviderUnavailable;
import app.aisha.core.work.Removal;
import java.time.Duration;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes back a painting that the painter took when nobody wanted it any more: it is stopped, and a little later forgotten. */
public final class DiscardPainting {

    private static final Logger LOG = LoggerFactory.getLogger(DiscardPainting.class);
    private static final Duration STOPPING = Duration.ofSeconds(10);
    private static final Duration LATER = Duration.ofMinutes(1);

    private final Painter painter;
    private final InstantSource clock;

    public DiscardPainting(Painter painter, InstantSource clock) {
        this.painter = painter;
        this.clock = clock;
    }

    /** Stops it in every run, so that what was not heard once is said again. Answers when to come again, if at all. */
    public JobOutcome discard(PictureJob.Discard unwanted) throws InterruptedException {
        var cancel = unwanted.cancel();
        try {
            painter.cancel(new PaintingTicket(unwanted.request(), cancel, cancel, cancel));
            if (Duration.between(unwanted.at(), clock.instant()).compareTo(STOPPING) < 0) {
                return new JobOutcome.Again(STOPPING, "it is being stopped");
            }
            if (painter.forget(unwanted.request()) == Removal.REFUSED) {
                LOG.warn("The painter keeps request {}: it removes nothing for this key", unwanted.request());
            }
            return new JobOutcome.Finished();
        } catch (ProviderUnavailable e) {
            var pause = LATER.compareTo(e.pause()) > 0 ? LATER : e.pause();
            return new JobOutcome.Again(pause, String.valueOf(e.getMessage()));
        }
    }
}
