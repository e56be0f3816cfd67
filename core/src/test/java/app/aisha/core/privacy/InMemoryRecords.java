package app.aisha.core.privacy;

import app.aisha.core.account.UserId;
import app.aisha.core.wallet.Credits;
import app.aisha.core.work.Restorable;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** What a test says there is of people. */
public final class InMemoryRecords implements PersonalRecords, Restorable {

    /** What there is of one person. */
    public record Kept(Belongings belongings, List<Trace> traces, Set<String> work) {}

    public static final Belongings NOTHING = new Belongings(0, 0, 0, 0, 0, Credits.NONE, 0);

    private final Map<UserId, Kept> people = new HashMap<>();
    private final Map<UserId, Instant> arrivals = new HashMap<>();
    private final Consumer<UserId> removal;

    /**
     * Nobody yet.
     *
     * @param removal takes a person out of the other twins
     */
    public InMemoryRecords(Consumer<UserId> removal) {
        this.removal = removal;
    }

    public synchronized void keep(UserId person, Kept kept) {
        people.put(person, kept);
    }

    @Override
    public synchronized boolean lock(UserId person) {
        return people.containsKey(person);
    }

    /** Those who are kept became known long ago, unless this says when. */
    public synchronized void arrived(UserId person, Instant at) {
        arrivals.put(person, at);
    }

    @Override
    public synchronized Optional<Instant> arrival(UserId person) {
        return Optional.of(arrivals.getOrDefault(person, Instant.EPOCH)).filter(_ -> people.containsKey(person));
    }

    @Override
    public synchronized Belongings count(UserId person) {
        return people.containsKey(person) ? people.get(person).belongings() : NOTHING;
    }

    @Override
    public synchronized List<Trace> traces(UserId person) {
        return people.containsKey(person) ? people.get(person).traces() : List.of();
    }

    @Override
    public synchronized Set<String> work(UserId person) {
        return people.containsKey(person) ? people.get(person).work() : Set.of();
    }

    @Override
    public synchronized void remove(UserId person) {
        people.remove(person);
        removal.accept(person);
    }

    @Override
    public synchronized Runnable snapshot() {
        var before = Map.copyOf(people);
        return () -> putBack(before);
    }

    private synchronized void putBack(Map<UserId, Kept> before) {
        people.clear();
        people.putAll(before);
    }
}
