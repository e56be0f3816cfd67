package app.aisha.core.avatar;

import app.aisha.core.account.UserId;
import app.aisha.core.wallet.Prices.Quality;
import app.aisha.core.work.StaleState;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** All avatars. Thread-safe; takes part in the caller's transaction. */
public interface Avatars {

    /** Adds a new draft. False where its owner has an avatar of this name already, whatever the case. */
    boolean add(Avatar.Draft draft);

    /**
     * Saves a step. False where the name it has now is taken by another of the owner's avatars.
     *
     * @throws StaleState when the stored version is not the one this step was taken from
     */
    boolean save(Avatar avatar);

    /**
     * Takes the avatar away with all that hangs on it in the database.
     *
     * @throws StaleState when the stored version is another one
     */
    void delete(Avatar avatar);

    Optional<Avatar> find(AvatarId id);

    /** The avatar, which nobody else changes until the caller's transaction ends. */
    Optional<Avatar> lock(AvatarId id);

    /** The owner's avatar; empty also where it belongs to somebody else. */
    default Optional<Avatar> find(AvatarId id, UserId owner) {
        return find(id).filter(avatar -> avatar.owner().equals(owner));
    }

    /** The same for the owner's avatar; empty also where it belongs to somebody else. */
    default Optional<Avatar> lock(AvatarId id, UserId owner) {
        return lock(id).filter(avatar -> avatar.owner().equals(owner));
    }

    /** All of an owner's, newest first; there are few. */
    List<Avatar> of(UserId owner);

    /** Makes this one of the owner's the main one. Does nothing where it is not the owner's. */
    void makeMain(AvatarId id, UserId owner);

    /** How many are with the trainer now. Whoever asks within a transaction is the only one who gets an answer until it ends. */
    int beingTrained();

    /** How many wait for the trainer and are older than this one. */
    int queuedBefore(AvatarId id);

    /** How long a training took from consent to avatar, half of them at least; empty where too few are known. */
    Optional<Duration> typicalTraining(TrainingType type, Quality preset);
}
