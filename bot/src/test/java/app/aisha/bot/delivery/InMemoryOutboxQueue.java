package app.aisha.bot.delivery;

import app.aisha.core.account.UserId;
import app.aisha.core.work.Notice;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.Set;

/** Hands out the parcels it is given, one per person at a time, and notes what became of them. */
final class InMemoryOutboxQueue implements OutboxQueue {

    /** What became of a parcel. */
    sealed interface End {

        record Delivered(long parcel, long message, Duration editNotBefore) implements End {}

        record Dropped(long parcel) implements End {}

        record Paused(long parcel, Duration pause) implements End {}

        record Failed(long parcel, Duration pause) implements End {}

        record Unreachable(UserId recipient) implements End {}
    }

    private final Queue<Parcel> waiting = new ArrayDeque<>();
    private final List<End> ends = new ArrayList<>();
    private final List<RuntimeException> troubles = new ArrayList<>();
    private final List<Long> prolonged = new ArrayList<>();
    private final Set<UserId> underWay = new HashSet<>();
    private String lastShown = "";
    private long lastId;

    synchronized Parcel put(UserId recipient, Notice notice) {
        return put(
                recipient, Optional.of(notice), OptionalLong.empty(), Optional.empty(), new Parcel.Attempts(0, false));
    }

    synchronized Parcel put(
            UserId recipient,
            Optional<Notice> notice,
            OptionalLong message,
            Optional<String> shown,
            Parcel.Attempts attempts) {
        var parcel = new Parcel(++lastId, recipient, notice, 1, message, shown, attempts);
        waiting.add(parcel);
        return parcel;
    }

    /** What the next calls meet. */
    synchronized void meets(RuntimeException trouble) {
        troubles.add(trouble);
    }

    synchronized List<End> ends() {
        return List.copyOf(ends);
    }

    /** How the last delivery described what is shown. */
    synchronized String lastShown() {
        return lastShown;
    }

    @Override
    public synchronized List<Parcel> claim(int most, Duration lease) {
        if (!troubles.isEmpty()) {
            throw troubles.removeFirst();
        }
        var claimed = waiting.stream()
                .filter(parcel -> underWay.add(parcel.recipient()))
                .limit(most)
                .toList();
        waiting.removeAll(claimed);
        return claimed;
    }

    @Override
    public synchronized void prolong(Collection<Long> parcels, Duration lease) {
        prolonged.addAll(parcels);
    }

    synchronized List<Long> prolonged() {
        return List.copyOf(prolonged);
    }

    @Override
    public synchronized void delivered(Parcel parcel, long message, String shown, Duration editNotBefore) {
        underWay.remove(parcel.recipient());
        lastShown = shown;
        ends.add(new End.Delivered(parcel.id(), message, editNotBefore));
    }

    @Override
    public synchronized void dropped(Parcel parcel) {
        underWay.remove(parcel.recipient());
        ends.add(new End.Dropped(parcel.id()));
    }

    @Override
    public synchronized void paused(Parcel parcel, Duration pause) {
        underWay.remove(parcel.recipient());
        ends.add(new End.Paused(parcel.id(), pause));
    }

    @Override
    public synchronized void failed(Parcel parcel, Duration pause) {
        underWay.remove(parcel.recipient());
        ends.add(new End.Failed(parcel.id(), pause));
    }

    @Override
    public synchronized void unreachable(UserId recipient) {
        underWay.remove(recipient);
        ends.add(new End.Unreachable(recipient));
    }
}
