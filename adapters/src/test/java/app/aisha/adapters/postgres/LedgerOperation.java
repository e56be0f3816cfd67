package app.aisha.adapters.postgres;

import app.aisha.core.account.UserId;
import app.aisha.core.wallet.Booking;
import app.aisha.core.wallet.Hold;
import app.aisha.core.wallet.HoldId;
import app.aisha.core.wallet.Wallets;

/** Something that is done to a wallet, and may be done to any other keeper of wallets as well. */
sealed interface LedgerOperation {

    UserId owner();

    /** The outcome. */
    Object on(Wallets wallets);

    /** A look at the balance, which may be the first touch. */
    record Look(UserId owner) implements LedgerOperation {

        @Override
        public Object on(Wallets wallets) {
            return wallets.of(owner);
        }
    }

    record Open(Hold hold) implements LedgerOperation {

        @Override
        public UserId owner() {
            return hold.payer();
        }

        @Override
        public Object on(Wallets wallets) {
            return wallets.hold(hold);
        }
    }

    record End(UserId owner, HoldId hold, Wallets.Ending ending) implements LedgerOperation {

        @Override
        public Object on(Wallets wallets) {
            return wallets.settle(hold, ending);
        }
    }

    record GiveBack(UserId owner, HoldId hold, Wallets.Refund refund) implements LedgerOperation {

        @Override
        public Object on(Wallets wallets) {
            return wallets.refund(hold, refund);
        }
    }

    record Book(UserId owner, Booking booking) implements LedgerOperation {

        @Override
        public Object on(Wallets wallets) {
            return wallets.book(owner, booking);
        }
    }
}
