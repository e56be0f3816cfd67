package app.aisha.core.avatar;

import app.aisha.core.work.Restorable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Calls of the trainer in a list. */
public final class InMemoryRings implements TrainerRings, Restorable {

    private final List<Ring> all = new ArrayList<>();

    @Override
    public synchronized boolean keep(Ring ring) {
        return all.stream().noneMatch(other -> isSame(other, ring)) && all.add(ring);
    }

    private static boolean isSame(Ring one, Ring other) {
        return one.request().equals(other.request())
                && one.avatar().equals(other.avatar())
                && one.attempt() == other.attempt()
                && one.digest().equals(other.digest());
    }

    @Override
    public synchronized Optional<String> request(AvatarId avatar, int attempt) {
        return all.stream()
                .filter(ring -> ring.avatar().equals(avatar) && ring.attempt() == attempt)
                .map(Ring::request)
                .findFirst();
    }

    @Override
    public synchronized Runnable snapshot() {
        var before = List.copyOf(all);
        return () -> putBack(before);
    }

    private synchronized void putBack(List<Ring> before) {
        all.clear();
        all.addAll(before);
    }
}
