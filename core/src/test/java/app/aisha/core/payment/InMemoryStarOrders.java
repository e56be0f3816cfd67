package app.aisha.core.payment;

import app.aisha.core.work.Restorable;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Orders in a map. */
public final class InMemoryStarOrders implements StarOrders, Restorable {

    private final Map<StarOrderId, StarOrder> all = new HashMap<>();

    @Override
    public synchronized void add(StarOrder order) {
        all.put(order.id(), order);
    }

    @Override
    public synchronized Optional<StarOrder> find(StarOrderId id) {
        return Optional.ofNullable(all.get(id));
    }

    @Override
    public synchronized boolean paid(StarOrderId id, PaymentId payment) {
        var unpaid = find(id).filter(order -> order.payment().isEmpty());
        unpaid.ifPresent(order -> all.put(id, order.paid(payment)));
        return unpaid.isPresent();
    }

    /** As when its buyer's account is deleted. */
    public synchronized void lose(StarOrderId id) {
        all.remove(id);
    }

    @Override
    public synchronized Runnable snapshot() {
        var before = new HashMap<>(all);
        return () -> putBack(before);
    }

    private synchronized void putBack(Map<StarOrderId, StarOrder> before) {
        all.clear();
        all.putAll(before);
    }
}
