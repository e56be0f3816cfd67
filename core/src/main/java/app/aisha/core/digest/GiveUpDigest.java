package app.aisha.core.digest;

import app.aisha.core.work.Transactions;

/** Ends a digest whose work failed again and again through an error of our own, and tells its owner. */
public final class GiveUpDigest {

    private final Digests digests;
    private final EndDigest endDigest;
    private final Transactions transactions;

    public GiveUpDigest(Digests digests, EndDigest endDigest, Transactions transactions) {
        this.digests = digests;
        this.endDigest = endDigest;
        this.transactions = transactions;
    }

    /** Does nothing where the digest is over or unknown. */
    public void giveUp(DigestId id) {
        transactions.run(() -> {
            if (digests.find(id).orElse(null) instanceof Digest.Asked asked) {
                endDigest.end(asked.failed(DigestProblem.INTERNAL));
            }
        });
    }
}
