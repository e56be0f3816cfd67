package app.aisha.core.picture;

import app.aisha.core.account.UserId;
import app.aisha.core.work.Restorable;
import app.aisha.core.work.StaleState;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Orders of pictures in a map. */
public final class InMemoryPictureOrders implements PictureOrders, Restorable {

    private final Map<OrderId, PictureOrder> orders = new HashMap<>();

    @Override
    public synchronized void add(PictureOrder order) {
        if (orders.putIfAbsent(order.id(), order) != null) {
            throw new IllegalStateException("Order " + order.id().value() + " is there already");
        }
    }

    @Override
    public synchronized void save(PictureOrder order) {
        var stored = orders.get(order.id());
        if (stored == null || stored.heading().version() != order.heading().version() - 1) {
            throw new StaleState("Order " + order.id().value());
        }
        orders.put(order.id(), order);
    }

    @Override
    public synchronized Optional<PictureOrder> find(OrderId id) {
        return Optional.ofNullable(orders.get(id));
    }

    @Override
    public Optional<PictureOrder> lock(OrderId id, UserId owner) {
        return find(id, owner);
    }

    @Override
    public synchronized List<PictureOrder> dropUnplaced(Instant before, int most) {
        var old = orders.values().stream()
                .filter(order -> !(order instanceof PictureOrder.Placed))
                .filter(order -> order.heading().at().isBefore(before))
                .sorted(Comparator.comparing(order -> order.heading().at()))
                .limit(most)
                .toList();
        old.forEach(order -> orders.remove(order.id()));
        return old;
    }

    synchronized Stream<Subject> subjects(UserId owner) {
        return List.copyOf(orders.values()).stream()
                .filter(order -> order.owner().equals(owner) && !(order instanceof PictureOrder.Placed))
                .map(order -> order.heading().subject());
    }

    @Override
    public synchronized Runnable snapshot() {
        var before = Map.copyOf(orders);
        return () -> putBack(before);
    }

    private synchronized void putBack(Map<OrderId, PictureOrder> before) {
        orders.clear();
        orders.putAll(before);
    }
}
