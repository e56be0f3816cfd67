package app.aisha.core.payment;

import app.aisha.core.account.UserId;
import app.aisha.core.payment.Redemption.State;
import app.aisha.core.work.Restorable;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Uses of promo codes in a map. */
public final class InMemoryRedemptions implements Redemptions, Restorable {

    private final Map<RedemptionId, Redemption> all = new HashMap<>();

    @Override
    public synchronized boolean add(Redemption redemption) {
        if (redemption.state() == State.ACTIVE && active(redemption.user()).isPresent()) {
            return false;
        }
        all.put(redemption.id(), redemption);
        return true;
    }

    @Override
    public synchronized Optional<Redemption> find(RedemptionId id) {
        return Optional.ofNullable(all.get(id));
    }

    @Override
    public synchronized Set<Integer> ordinals(PromoCodeId code, UserId user) {
        return all.values().stream()
                .filter(use -> use.code().equals(code) && use.user().equals(user))
                .filter(use -> use.state() != State.DROPPED)
                .map(Redemption::ordinal)
                .collect(Collectors.toSet());
    }

    @Override
    public synchronized Optional<Redemption> active(UserId user) {
        return all.values().stream()
                .filter(use -> use.user().equals(user) && use.state() == State.ACTIVE)
                .findAny();
    }

    @Override
    public synchronized boolean end(RedemptionId id, State how) {
        var active = find(id).filter(use -> use.state() == State.ACTIVE);
        active.ifPresent(use -> all.put(id, new Redemption(id, use.code(), use.user(), use.ordinal(), how, use.at())));
        return active.isPresent();
    }

    @Override
    public synchronized Runnable snapshot() {
        var before = new HashMap<>(all);
        return () -> putBack(before);
    }

    private synchronized void putBack(Map<RedemptionId, Redemption> before) {
        all.clear();
        all.putAll(before);
    }
}
