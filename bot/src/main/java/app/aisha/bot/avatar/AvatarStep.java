package app.aisha.bot.avatar;

import app.aisha.bot.screen.Step;
import app.aisha.bot.wire.Wire;
import app.aisha.core.avatar.AvatarId;
import app.aisha.core.avatar.Gender;
import app.aisha.core.avatar.TrainingType;

/** What a dialog on avatars may be waiting to hear. */
public sealed interface AvatarStep extends Step {

    /** The name of a new one. */
    @Wire("aw.naming")
    record Naming(TrainingType type, Gender gender) implements AvatarStep {}

    /** Another name. */
    @Wire("av.renaming")
    record Renaming(AvatarId avatar) implements AvatarStep {}
}
