package app.aisha.core.wallet;

/**
 * A person's credits at one moment.
 *
 * @param free can be spent
 * @param held set aside for work under way
 * @param version how many ledger transactions led to it; 0 before the first
 */
public record Balance(Credits free, Credits held, long version) {

    public static final Balance EMPTY = new Balance(Credits.NONE, Credits.NONE, 0);
}
