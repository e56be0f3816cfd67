package app.aisha.core.avatar;

import app.aisha.core.avatar.AvatarRules.Patience;
import java.net.URI;
import java.util.Optional;

/**
 * How trainings are run here.
 *
 * @param atOnce trainings with the trainer at once, so that pictures find a place too
 * @param rings where the trainer can reach us; empty where it cannot and is only asked
 */
public record TrainingSettings(int atOnce, Optional<URI> rings, Patience patience) {

    /** What the path of a call begins with. */
    public static final String PATH = "/fal/";

    /** The address for this training; whoever calls it says which one is meant. */
    Optional<URI> webhook(AvatarId avatar, int attempt) {
        return rings.map(
                root -> URI.create(root.toString().replaceAll("/+$", "") + PATH + avatar.value() + "/" + attempt));
    }
}
