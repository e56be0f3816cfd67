package app.aisha.core.avatar;

import app.aisha.core.account.UserId;
import java.util.List;
import java.util.Optional;

/**
 * The photos of avatars. Thread-safe; takes part in the caller's transaction. Keeps the number of usable photos and the
 * cover of their avatar up to date.
 */
public interface AvatarPhotos {

    /** Adds a photo. False where this message was taken in for this avatar before. */
    boolean add(AvatarPhoto photo);

    /**
     * Notes what became of a pending photo. False where it is not pending any more.
     *
     * @throws IllegalStateException when a usable one has the bytes of another of its avatar; ask {@link #of} first
     */
    boolean save(AvatarPhoto photo);

    Optional<AvatarPhoto> find(PhotoId id);

    /** The owner's photo; empty also where it belongs to somebody else. */
    default Optional<AvatarPhoto> find(PhotoId id, UserId owner) {
        return find(id).filter(photo -> photo.owner().equals(owner));
    }

    /** All of an avatar in the order they came. */
    List<AvatarPhoto> of(AvatarId avatar);

    /** False where it is gone already. */
    boolean delete(PhotoId id);

    /** The same, leaving the avatar's number of photos and its cover as they are: it was trained with them. */
    void drop(PhotoId id);
}
