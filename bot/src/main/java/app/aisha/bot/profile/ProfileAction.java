package app.aisha.bot.profile;

import app.aisha.bot.screen.Action;
import app.aisha.bot.wire.Wire;
import java.util.Optional;

/** Buttons of the profile. */
public sealed interface ProfileAction extends Action {

    /** Counts the receipts of a wallet from 1. */
    record ReceiptNumber(long value) {}

    @Wire("prf.figures")
    record Figures() implements ProfileAction {}

    /**
     * Opens a page of the receipts.
     *
     * @param from number of its newest; empty for the first page
     */
    @Wire("prf.receipts")
    record Receipts(Optional<ReceiptNumber> from) implements ProfileAction {

        static Receipts first() {
            return new Receipts(Optional.empty());
        }
    }

    /**
     * Opens a receipt.
     *
     * @param page where Back leads
     */
    @Wire("prf.receipt")
    record OpenReceipt(ReceiptNumber number, Optional<ReceiptNumber> page) implements ProfileAction {}
}
