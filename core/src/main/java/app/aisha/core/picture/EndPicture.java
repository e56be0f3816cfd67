package app.aisha.core.picture;

import app.aisha.core.picture.Picture.Terms;
import app.aisha.core.wallet.Wallets;
import app.aisha.core.wallet.Wallets.Ending;
import app.aisha.core.work.Jobs;
import app.aisha.core.work.Outbox;
import app.aisha.core.work.Transactions;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ends a picture: the last state, the money and the word to its owner, together or not at all. */
public final class EndPicture {

    /** The note on a receipt whose picture its owner cancelled; other notes are names of {@link PictureProblem}. */
    public static final String CANCELLED = "CANCELLED";

    private static final Logger LOG = LoggerFactory.getLogger(EndPicture.class);

    private final Pictures pictures;
    private final Wallets wallets;
    private final Jobs jobs;
    private final Outbox outbox;
    private final Transactions transactions;
    private final InstantSource clock;

    public EndPicture(
            Pictures pictures,
            Wallets wallets,
            Jobs jobs,
            Outbox outbox,
            Transactions transactions,
            InstantSource clock) {
        this.pictures = pictures;
        this.wallets = wallets;
        this.jobs = jobs;
        this.outbox = outbox;
        this.transactions = transactions;
        this.clock = clock;
    }

    void ready(Picture.Storing storing, PictureFiles files) {
        end(storing, storing.stored(files, clock.instant()), terms -> new Ending.Capture(terms.held()));
        LOG.info("Picture {} is ready", storing.id().value());
    }

    /** Fails it from the state it is in; the failed one. Empty where it was over. */
    Optional<Picture> fail(Picture picture, PictureProblem problem, String detail) {
        var ended = switch (picture) {
            case Picture.Queued queued -> Optional.of(queued.ended(problem, detail));
            case Picture.Painting painting -> Optional.of(painting.ended(problem, detail));
            case Picture.Storing storing -> Optional.of(storing.ended(problem, detail));
            case Picture.Ready _, Picture.Refused _, Picture.Failed _, Picture.Cancelled _ -> Optional.<Picture>empty();
        };
        ended.ifPresent(failed -> {
            giveBack(picture, failed, problem.name());
            LOG.warn("Picture {} failed: {} ({})", picture.id().value(), problem, detail);
        });
        return ended;
    }

    /** Fails it from the state it is in, and has the painter stop. Does nothing where it is over. */
    void breakDown(Picture picture, String detail) {
        fail(picture, PictureProblem.BROKE_DOWN, detail)
                .ifPresent(failed -> jobs.enqueue(new PictureJob.Stop(failed.id())));
    }

    /** Cancels it from the state it is in. False where that is not possible any more. */
    boolean cancel(Picture picture) {
        switch (picture) {
            case Picture.Queued queued -> giveBack(queued, queued.cancelled(), CANCELLED);
            case Picture.Painting painting -> {
                giveBack(painting, painting.cancelled(), CANCELLED);
                jobs.enqueue(new PictureJob.Stop(painting.id()));
            }
            case Picture.Storing _, Picture.Ready _, Picture.Refused _, Picture.Failed _, Picture.Cancelled _ -> {
                return false;
            }
        }
        return true;
    }

    /** Has the painter forget what nobody will ask after. */
    void forget(PaintingTicket ticket) {
        transactions.run(() -> jobs.enqueue(new PictureJob.Forget(ticket.requestId())));
    }

    /** Has the painter stop and forget what it took when nobody wanted it any more. */
    void discard(PaintingTicket ticket) {
        transactions.run(
                () -> jobs.enqueue(new PictureJob.Discard(ticket.requestId(), ticket.cancel(), clock.instant())));
    }

    private void giveBack(Picture before, Picture ended, String reason) {
        end(before, ended, _ -> new Ending.Release(reason));
    }

    /** The pictures of an order end one after the other, so that the last of them knows that it is the last. */
    private void end(Picture before, Picture ended, Function<Terms, Ending> ending) {
        transactions.run(() -> {
            var others = pictures.lock(ended.order());
            pictures.save(ended);
            before.openTerms().ifPresent(open -> wallets.settle(open.hold(), ending.apply(open)));
            tell(
                    ended,
                    others.stream()
                            .filter(other -> !other.id().equals(ended.id()))
                            .allMatch(Picture::isOver));
        });
    }

    private void tell(Picture ended, boolean isLast) {
        outbox.post(new PictureNotice.Progressed(ended.owner(), ended.order()));
        if (isLast) {
            outbox.post(new PictureNotice.Over(
                    ended.owner(), ended.order(), ended.id(), ended.heading().version()));
        }
    }
}
