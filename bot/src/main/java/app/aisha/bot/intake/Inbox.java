package app.aisha.bot.intake;

import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Where every update is kept from its arrival to its end. Thread-safe. */
public interface Inbox {

    /**
     * Keeps the updates, with one commit for all. What this returns survives a crash.
     *
     * @return the ids that were not known before
     */
    Set<Long> keep(List<RawUpdate> updates, List<Reading.Malformed> malformed);

    /** Marks updates as done. An unmarked one is handled again after a crash. */
    void done(Collection<Long> ids);

    /**
     * Puts an update aside that cannot be handled and counts as done from now on.
     *
     * @param incident what the person was told to quote
     */
    void quarantine(RawUpdate update, String reason, String incident);

    /** What is kept and not done, by id. */
    List<RawUpdate> open();
}
