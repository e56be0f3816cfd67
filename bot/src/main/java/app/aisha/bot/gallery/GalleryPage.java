package app.aisha.bot.gallery;

import app.aisha.core.picture.Picture;
import app.aisha.core.picture.PictureId;
import java.util.List;
import java.util.Optional;

/**
 * A page of the gallery.
 *
 * @param place which one it is
 * @param newer the page before it, if any
 * @param older the page after it, if any
 */
record GalleryPage(Place place, List<Picture.Ready> pictures, Optional<Place> newer, Optional<Place> older) {

    GalleryPage {
        pictures = List.copyOf(pictures);
    }

    /**
     * Where a page begins.
     *
     * @param after the picture just newer than it; empty for the first page, which shows what comes new
     */
    record Place(View view, Optional<PictureId> after) {

        static Place first(View view) {
            return new Place(view, Optional.empty());
        }

        ViewNumber number() {
            return view.number();
        }

        GalleryAction browse() {
            return new GalleryAction.Browse(number(), after);
        }
    }
}
