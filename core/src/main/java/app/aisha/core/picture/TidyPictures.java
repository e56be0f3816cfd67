package app.aisha.core.picture;

import app.aisha.core.work.Jobs;
import app.aisha.core.work.Transactions;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Takes away orders that never became pictures and pictures that never came, with the photos they were to be made of. May run
 * in several instances at once.
 */
public final class TidyPictures {

    private static final Duration UNPLACED = Duration.ofDays(7);
    private static final Duration MISSING = Duration.ofDays(30);
    private static final int AT_ONCE = 200;

    private final PictureOrders orders;
    private final Pictures pictures;
    private final Jobs jobs;
    private final Transactions transactions;
    private final InstantSource clock;

    public TidyPictures(
            PictureOrders orders, Pictures pictures, Jobs jobs, Transactions transactions, InstantSource clock) {
        this.orders = orders;
        this.pictures = pictures;
        this.jobs = jobs;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** A few hundred at most, the oldest first; how many went. */
    public int tidy() {
        var now = clock.instant();
        return transactions.call(() -> {
            var dropped = orders.dropUnplaced(now.minus(UNPLACED), AT_ONCE);
            dropped.forEach(order -> PictureJob.RemovePhotos.of(
                            order.owner(), order.heading().subject())
                    .ifPresent(jobs::enqueue));
            var missing = pictures.dropMissing(now.minus(MISSING), AT_ONCE);
            missing.forEach(this::follow);
            return dropped.size() + missing.size();
        });
    }

    private void follow(Picture missing) {
        var ticket = switch (missing) {
            case Picture.Refused refused -> refused.ticket();
            case Picture.Failed failed -> failed.ticket();
            case Picture.Cancelled cancelled -> cancelled.ticket();
            case Picture.Queued _, Picture.Painting _, Picture.Storing _, Picture.Ready _ ->
                Optional.<PaintingTicket>empty();
        };
        ticket.map(PaintingTicket::requestId).map(PictureJob.Forget::new).ifPresent(jobs::enqueue);
        PictureJob.RemovePhotos.of(missing.owner(), missing.heading().recipe().subject())
                .ifPresent(jobs::enqueue);
    }
}
