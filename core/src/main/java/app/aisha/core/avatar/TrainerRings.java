package app.aisha.core.avatar;

import java.time.Instant;
import java.util.Optional;

/** What the trainer called to say. Thread-safe; takes part in the caller's transaction. */
public interface TrainerRings {

    /** Keeps it. False where the very same was kept before. */
    boolean keep(Ring ring);

    /** Under which id the trainer knows this training, as it said itself. */
    Optional<String> request(AvatarId avatar, int attempt);

    /**
     * One call.
     *
     * @param request the trainer's id of the training
     * @param avatar whose training it is about, as the called address says; may be made up
     * @param well whether the trainer says that it ended well
     * @param digest SHA-256 of the body, in hex
     */
    record Ring(String request, AvatarId avatar, int attempt, boolean well, String digest, Instant at) {}
}
