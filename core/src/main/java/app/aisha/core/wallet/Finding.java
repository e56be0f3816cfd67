package app.aisha.core.wallet;

/**
 * Something in the ledger that must not be.
 *
 * @param subject id of what it was found at, as a string; the same finding has the same kind and subject every time
 * @param sentence for the operator, in English; ids and numbers, nothing of a person
 */
public record Finding(Kind kind, String subject, String sentence) {

    /** What can be wrong. The names are in the database for ever. */
    public enum Kind {
        /** A ledger transaction has fewer than two entries, or they do not add up to zero. */
        TRANSACTION_UNBALANCED,
        /** All entries of all people together do not add up to zero. */
        LEDGER_UNBALANCED,
        /** What a wallet says is free, held or its version is not what its entries add up to. */
        WALLET_DIFFERS,
        /** The transactions of a wallet are not numbered without a gap. */
        NUMBER_MISSING,
        /** What was free after a transaction does not continue the one before. */
        FREE_AFTER_DIFFERS,
        /** A wallet has less than nothing, or had once. */
        NEGATIVE_BALANCE,
        /** What a wallet holds is not what its open holds add up to. */
        ESCROW_DIFFERS,
        /** A hold was not opened by exactly one transaction of its amount. */
        OPENING_DIFFERS,
        /** A hold was not ended by exactly one transaction in the way it says. */
        ENDING_DIFFERS,
        /** What a hold says was given back is not what its refunds add up to. */
        REFUNDS_DIFFER,
        /** An open hold is older than its work may get. */
        HOLD_OVERDUE,
        /** An open hold has no work that can still end it. */
        HOLD_WITHOUT_WORK,
        /** An open hold has its work, and no job carries that on. */
        HOLD_WITHOUT_JOB,
        /** Work under way has no open hold of the amount it agreed to. */
        WORK_WITHOUT_HOLD,
        /** Work is over and its hold was not ended the way the work was. */
        OUTCOME_DIFFERS
    }
}
