package app.aisha.core.privacy;

import app.aisha.core.avatar.AvatarId;
import java.time.Instant;
import java.util.List;

/** Photos that are kept longer than their owners want. Thread-safe; takes part in the caller's transaction. */
@FunctionalInterface
public interface OverduePhotos {

    /**
     * Finished avatars whose photos are there though their owner, as the settings are now, wants them gone.
     *
     * @param weekAgo whoever wants them for a week keeps those of avatars that were finished after this
     */
    List<AvatarId> find(Instant weekAgo, int most);
}
