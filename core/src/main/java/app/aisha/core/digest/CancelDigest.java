package app.aisha.core.digest;

import app.aisha.core.account.UserId;
import app.aisha.core.work.Transactions;

/** Stops a digest that is not finished; what a running worker makes of it is thrown away. */
public final class CancelDigest {

    private final Digests digests;
    private final EndDigest endDigest;
    private final Transactions transactions;

    public CancelDigest(Digests digests, EndDigest endDigest, Transactions transactions) {
        this.digests = digests;
        this.endDigest = endDigest;
        this.transactions = transactions;
    }

    /** What cancelling met. */
    public sealed interface Outcome {

        record Cancelled() implements Outcome {}

        record OverAlready() implements Outcome {}

        record NotFound() implements Outcome {}
    }

    public Outcome cancel(DigestId id, UserId owner) {
        return transactions.call(
                () -> digests.find(id, owner).map(this::cancelOne).orElseGet(Outcome.NotFound::new));
    }

    private Outcome cancelOne(Digest digest) {
        return switch (digest) {
            case Digest.Asked asked -> {
                endDigest.end(asked.cancelled());
                yield new Outcome.Cancelled();
            }
            case Digest.Ready _, Digest.Failed _, Digest.Cancelled _ -> new Outcome.OverAlready();
        };
    }
}
