package app.aisha.bot.delivery;

import app.aisha.core.account.UserId;
import java.time.Duration;
import java.util.Collection;
import java.util.List;

/** The delivering side of the outbox. Thread-safe, also across instances. */
public interface OutboxQueue {

    /**
     * Claims what is due, at most one parcel per person, the eldest first. A claim ends by one of the other methods or after
     * the lease, when somebody else may take it up.
     */
    List<Parcel> claim(int most, Duration lease);

    /** Makes claims last for another lease from now on. */
    void prolong(Collection<Long> parcels, Duration lease);

    /**
     * Notes that the person sees this revision, unless that is noted already.
     *
     * @param message the message that shows it
     * @param editNotBefore how long the next edit, unless it is the last, has to wait
     */
    void delivered(Parcel parcel, long message, String shown, Duration editNotBefore);

    /** Notes that nothing is to be shown for this revision, or ever will be. */
    void dropped(Parcel parcel);

    /** Puts everything for this person off. */
    void paused(Parcel parcel, Duration pause);

    /** Puts the parcel off after a try without a result, which may have reached the person. */
    void failed(Parcel parcel, Duration pause);

    /** Drops everything for a person who cannot be reached. */
    void unreachable(UserId recipient);
}
