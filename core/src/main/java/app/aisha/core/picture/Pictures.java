package app.aisha.core.picture;

import app.aisha.core.account.UserId;
import app.aisha.core.work.StaleState;
import java.util.List;
import java.util.Optional;

/** All pictures. Thread-safe; takes part in the caller's transaction. */
public interface Pictures {

    void add(Picture.Queued picture);

    /**
     * Saves a step.
     *
     * @throws StaleState when the stored version is not the one this step was taken from
     */
    void save(Picture picture);

    /**
     * Takes the picture away.
     *
     * @throws StaleState when the stored version is another one
     */
    void delete(Picture picture);

    Optional<Picture> find(PictureId id);

    /** The owner's picture; empty also where it belongs to somebody else. */
    default Optional<Picture> find(PictureId id, UserId owner) {
        return find(id).filter(picture -> picture.owner().equals(owner));
    }

    /** Those of an order by their numbers, which nobody else changes until the caller's transaction ends. */
    List<Picture> lock(OrderId order);

    /** Those of an order by their numbers. */
    List<Picture> of(OrderId order);
}
