package app.aisha.bot.gallery;

import app.aisha.bot.gallery.GalleryPage.Place;
import app.aisha.bot.menu.MenuText;
import app.aisha.bot.menu.Pages;
import app.aisha.bot.screen.Button;
import app.aisha.bot.screen.Screen;
import app.aisha.bot.screen.Shortened;
import app.aisha.bot.screen.StoredPicture;
import app.aisha.bot.screen.Text;
import app.aisha.bot.screen.Texts;
import app.aisha.core.account.User;
import app.aisha.core.picture.Picture;
import app.aisha.core.picture.PictureId;
import app.aisha.core.picture.PictureOrders;
import app.aisha.core.picture.PixelSize;
import app.aisha.core.picture.Subject;
import app.aisha.core.picture.Wording;
import java.util.Optional;

/** One picture of the gallery as a screen. */
public final class ShownScreens {

    private static final int WORDS = 300;

    private final GalleryPages pages;
    private final PictureOrders orders;
    private final FilterWords names;
    private final PictureButtons others;
    private final Texts texts;

    public ShownScreens(
            GalleryPages pages, PictureOrders orders, FilterWords names, PictureButtons others, Texts texts) {
        this.pages = pages;
        this.orders = orders;
        this.names = names;
        this.others = others;
        this.texts = texts;
    }

    Screen look(Picture.Ready picture, Place place, User user) {
        var view = place.view();
        var id = picture.id();
        var newer = pages.newer(id, view, user)
                .map(next ->
                        at(place.after().filter(next::equals).isPresent() ? ending(next, view, user) : place, next));
        var older = pages.older(id, view, user)
                .map(next -> at(pages.has(place, next, user) ? place : new Place(view, Optional.of(id)), next));
        var favour = picture.favourite()
                ? new Button(new ShownText.UnlikeButton(), new ShownAction.Unlike(view.number(), place.after(), id))
                : new Button(new ShownText.LikeButton(), new ShownAction.Like(view.number(), place.after(), id));
        var screen = Screen.saying(words(picture, user))
                .row(Pages.turning(newer, older))
                .row(favour, new Button(new ShownText.FullSizeButton(), new ShownAction.FullSize(id)));
        for (var row : others.under(picture)) {
            screen = screen.row(row.toArray(Button[]::new));
        }
        return screen.row(
                        new Button(
                                new ShownText.DeleteButton(),
                                new ShownAction.AskDelete(view.number(), place.after(), id)),
                        new Button(new GalleryText.BackToGalleryButton(), place.browse()))
                .with(photo(picture, user));
    }

    private Place ending(PictureId picture, View view, User user) {
        return pages.endingWith(picture, view, user);
    }

    private static ShownAction at(Place place, PictureId picture) {
        return new ShownAction.Look(place.number(), place.after(), picture);
    }

    Screen askDelete(Picture.Ready picture, Place place, User user) {
        return Screen.saying(new ShownText.AskDelete())
                .button(
                        new ShownText.ConfirmDeleteButton(),
                        new ShownAction.Delete(place.number(), place.after(), picture.id()))
                .button(new ShownText.KeepButton(), at(place, picture.id()))
                .with(photo(picture, user));
    }

    Screen fullSize(Picture.Ready picture, User user) {
        return Screen.saying(new ShownText.FullSize(size(picture.files().size())))
                .with(StoredPicture.file(picture, FileNames.of(picture, user.zone()), gone(user)));
    }

    private StoredPicture photo(Picture.Ready picture, User user) {
        return StoredPicture.photo(picture, FileNames.of(picture, user.zone()), gone(user));
    }

    private String gone(User user) {
        return texts.html(new ShownText.Gone(), user.language());
    }

    private Text words(Picture.Ready picture, User user) {
        return new ShownText.Shown(
                picture.favourite() ? new ShownText.Star() : new MenuText.Nothing(),
                switch (picture.heading().recipe().subject()) {
                    case Subject.OfAvatar(var avatar) -> names.name(avatar, user.id());
                    case Subject.OfPhotos _ -> new GalleryText.ByPhotos();
                },
                picture.heading().since().atZone(user.zone()),
                size(picture.files().size()),
                Shortened.to(WORDS, told(picture)));
    }

    /** As its owner reads it; else as it was painted. */
    private String told(Picture.Ready picture) {
        return orders.find(picture.order(), picture.owner()).stream()
                .flatMap(order -> order.wordings().reversed().stream())
                .findFirst()
                .flatMap(Wording::reading)
                .orElseGet(() -> picture.heading().recipe().prompt());
    }

    private static String size(PixelSize size) {
        return "%d × %d".formatted(size.width(), size.height());
    }
}
