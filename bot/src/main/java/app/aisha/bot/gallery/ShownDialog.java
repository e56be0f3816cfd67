package app.aisha.bot.gallery;

import app.aisha.bot.gallery.GalleryPage.Place;
import app.aisha.bot.routing.Dialog;
import app.aisha.bot.screen.Action;
import app.aisha.bot.screen.Turn;
import app.aisha.core.account.User;
import app.aisha.core.picture.DeletePictures;
import app.aisha.core.picture.KeepPicture;
import app.aisha.core.picture.Picture;
import app.aisha.core.picture.PictureId;
import app.aisha.core.picture.Pictures;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** Shows the pictures of the gallery one after the other. */
public final class ShownDialog implements Dialog {

    private final Pictures pictures;
    private final KeepPicture keepPicture;
    private final DeletePictures deletePictures;
    private final RememberedViews views;
    private final ShownScreens screens;
    private final GalleryScreens gallery;

    public ShownDialog(
            Pictures pictures,
            KeepPicture keepPicture,
            DeletePictures deletePictures,
            RememberedViews views,
            ShownScreens screens,
            GalleryScreens gallery) {
        this.pictures = pictures;
        this.keepPicture = keepPicture;
        this.deletePictures = deletePictures;
        this.views = views;
        this.screens = screens;
        this.gallery = gallery;
    }

    @Override
    public Optional<Turn> tapped(Action action, User user) {
        return action instanceof ShownAction own ? Optional.of(tapped(own, user)) : Optional.empty();
    }

    private Turn tapped(ShownAction action, User user) {
        return switch (action) {
            case ShownAction.Look(var number, var after, var id) ->
                views.turn(number, user, view -> look(new Place(view, after), id, user));
            case ShownAction.Like(var number, var after, var id) ->
                views.turn(number, user, view -> favour(new Place(view, after), id, true, user));
            case ShownAction.Unlike(var number, var after, var id) ->
                views.turn(number, user, view -> favour(new Place(view, after), id, false, user));
            case ShownAction.AskDelete(var number, var after, var id) ->
                views.turn(
                        number,
                        user,
                        view -> found(
                                new Place(view, after),
                                id,
                                user,
                                (picture, place) -> Turn.show(screens.askDelete(picture, place, user))));
            case ShownAction.Delete(var number, var after, var id) ->
                views.turn(number, user, view -> delete(new Place(view, after), id, user));
            case ShownAction.FullSize(var id) ->
                found(Place.first(View.ALL), id, user, (picture, _) -> Turn.aside(screens.fullSize(picture, user)));
        };
    }

    private Turn look(Place place, PictureId id, User user) {
        return found(place, id, user, (picture, from) -> Turn.show(screens.look(picture, from, user)));
    }

    private Turn favour(Place place, PictureId id, boolean chosen, User user) {
        return switch (keepPicture.favourite(id, user.id(), chosen)) {
            case KeepPicture.Outcome.Kept(var picture) ->
                Turn.show(screens.look(picture, place, user))
                        .toast(chosen ? new ShownText.Liked() : new ShownText.Unliked());
            case KeepPicture.Outcome.Unknown _ -> notFound(place, user);
        };
    }

    private Turn delete(Place place, PictureId id, User user) {
        var gone = pictures.find(id, user.id())
                        .filter(Picture.Ready.class::isInstance)
                        .isPresent()
                ? deletePictures.delete(List.of(id), user.id())
                : 0;
        return gone == 0
                ? notFound(place, user)
                : Turn.show(gallery.page(place, user)).toast(new ShownText.Deleted());
    }

    private Turn found(Place place, PictureId id, User user, BiFunction<Picture.Ready, Place, Turn> answer) {
        return pictures.find(id, user.id()).orElse(null) instanceof Picture.Ready picture
                ? answer.apply(picture, place)
                : notFound(place, user);
    }

    private Turn notFound(Place place, User user) {
        return Turn.show(gallery.page(place, user)).toast(new GalleryText.NotFound());
    }
}
