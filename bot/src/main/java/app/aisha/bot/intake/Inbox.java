package app.aisha.bot.intake;

import app.aisha.core.account.ChatId;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Where every update is kept from its arrival to its end. Shared by all instances of the program. Thread-safe. */
public interface Inbox {

    /**
     * Keeps what was read, with one commit for all; what this returns survives a crash. What is of no interest is done from the
     * beginning, the malformed is put aside, a question before a payment is not kept.
     *
     * @return the ids that were not known before
     */
    Set<Long> keep(List<? extends Reading> readings);

    /** Marks updates as done. An unmarked one is handled again after a crash. */
    void done(Collection<Long> ids);

    /**
     * Puts an update aside that cannot be handled and counts as done from now on.
     *
     * @param incident what the person was told to quote
     */
    void quarantine(RawUpdate update, String reason, String incident);

    /** What is kept of a chat and not done, by id. */
    List<RawUpdate> open(ChatId chat);

    /**
     * Some chats with an update that is not done, those with the eldest first.
     *
     * @param age how long ago it came at least
     */
    Set<ChatId> waiting(Duration age);
}
