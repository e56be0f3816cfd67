package app.aisha.core.privacy;

import app.aisha.core.account.ChatId;
import app.aisha.core.account.Language;
import app.aisha.core.account.UserId;
import app.aisha.core.privacy.Trace.Fate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * That somebody left, and how far the removal of their traces has come. It holds nothing of what the person had, and is
 * forgotten once the person was told.
 *
 * @param person whose objects are being removed; empty once they are
 * @param addressee who is told in the end
 * @param gone what was removed
 * @param traces requests at services far away
 */
public record Erasure(
        ErasureId id, Instant at, Optional<UserId> person, Addressee addressee, Belongings gone, List<Trace> traces) {

    public Erasure {
        traces = List.copyOf(traces);
    }

    /** Where the last word goes. */
    public record Addressee(ChatId chat, Language language) {}

    /** How many of the requests ended so. */
    public int count(Fate fate) {
        return (int) traces.stream().filter(trace -> trace.fate() == fate).count();
    }
}
