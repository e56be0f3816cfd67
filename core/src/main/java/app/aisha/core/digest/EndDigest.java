package app.aisha.core.digest;

import app.aisha.core.work.Outbox;
import app.aisha.core.work.Transactions;

/** Tells how a digest is coming along, and ends it: its last state and the word to its owner, together or not at all. */
public final class EndDigest {

    private final Digests digests;
    private final Outbox outbox;
    private final Transactions transactions;

    public EndDigest(Digests digests, Outbox outbox, Transactions transactions) {
        this.digests = digests;
        this.outbox = outbox;
        this.transactions = transactions;
    }

    void tell(DigestNotice notice) {
        transactions.run(() -> outbox.post(notice));
    }

    void end(Digest ended) {
        transactions.run(() -> {
            digests.save(ended);
            outbox.post(new DigestNotice.Over(ended.owner(), ended.id()));
        });
    }
}
