package app.aisha.bot.gallery;

import app.aisha.bot.gallery.GalleryPage.Place;
import app.aisha.bot.routing.Dialog;
import app.aisha.bot.screen.Action;
import app.aisha.bot.screen.Turn;
import app.aisha.core.account.User;
import app.aisha.core.picture.DeletePictures;
import app.aisha.core.picture.ExportPictures;
import app.aisha.core.picture.Picture;
import app.aisha.core.picture.PictureId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Does something with several pictures of the gallery at once. */
public final class ChoiceDialog implements Dialog {

    private final ExportPictures exportPictures;
    private final DeletePictures deletePictures;
    private final RememberedViews views;
    private final GalleryPages pages;
    private final ChoiceScreens screens;
    private final GalleryScreens gallery;

    public ChoiceDialog(
            ExportPictures exportPictures,
            DeletePictures deletePictures,
            RememberedViews views,
            GalleryPages pages,
            ChoiceScreens screens,
            GalleryScreens gallery) {
        this.exportPictures = exportPictures;
        this.deletePictures = deletePictures;
        this.views = views;
        this.pages = pages;
        this.screens = screens;
        this.gallery = gallery;
    }

    @Override
    public Optional<Turn> tapped(Action action, User user) {
        return action instanceof ChoiceAction own ? Optional.of(tapped(own, user)) : Optional.empty();
    }

    private Turn tapped(ChoiceAction action, User user) {
        return switch (action) {
            case ChoiceAction.Choose(var number, var after, var ticks) ->
                views.turn(
                        number,
                        user,
                        view -> chosen(
                                new Place(view, after), ticks, user, page -> Turn.show(screens.choosing(page, ticks))));
            case ChoiceAction.Fetch(var number, var after, var ticks) ->
                views.turn(
                        number,
                        user,
                        view -> some(new Place(view, after), ticks, user, page -> fetch(ids(page, ticks), user)));
            case ChoiceAction.AskDelete(var number, var after, var ticks) ->
                views.turn(
                        number,
                        user,
                        view -> some(
                                new Place(view, after),
                                ticks,
                                user,
                                page -> Turn.show(screens.askDelete(page, ticks))));
            case ChoiceAction.Delete(var number, var after, var ticks) ->
                views.turn(
                        number,
                        user,
                        view -> some(new Place(view, after), ticks, user, page -> delete(page, ticks, user)));
            case ChoiceAction.FetchAll(var number, var after, var sent) ->
                views.turn(number, user, view -> fetchAll(view, after, sent, user));
        };
    }

    /** The answer for the page the choice was made on; where it has changed, the page as it is now. */
    private Turn chosen(Place place, Ticks ticks, User user, Function<GalleryPage, Turn> answer) {
        var page = pages.page(place, user);
        return ticks.isOf(page.pictures()) && !page.pictures().isEmpty()
                ? answer.apply(page)
                : Turn.show(gallery.page(place, user)).toast(new ChoiceText.Changed());
    }

    private Turn some(Place place, Ticks ticks, User user, Function<GalleryPage, Turn> answer) {
        return chosen(
                place,
                ticks,
                user,
                page -> ticks.of(page.pictures()).isEmpty()
                        ? Turn.show(screens.choosing(page, ticks))
                        : answer.apply(page));
    }

    private static List<PictureId> ids(GalleryPage page, Ticks ticks) {
        return ticks.of(page.pictures()).stream().map(Picture.Ready::id).toList();
    }

    private Turn fetch(List<PictureId> chosen, User user) {
        return Turn.aside(screens.archive(exportPictures.chosen(chosen, user.id()), chosen.size(), user));
    }

    private Turn delete(GalleryPage page, Ticks ticks, User user) {
        var gone = deletePictures.delete(ids(page, ticks), user.id());
        return Turn.show(gallery.page(page.place(), user)).toast(new ChoiceText.Deleted(gone));
    }

    private Turn fetchAll(View view, Optional<PictureId> after, int sent, User user) {
        var part = exportPictures.all(user.id(), pages.filter(view, user), after);
        return part.pictures().isEmpty()
                ? Turn.silence().toast(new ChoiceText.NothingToFetch())
                : Turn.aside(screens.archive(part, sent, view, user));
    }
}
