package app.aisha.core.picture;

import app.aisha.core.account.UserId;
import app.aisha.core.work.StaleState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** All orders of pictures. Thread-safe; takes part in the caller's transaction. */
public interface PictureOrders {

    void add(PictureOrder order);

    /**
     * Saves a step.
     *
     * @throws StaleState when the stored version is not the one this step was taken from
     */
    void save(PictureOrder order);

    Optional<PictureOrder> find(OrderId id);

    /** The owner's order; empty also where it belongs to somebody else. */
    default Optional<PictureOrder> find(OrderId id, UserId owner) {
        return find(id).filter(order -> order.owner().equals(owner));
    }

    /** The owner's order, which nobody else changes until the caller's transaction ends; empty where it is somebody else's. */
    Optional<PictureOrder> lock(OrderId id, UserId owner);

    /**
     * Takes away a few that never became pictures and are older than the moment.
     *
     * @return those that are gone, for their photos
     */
    List<PictureOrder> dropUnplaced(Instant before, int most);
}
