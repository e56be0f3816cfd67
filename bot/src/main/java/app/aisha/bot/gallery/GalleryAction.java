package app.aisha.bot.gallery;

import app.aisha.bot.screen.Action;
import app.aisha.bot.wire.Wire;
import app.aisha.core.avatar.AvatarId;
import app.aisha.core.picture.PictureId;
import java.util.Optional;

/** Buttons that turn the pages of the gallery and say what is on them. */
public sealed interface GalleryAction extends Action {

    /** All pictures, newest first. */
    @Wire("gallery.open")
    record Open() implements GalleryAction {}

    /**
     * A page.
     *
     * @param after the picture just newer than the page; empty for the first page
     */
    @Wire("ga.list")
    record Browse(ViewNumber view, Optional<PictureId> after) implements GalleryAction {}

    /** Asks of which avatar. */
    @Wire("ga.avatars")
    record Avatars(ViewNumber view) implements GalleryAction {}

    /** The same view of this avatar, or of all. */
    @Wire("ga.avatar")
    record OfAvatar(ViewNumber view, Optional<AvatarId> avatar) implements GalleryAction {}

    /** The same view with favourites only, or with all again. */
    @Wire("ga.fav")
    record Favourites(ViewNumber view) implements GalleryAction {}

    /** Asks since when. */
    @Wire("ga.periods")
    record Periods(ViewNumber view) implements GalleryAction {}

    @Wire("ga.since")
    record Since(ViewNumber view, Period period) implements GalleryAction {}

    /** Asks for words. */
    @Wire("ga.words")
    record AskWords(ViewNumber view) implements GalleryAction {}

    /** The same view whatever the words. */
    @Wire("ga.anywords")
    record AnyWords(ViewNumber view) implements GalleryAction {}

    /**
     * What there is in numbers.
     *
     * @param view to go back to
     */
    @Wire("ga.figures")
    record Figures(ViewNumber view) implements GalleryAction {}
}
