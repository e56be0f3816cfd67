package app.aisha.core.picture;

import app.aisha.core.account.UserId;
import app.aisha.core.wallet.Credits;
import app.aisha.core.wallet.HoldId;
import java.time.Instant;
import java.util.Optional;

/**
 * One picture on its way from an order to the gallery.
 *
 * <p>Each state is a type and each step a method of the state it starts from; nothing becomes {@link Ready} without a stored
 * file. Every step counts the version up by one, and {@link Pictures#save} refuses what does not follow the stored version.
 */
public sealed interface Picture {

    Heading heading();

    default PictureId id() {
        return heading().id();
    }

    default UserId owner() {
        return heading().owner();
    }

    default OrderId order() {
        return heading().order();
    }

    /** Whether nothing will change it any more but its owner. */
    default boolean isOver() {
        return switch (this) {
            case Queued _, Painting _, Storing _ -> false;
            case Ready _, Refused _, Failed _, Cancelled _ -> true;
        };
    }

    /**
     * What all states have in common.
     *
     * @param number within its order, from 1
     * @param terms what is set aside for it; empty where it costs nothing
     * @param since when its owner ordered it
     * @param version counts the saved steps, from 1
     */
    record Heading(
            PictureId id,
            UserId owner,
            OrderId order,
            int number,
            Recipe recipe,
            Optional<Terms> terms,
            Instant since,
            int version) {

        Heading next() {
            return new Heading(id, owner, order, number, recipe, terms, since, version + 1);
        }

        Heading forNothing() {
            return new Heading(id, owner, order, number, recipe, Optional.empty(), since, version + 1);
        }

        Credits held() {
            return terms.map(Terms::held).orElse(Credits.NONE);
        }
    }

    /** What is set aside. */
    record Terms(HoldId hold, Credits held) {}

    /** Ordered; nothing has been asked of the painter yet. */
    record Queued(Heading heading) implements Picture {

        /** The state before the painter is asked, so that an answer that is lost is known to be missing. */
        public Painting asking(String endpoint, String input, Instant now) {
            return new Painting(heading.next(), new Request.Asked(endpoint, input, now));
        }

        public Picture ended(PictureProblem problem, String detail) {
            return Picture.ended(heading, Optional.empty(), problem, detail);
        }

        public Cancelled cancelled() {
            return new Cancelled(heading.next(), Optional.empty(), heading.held());
        }
    }

    /** The painter was asked, and perhaps answered. */
    record Painting(Heading heading, Request request) implements Picture {

        public Painting accepted(PaintingTicket ticket, Instant now) {
            return new Painting(heading.next(), new Request.Accepted(asked(), ticket, now));
        }

        /** The painter surely did not take it, or could not find what it needed, so that it may be asked once more. */
        public Queued notTaken() {
            return new Queued(heading.next());
        }

        public Storing painted(PaintingTicket ticket, PaintingReport.Done result, Instant now) {
            return new Storing(heading.next(), ticket, result, now);
        }

        public Picture ended(PictureProblem problem, String detail) {
            return Picture.ended(heading, ticket(), problem, detail);
        }

        public Cancelled cancelled() {
            return new Cancelled(heading.next(), ticket(), heading.held());
        }

        private Request.Asked asked() {
            return switch (request) {
                case Request.Asked asked -> asked;
                case Request.Accepted accepted -> accepted.asked();
            };
        }

        /** Empty while it is unknown whether the painter took it. */
        public Optional<PaintingTicket> ticket() {
            return switch (request) {
                case Request.Asked _ -> Optional.empty();
                case Request.Accepted accepted -> Optional.of(accepted.ticket());
            };
        }
    }

    /** What was asked of the painter. */
    sealed interface Request {

        /**
         * Not answered yet.
         *
         * @param input what {@link Painter#input} said of the order
         */
        record Asked(String endpoint, String input, Instant at) implements Request {}

        record Accepted(Asked asked, PaintingTicket ticket, Instant at) implements Request {}
    }

    /**
     * Painted; the result is being looked at and copied to our store.
     *
     * @param since when the result was first seen
     */
    record Storing(Heading heading, PaintingTicket ticket, PaintingReport.Done result, Instant since)
            implements Picture {

        public Ready stored(PictureFiles files, Instant now) {
            return new Ready(heading.next(), files, result.billed(), now, false, Optional.empty());
        }

        public Picture ended(PictureProblem problem, String detail) {
            return Picture.ended(heading, Optional.of(ticket), problem, detail);
        }
    }

    /**
     * In the gallery.
     *
     * @param billed units the painter billed, where it said
     * @param telegramFile Telegram's {@code file_id} of the picture once it was sent
     */
    record Ready(
            Heading heading,
            PictureFiles files,
            Optional<String> billed,
            Instant at,
            boolean favourite,
            Optional<String> telegramFile)
            implements Picture {

        public Ready favourite(boolean chosen) {
            return new Ready(heading.next(), files, billed, at, chosen, telegramFile);
        }

        public Ready sent(String file) {
            return new Ready(heading.next(), files, billed, at, favourite, Optional.of(file));
        }
    }

    /** The painter does not paint this, or not of these photos; its owner was told and has the credits back. */
    record Refused(Heading heading, Optional<PaintingTicket> ticket, Failure failure) implements Picture {}

    /** Over without a picture; its owner was told why and has the credits back. */
    record Failed(Heading heading, Optional<PaintingTicket> ticket, Failure failure) implements Picture {

        /** The result came after all; it is the owner's for nothing. */
        public Storing recovered(PaintingTicket late, PaintingReport.Done result, Instant now) {
            return new Storing(heading.forNothing(), late, result, now);
        }
    }

    /**
     * Its owner did not want it any more.
     *
     * @param returned what had been set aside and went back
     */
    record Cancelled(Heading heading, Optional<PaintingTicket> ticket, Credits returned) implements Picture {}

    /**
     * Why there is no picture.
     *
     * @param detail for operators; what the painter said, without anything that was sent to it
     * @param returned what had been set aside and went back
     */
    record Failure(PictureProblem problem, String detail, Credits returned) {}

    /** The hold that is open for it, if any. */
    default Optional<Terms> openTerms() {
        return isOver() ? Optional.empty() : heading().terms();
    }

    private static Picture ended(
            Heading heading, Optional<PaintingTicket> ticket, PictureProblem problem, String detail) {
        var failure = new Failure(problem, detail, heading.held());
        return problem.isRefusal()
                ? new Refused(heading.next(), ticket, failure)
                : new Failed(heading.next(), ticket, failure);
    }
}
