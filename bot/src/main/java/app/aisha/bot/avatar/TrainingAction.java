package app.aisha.bot.avatar;

import app.aisha.bot.screen.Action;
import app.aisha.bot.wire.Wire;
import app.aisha.core.avatar.AvatarId;
import app.aisha.core.wallet.Prices.Quality;

/** Buttons on trainings. */
public sealed interface TrainingAction extends Action {

    /** Offers the presets. */
    @Wire("at.pre")
    record Presets(AvatarId avatar) implements TrainingAction {}

    /** Shows what is to be agreed to. */
    @Wire("at.offer")
    record Offer(AvatarId avatar, Quality preset) implements TrainingAction {}

    /**
     * Agrees.
     *
     * @param version of the avatar its owner was shown
     */
    @Wire("at.go")
    record Start(AvatarId avatar, int version) implements TrainingAction {}

    /** Asks whether it is meant. */
    @Wire("at.stop")
    record Cancel(AvatarId avatar) implements TrainingAction {}

    @Wire("at.halt")
    record ConfirmCancel(AvatarId avatar) implements TrainingAction {}

    /** Makes a draft of it again. */
    @Wire("at.again")
    record Retry(AvatarId avatar) implements TrainingAction {}
}
