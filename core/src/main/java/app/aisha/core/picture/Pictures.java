package app.aisha.core.picture;

import app.aisha.core.account.UserId;
import app.aisha.core.media.MediaKey;
import app.aisha.core.work.StaleState;
import java.time.Instant;
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

    /**
     * Takes away a few that were refused, failed or cancelled and were ordered before the moment.
     *
     * @return those that are gone, for their photos
     */
    List<Picture> dropMissing(Instant before, int most);

    /** Whether one of them is, or was, this request to the painter. */
    boolean knows(String requestId);

    /** Under which id the painter knows this one; empty where it was never asked, or its answer was lost. */
    Optional<String> request(PictureId id);

    /** Whether a picture of the owner's, or an order for one, was made of a photo in this folder. */
    boolean needs(UserId owner, MediaKey folder);

    /** Those of an order by their numbers. */
    List<Picture> of(OrderId order);
}
