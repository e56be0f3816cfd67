package app.aisha.core.digest;

import app.aisha.core.account.UserId;
import app.aisha.core.transcript.TranscriptId;
import app.aisha.core.work.StaleState;
import java.util.Optional;

/** All digests. Thread-safe; takes part in the caller's transaction. */
public interface Digests {

    /**
     * Adds a new digest. False where one of the same transcript and request is under way, also where another worker has just
     * begun it; nothing is changed then.
     */
    boolean add(Digest.Asked digest);

    /**
     * Saves a step.
     *
     * @throws StaleState when the stored version is not the one this step was taken from
     */
    void save(Digest digest);

    Optional<Digest> find(DigestId id);

    /** The owner's digest; empty also where it belongs to somebody else. */
    default Optional<Digest> find(DigestId id, UserId owner) {
        return find(id).filter(digest -> digest.owner().equals(owner));
    }

    /**
     * The newest digest of a transcript for exactly this request that is being made or ready. One that failed or was cancelled
     * does not stand before the one that was ready earlier.
     */
    Optional<Digest> newest(TranscriptId transcript, Request request);
}
