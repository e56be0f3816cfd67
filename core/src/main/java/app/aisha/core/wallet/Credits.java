package app.aisha.core.wallet;

/** An amount of whole credits, never negative. */
public record Credits(long amount) implements Comparable<Credits> {

    public static final Credits NONE = new Credits(0);

    public Credits {
        if (amount < 0) {
            throw new IllegalArgumentException("%d credits".formatted(amount));
        }
    }

    public Credits plus(Credits other) {
        return new Credits(Math.addExact(amount, other.amount));
    }

    /** Refuses to go below zero. */
    public Credits minus(Credits other) {
        return new Credits(amount - other.amount);
    }

    public Credits times(long count) {
        return new Credits(Math.multiplyExact(amount, count));
    }

    public boolean isNone() {
        return amount == 0;
    }

    public boolean covers(Credits price) {
        return amount >= price.amount;
    }

    /** The smaller of the two. */
    public Credits atMost(Credits other) {
        return covers(other) ? other : this;
    }

    @Override
    public int compareTo(Credits other) {
        return Long.compare(amount, other.amount);
    }
}
