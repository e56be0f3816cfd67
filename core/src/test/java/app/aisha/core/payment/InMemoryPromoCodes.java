package app.aisha.core.payment;

import app.aisha.core.work.Restorable;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** Promo codes in a map; its lock is that of the twins' transactions. */
public final class InMemoryPromoCodes implements PromoCodes, Restorable {

    private static final Comparator<PromoCodeId> IN_TIME =
            Comparator.comparing(id -> id.value().toString());

    private final TreeMap<PromoCodeId, PromoCode> all = new TreeMap<>(IN_TIME);

    @Override
    public synchronized boolean add(PromoCode code) {
        if (spelled(code.code()).isPresent()) {
            return false;
        }
        all.put(code.id(), code);
        return true;
    }

    @Override
    public synchronized Optional<PromoCode> find(PromoCodeId id) {
        return Optional.ofNullable(all.get(id));
    }

    @Override
    public synchronized Optional<PromoCode> spelled(String code) {
        return all.values().stream().filter(it -> it.code().equals(code)).findAny();
    }

    @Override
    public Optional<PromoCode> locked(PromoCodeId id) {
        return find(id);
    }

    @Override
    public synchronized void count(PromoCodeId id, int uses) {
        change(id, it -> with(it, it.endedAt(), it.uses() + uses));
    }

    @Override
    public synchronized boolean end(PromoCodeId id, Instant at) {
        if (find(id).filter(code -> code.endedAt().isEmpty()).isEmpty()) {
            return false;
        }
        change(id, it -> with(it, Optional.of(at), it.uses()));
        return true;
    }

    private void change(PromoCodeId id, UnaryOperator<PromoCode> change) {
        all.computeIfPresent(id, (_, code) -> change.apply(code));
    }

    private static PromoCode with(PromoCode code, Optional<Instant> endedAt, int uses) {
        return new PromoCode(code.id(), code.code(), code.benefit(), code.limits(), code.window(), endedAt, uses);
    }

    @Override
    public synchronized Page page(Optional<PromoCodeId> from, int size) {
        var older = all.descendingMap().values().stream()
                .filter(code -> from.isEmpty() || IN_TIME.compare(code.id(), from.get()) <= 0)
                .limit(size + 1L)
                .toList();
        var newer = from.map(id ->
                        all.tailMap(id, false).keySet().stream().limit(size).toList())
                .filter(ids -> !ids.isEmpty())
                .map(ids -> ids.getLast());
        return new Page(
                older.subList(0, Math.min(size, older.size())),
                newer,
                older.size() > size ? Optional.of(older.getLast().id()) : Optional.empty());
    }

    @Override
    public synchronized Runnable snapshot() {
        var before = new TreeMap<>(all);
        return () -> putBack(before);
    }

    private synchronized void putBack(Map<PromoCodeId, PromoCode> before) {
        all.clear();
        all.putAll(before);
    }
}
