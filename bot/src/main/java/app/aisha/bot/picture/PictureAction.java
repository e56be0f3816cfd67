package app.aisha.bot.picture;

import app.aisha.bot.screen.Action;
import app.aisha.bot.wire.Wire;
import app.aisha.core.avatar.AvatarId;

/** Buttons on the way to a wish. */
public sealed interface PictureAction extends Action {

    /** With the main avatar; without one, what to do first. */
    @Wire("pi.new")
    record Begin() implements PictureAction {}

    /** With this avatar. */
    @Wire("pi.with")
    record With(AvatarId avatar) implements PictureAction {}

    /** Asks of which avatar. */
    @Wire("pi.who")
    record ChooseAvatar() implements PictureAction {}

    /** Asks for photos to paint from without a training. */
    @Wire("pi.now")
    record Instant() implements PictureAction {}

    /** Asks for the words that belong to the photos. */
    @Wire("pi.words")
    record Describe() implements PictureAction {}

    @Wire("pi.packs")
    record Packs(AvatarId avatar) implements PictureAction {}

    /**
     * The styles of a pack.
     *
     * @param pack its place among all, from 0
     */
    @Wire("pi.pack")
    record Pack(AvatarId avatar, int pack) implements PictureAction {}

    /** What a style looks like. */
    @Wire("pi.style")
    record Style(AvatarId avatar, int pack, int style) implements PictureAction {}

    @Wire("pi.take")
    record TakeStyle(AvatarId avatar, int pack, int style) implements PictureAction {}
}
