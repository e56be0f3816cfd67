package app.aisha.core.payment;

import app.aisha.core.account.UserId;
import app.aisha.core.wallet.Credits;
import java.time.Instant;
import java.util.Optional;

/** Stars that were paid for credits. */
public sealed interface StarPayment {

    Heading heading();

    default PaymentId id() {
        return heading().id();
    }

    default boolean belongsTo(UserId user) {
        return heading().buyer().equals(Optional.of(user));
    }

    /**
     * What stays the same.
     *
     * @param buyer empty once the account is deleted
     * @param version counts the saved steps from 0
     */
    record Heading(PaymentId id, Optional<UserId> buyer, StarCharge charge, Sold sold, Instant paidAt, int version) {

        Heading next() {
            return new Heading(id, buyer, charge, sold, paidAt, version + 1);
        }
    }

    /**
     * How stars go back.
     *
     * @param orderedBy the admin who is told where it does not work
     * @param taken credits that were taken back
     * @param writtenOff credits that were spent already
     */
    record Refund(Optional<UserId> orderedBy, String reason, Credits taken, Credits writtenOff) {}

    /** The credits are on the buyer's balance. */
    record Paid(Heading heading) implements StarPayment {

        /** The credits are taken, Telegram is to be asked. */
        Refunding refunding(Refund refund) {
            return new Refunding(heading.next(), refund);
        }

        /** Telegram gave the stars back of its own accord. */
        Refunded refundedByTelegram(Refund refund) {
            return new Refunded(heading.next(), refund);
        }

        /**
         * How the ledger knows the refund that begins now; each has another name, because one that Telegram refuses may be
         * followed by the next.
         */
        String refundName() {
            return heading.version() == 0
                    ? heading.charge().id()
                    : heading.charge().id() + "/" + heading.version();
        }
    }

    /** The credits were taken back; Telegram has not yet said that the stars are back. */
    record Refunding(Heading heading, Refund refund) implements StarPayment {

        Refunded refunded() {
            return new Refunded(heading.next(), refund);
        }

        /** Telegram gives nothing back, so the credits stay sold. */
        Paid refused() {
            return new Paid(heading.next());
        }
    }

    /** The stars are back with the buyer. */
    record Refunded(Heading heading, Refund refund) implements StarPayment {}
}
