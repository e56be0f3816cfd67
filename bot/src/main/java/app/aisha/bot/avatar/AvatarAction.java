package app.aisha.bot.avatar;

import app.aisha.bot.screen.Action;
import app.aisha.bot.wire.Wire;
import app.aisha.core.avatar.AvatarId;

/** Buttons on avatars that exist. */
public sealed interface AvatarAction extends Action {

    @Wire("av.list")
    record ShowAll() implements AvatarAction {}

    @Wire("av.open")
    record Open(AvatarId avatar) implements AvatarAction {}

    @Wire("av.main")
    record MakeMain(AvatarId avatar) implements AvatarAction {}

    /** Waits for another name. */
    @Wire("av.name")
    record Rename(AvatarId avatar) implements AvatarAction {}

    /** Asks whether it is meant. */
    @Wire("av.del")
    record Delete(AvatarId avatar) implements AvatarAction {}

    @Wire("av.gone")
    record ConfirmDelete(AvatarId avatar) implements AvatarAction {}
}
