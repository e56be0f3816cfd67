package app.aisha.bot.gallery;

import app.aisha.bot.gallery.GalleryPage.Place;
import app.aisha.core.account.User;
import app.aisha.core.picture.ContactSheets;
import app.aisha.core.picture.Gallery;
import app.aisha.core.picture.Picture;
import app.aisha.core.picture.PictureId;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Finds pages of nine. A page keeps its pictures while new ones come, because it is known by the one before it; that one may be
 * deleted meanwhile.
 */
public final class GalleryPages {

    static final int SIZE = ContactSheets.MOST;

    /** Nobody counts further than this by hand. */
    static final int COUNTED = 1_000;

    private final Gallery gallery;
    private final InstantSource clock;

    public GalleryPages(Gallery gallery, InstantSource clock) {
        this.gallery = gallery;
        this.clock = clock;
    }

    Gallery.Filter filter(View view, User user) {
        return view.filter(clock.instant(), user.zone());
    }

    /** How many the view shows; empty where there are more than {@value #COUNTED}. */
    OptionalInt count(View view, User user) {
        var count = gallery.count(user.id(), filter(view, user), COUNTED + 1);
        return count > COUNTED ? OptionalInt.empty() : OptionalInt.of(count);
    }

    /** The page; the first one where nothing is left of it. */
    GalleryPage page(Place wanted, User user) {
        var filter = filter(wanted.view(), user);
        var found = gallery.page(user.id(), filter, wanted.after(), SIZE + 1);
        if (found.isEmpty()) {
            return wanted.after().isPresent()
                    ? page(Place.first(wanted.view()), user)
                    : new GalleryPage(wanted, List.of(), Optional.empty(), Optional.empty());
        }
        var shown = found.subList(0, Math.min(SIZE, found.size()));
        var before = gallery.pageBefore(user.id(), filter, shown.getFirst().id(), SIZE + 1);
        var place = new Place(
                wanted.view(),
                before.isEmpty()
                        ? Optional.empty()
                        : Optional.of(before.getLast().id()));
        return new GalleryPage(
                place,
                shown,
                before.isEmpty() ? Optional.empty() : Optional.of(endingWith(before, wanted.view())),
                found.size() > SIZE
                        ? Optional.of(new Place(
                                wanted.view(), Optional.of(shown.getLast().id())))
                        : Optional.empty());
    }

    /** The page that ends with the last of these, which are at most one more than a page. */
    private static Place endingWith(List<Picture.Ready> before, View view) {
        return before.size() > SIZE
                ? new Place(view, Optional.of(before.getFirst().id()))
                : Place.first(view);
    }

    Optional<PictureId> newer(PictureId picture, View view, User user) {
        return gallery.pageBefore(user.id(), filter(view, user), picture, 1).stream()
                .map(Picture.Ready::id)
                .findFirst();
    }

    Optional<PictureId> older(PictureId picture, View view, User user) {
        return gallery.page(user.id(), filter(view, user), Optional.of(picture), 1).stream()
                .map(Picture.Ready::id)
                .findFirst();
    }

    boolean has(Place place, PictureId picture, User user) {
        return gallery.page(user.id(), filter(place.view(), user), place.after(), SIZE).stream()
                .anyMatch(shown -> shown.id().equals(picture));
    }

    /** The page that ends with this picture. */
    Place endingWith(PictureId picture, View view, User user) {
        var before = gallery.pageBefore(user.id(), filter(view, user), picture, SIZE);
        return before.size() < SIZE
                ? Place.first(view)
                : new Place(view, Optional.of(before.getFirst().id()));
    }
}
