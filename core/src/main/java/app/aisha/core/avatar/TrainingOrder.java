package app.aisha.core.avatar;

import java.net.URI;
import java.util.Optional;

/**
 * One training to be asked for.
 *
 * @param trigger the rare word that will stand for the subject in prompts
 * @param archive what {@link AvatarTrainer#upload} returned
 * @param webhook where the trainer may ring when it is done; carries our own id
 */
public record TrainingOrder(TrainingRecipe recipe, String trigger, URI archive, Optional<URI> webhook) {}
