package app.aisha.core.transcript;

import app.aisha.core.account.UserId;
import app.aisha.core.work.StaleState;
import java.util.List;
import java.util.Optional;

/** All transcripts. Thread-safe; takes part in the caller's transaction. */
public interface Transcripts {

    /**
     * Adds a new transcript. False where this owner's message already has one, or one in this language where stored bytes
     * are listened to again; nothing is changed then.
     */
    boolean add(Transcript.Queued transcript);

    /**
     * Saves a step.
     *
     * @throws StaleState when the stored version is not the one this step was taken from
     */
    void save(Transcript transcript);

    /**
     * Takes the transcript away with all that hangs on it in the database.
     *
     * @throws StaleState when the stored version is another one
     */
    void delete(Transcript transcript);

    Optional<Transcript> find(TranscriptId id);

    /** The owner's transcript; empty also where it belongs to somebody else. */
    default Optional<Transcript> find(TranscriptId id, UserId owner) {
        return find(id).filter(transcript -> transcript.owner().equals(owner));
    }

    /** The owner's transcript where it is finished. */
    default Optional<Transcript.Ready> ready(TranscriptId id, UserId owner) {
        return find(id, owner)
                .flatMap(found -> found instanceof Transcript.Ready ready ? Optional.of(ready) : Optional.empty());
    }

    /** What this owner's message became when it came. */
    Optional<Transcript> of(UserId owner, long message);

    /** What this owner's message became when its stored bytes were listened to again in this language. */
    Optional<Transcript> again(UserId owner, long message, String language);

    /**
     * A page of the owner's transcripts, newest first.
     *
     * @param from the newest one to show; empty for the first page
     */
    Page page(UserId owner, Optional<TranscriptId> from, int size);

    /** How many transcripts of anybody are queued and older than this one. */
    int queuedBefore(TranscriptId id);

    /** How many transcripts the owner has, in whatever state. */
    int count(UserId owner);

    /**
     * A page of a list.
     *
     * @param newer where the page before this one begins; empty on the first page
     * @param older where the page after this one begins; empty on the last page
     */
    record Page(List<Transcript> items, Optional<TranscriptId> newer, Optional<TranscriptId> older) {

        public Page {
            items = List.copyOf(items);
        }
    }
}
