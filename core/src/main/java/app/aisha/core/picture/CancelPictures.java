package app.aisha.core.picture;

import app.aisha.core.account.UserId;
import app.aisha.core.work.JobOutcome;
import app.aisha.core.work.ProviderUnavailable;
import app.aisha.core.work.Transactions;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Stops the pictures of an order that are not there yet; what was set aside for them goes back at once. */
public final class CancelPictures {

    /** As long as a painter may work on for nothing. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final PictureOrders orders;
    private final Pictures pictures;
    private final EndPicture end;
    private final Painter painter;
    private final Transactions transactions;
    private final InstantSource clock;

    public CancelPictures(
            PictureOrders orders,
            Pictures pictures,
            EndPicture end,
            Painter painter,
            Transactions transactions,
            InstantSource clock) {
        this.orders = orders;
        this.pictures = pictures;
        this.end = end;
        this.painter = painter;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** What cancelling met. */
    public sealed interface Outcome {

        /**
         * Some are cancelled.
         *
         * @param pictures all of the order, as they are now
         */
        record Cancelled(List<Picture> pictures) implements Outcome {

            public Cancelled {
                pictures = List.copyOf(pictures);
            }
        }

        /** All are painted already, or over. */
        record TooLate() implements Outcome {}

        record Unknown() implements Outcome {}
    }

    public Outcome cancel(OrderId id, UserId owner) {
        return transactions.call(
                () -> orders.lock(id, owner).map(order -> cancel(order.id())).orElseGet(Outcome.Unknown::new));
    }

    private Outcome cancel(OrderId id) {
        var cancelled = pictures.lock(id).stream().filter(end::cancel).count();
        return cancelled == 0 ? new Outcome.TooLate() : new Outcome.Cancelled(pictures.of(id));
    }

    /** Tells the painter, where it took the picture that is wanted no more. Answers when to come again, if at all. */
    public JobOutcome stop(PictureId id) throws InterruptedException {
        var picture = pictures.find(id);
        var ticket = picture.flatMap(CancelPictures::unwanted);
        if (ticket.isEmpty()) {
            return new JobOutcome.Finished();
        }
        try {
            painter.cancel(ticket.get());
            return new JobOutcome.Finished();
        } catch (ProviderUnavailable e) {
            var age = Duration.between(picture.get().heading().since(), clock.instant());
            return age.compareTo(PATIENCE) > 0
                    ? new JobOutcome.Finished()
                    : new JobOutcome.Again(Duration.ofSeconds(30), String.valueOf(e.getMessage()));
        }
    }

    private static Optional<PaintingTicket> unwanted(Picture picture) {
        return switch (picture) {
            case Picture.Cancelled cancelled -> cancelled.ticket();
            case Picture.Failed failed -> failed.ticket();
            case Picture.Queued _, Picture.Painting _, Picture.Storing _, Picture.Ready _, Picture.Refused _ ->
                Optional.empty();
        };
    }
}
