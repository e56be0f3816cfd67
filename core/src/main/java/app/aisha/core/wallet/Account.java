package app.aisha.core.wallet;

/** The accounts of the ledger. A person has USER and ESCROW; the others are the house's. All of them together hold zero. */
public enum Account {
    /** What a person can spend; never below zero. */
    USER,
    /** What is set aside for a person's work under way; never below zero. */
    ESCROW,
    /** What people paid for work that succeeded. */
    REVENUE,
    /** Sold for Telegram Stars, as a negative amount. */
    STARS,
    /** Given by promo codes, as a negative amount. */
    PROMO,
    /** Given to newcomers, as a negative amount. */
    GIFT,
    /** Given and taken by administrators. */
    ADMIN,
    /** Spent credits whose stars were paid back, as a negative amount, and credits of people who left. */
    WRITEOFF
}
