package app.aisha.core.privacy;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Those who left. Thread-safe; takes part in the caller's transaction. */
public interface Erasures {

    /**
     * Keeps a new one, and for good a mark of its chat, which only this program compares: whoever comes again gets no second
     * gift, and what they used of promo codes counts.
     *
     * @param work subjects of the jobs that may be at work for the person this moment
     */
    void begin(Erasure erasure, Collection<String> work);

    Optional<Erasure> find(ErasureId id);

    /** Those that are not over, the oldest first. */
    List<ErasureId> open(int most);

    /**
     * Takes the jobs of the person out of the line that nobody is at this moment.
     *
     * @return false while somebody is at one, who may not have noticed yet and still store something
     */
    boolean endWork(ErasureId id);

    /** When the services were first asked to remove something: this moment, unless it was before. */
    Instant askedSince(ErasureId id, Instant now);

    /**
     * Removes what the person sent to the bot, as it came in, until the moment of leaving.
     *
     * @return false while something of it is still being handled, and stays for that long
     */
    boolean forgetMessages(ErasureId id);

    void settle(ErasureId id, Trace trace, Trace.Fate fate);

    /** Forgets whose objects they were. */
    void cleared(ErasureId id);

    /** Forgets it as a whole. */
    void told(ErasureId id);
}
