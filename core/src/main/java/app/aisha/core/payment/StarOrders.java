package app.aisha.core.payment;

import java.util.Optional;

/** Orders of credits. Thread-safe; takes part in the caller's transaction. */
public interface StarOrders {

    void add(StarOrder order);

    Optional<StarOrder> find(StarOrderId id);

    /** Notes what paid the order. False where the order is unknown or was paid before; nothing is changed then. */
    boolean paid(StarOrderId id, PaymentId payment);
}
