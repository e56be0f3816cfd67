package app.aisha.bot.avatar;

import app.aisha.bot.screen.Action;
import app.aisha.bot.wire.Wire;
import app.aisha.core.avatar.AvatarId;
import app.aisha.core.avatar.PhotoId;

/** Buttons on the photos of a draft. */
public sealed interface PhotoAction extends Action {

    /** How many there are, and what makes good ones. */
    @Wire("ap.all")
    record Collect(AvatarId avatar) implements PhotoAction {}

    @Wire("ap.tips")
    record Tips(AvatarId avatar) implements PhotoAction {}

    /**
     * Shows one.
     *
     * @param place from 0; the nearest where there are fewer
     */
    @Wire("ap.look")
    record Look(AvatarId avatar, int place) implements PhotoAction {}

    @Wire("ap.del")
    record Remove(PhotoId photo) implements PhotoAction {}
}
