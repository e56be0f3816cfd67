package app.aisha.core.wallet;

import app.aisha.core.account.UserId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Everybody's credits, and a ledger that explains each of them. A wallet is opened, with the gift for newcomers, by whatever
 * touches it first. Thread-safe, also across instances; takes part in the caller's transaction, and whoever changes a
 * wallet has it to themselves until that transaction ends.
 *
 * <p>Everything here can be asked twice: what a key, a quote or a hold stands for happens once.
 */
public interface Wallets {

    Balance of(UserId owner);

    /** Sets the hold's amount aside. */
    Holding hold(Hold hold);

    /** Ends an open hold: charges some of it, or nothing, and gives the rest back. */
    Settlement settle(HoldId hold, Ending ending);

    /** Gives back some of what a captured hold was charged. */
    Refunding refund(HoldId hold, Refund refund);

    Booked book(UserId owner, Booking booking);

    Optional<Hold> find(HoldId hold);

    /** The wallet, which nobody else changes until the caller's transaction ends; opens none where there is none. */
    Optional<Balance> lock(UserId owner);

    /**
     * Gives back what every open hold set aside and takes what is free then, for good. Opens no wallet where there is none.
     *
     * @param reason for the receipts of the holds
     * @return what is left: nothing
     */
    Balance close(UserId owner, String reason);

    /** What became of a request to hold. */
    sealed interface Holding {

        Balance balance();

        record Held(Balance balance) implements Holding {}

        /** This hold exists already, open or ended; nothing was changed. */
        record KnownAlready(Balance balance) implements Holding {}

        /** Less is free than the hold asks for; nothing was changed. */
        record TooPoor(Balance balance) implements Holding {}
    }

    /** How a hold is to end. */
    sealed interface Ending {

        /**
         * Charges this much.
         *
         * @param charged at least 1 and at most what is held
         */
        record Capture(Credits charged) implements Ending {

            public Capture {
                if (charged.isNone()) {
                    throw new IllegalArgumentException("A charge of nothing");
                }
            }
        }

        /**
         * Charges nothing.
         *
         * @param reason for the receipt, in the words of the feature that held it
         */
        record Release(String reason) implements Ending {}
    }

    /** What became of ending a hold. */
    sealed interface Settlement {

        Balance balance();

        record Settled(Balance balance) implements Settlement {}

        /** It ended before, this way or another; nothing was changed. */
        record EndedAlready(Balance balance) implements Settlement {}
    }

    /**
     * An order to give back.
     *
     * @param order identifies it; the same order gives back once
     */
    record Refund(UUID order, Credits amount, String reason) {

        public String key() {
            return "refund:" + order;
        }

        public List<Entry> entries() {
            return Entry.move(Account.REVENUE, Account.USER, amount);
        }
    }

    /** What became of a refund. */
    sealed interface Refunding {

        record Refunded(Balance balance) implements Refunding {}

        record KnownAlready(Balance balance) implements Refunding {}

        /**
         * The hold was not charged that much.
         *
         * @param left what can still be given back
         */
        record TooMuch(Credits left) implements Refunding {}
    }

    /** What became of a booking. */
    sealed interface Booked {

        Balance balance();

        record Done(Balance balance) implements Booked {}

        /** Its key was booked before; nothing was changed. */
        record KnownAlready(Balance balance) implements Booked {}

        /** Less is free than it takes; nothing was changed. */
        record TooPoor(Balance balance) implements Booked {}
    }
}
