package app.aisha.core.payment;

import app.aisha.core.account.ChatId;

/** Telegram, which takes and gives back stars. Thread-safe. */
public interface Cashier {

    /** Lets a payment go on. An answer that is too late, or given before, does nothing. */
    void approve(String query) throws InterruptedException;

    /**
     * Stops a payment.
     *
     * @param why what the payer is told, plain text
     */
    void decline(String query, String why) throws InterruptedException;

    /** Gives the stars of a charge back. Can be asked again. */
    Payback giveBack(ChatId payer, String charge) throws CashierUnavailable, InterruptedException;

    /** What became of giving back. */
    sealed interface Payback {

        /** The stars are back, from now on or from before. */
        record Done() implements Payback {}

        /** They never will be. */
        record Refused(String reason) implements Payback {}
    }
}
