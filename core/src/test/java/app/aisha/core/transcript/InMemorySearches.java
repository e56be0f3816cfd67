package app.aisha.core.transcript;

import app.aisha.core.account.UserId;
import app.aisha.core.work.Restorable;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** Searches in a map. */
public final class InMemorySearches implements Searches, Restorable {

    private final Map<UserId, TreeMap<Integer, String>> all = new HashMap<>();

    @Override
    public synchronized SearchNumber keep(UserId owner, String words) {
        var own = all.computeIfAbsent(owner, _ -> new TreeMap<>());
        var number = own.isEmpty() ? 1 : own.lastKey() + 1;
        own.put(number, words);
        own.headMap(number - KEPT, true).clear();
        return new SearchNumber(number);
    }

    @Override
    public synchronized Optional<String> find(UserId owner, SearchNumber number) {
        return Optional.ofNullable(all.getOrDefault(owner, new TreeMap<>()).get(number.value()));
    }

    @Override
    public synchronized Runnable snapshot() {
        var before = new HashMap<UserId, TreeMap<Integer, String>>();
        all.forEach((owner, own) -> before.put(owner, new TreeMap<>(own)));
        return () -> putBack(before);
    }

    private synchronized void putBack(Map<UserId, ? extends NavigableMap<Integer, String>> before) {
        all.clear();
        before.forEach((owner, own) -> all.put(owner, new TreeMap<>(own)));
    }
}
