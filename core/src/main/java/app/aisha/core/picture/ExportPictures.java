package app.aisha.core.picture;

import app.aisha.core.account.UserId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Chooses the pictures of one archive, so that it can be sent: no more of them, and no more bytes, than the limits say. */
public final class ExportPictures {

    private final Pictures pictures;
    private final Gallery gallery;
    private final Limits limits;

    public ExportPictures(Pictures pictures, Gallery gallery, Limits limits) {
        this.pictures = pictures;
        this.gallery = gallery;
        this.limits = limits;
    }

    /**
     * What an archive may hold; a picture that is larger than that alone is one alone.
     *
     * @param pictures 1 to 100
     */
    public record Limits(int pictures, long bytes) {

        /** A bot uploads files of at most 50 MB (Bot API, sendDocument). */
        public static final Limits OF_TELEGRAM = new Limits(100, 45L << 20);
    }

    /**
     * The pictures of one archive, newest first.
     *
     * @param more whether there are others that did not fit
     */
    public record Part(List<Picture.Ready> pictures, boolean more) {

        public Part {
            pictures = List.copyOf(pictures);
        }
    }

    /** Those of the chosen ones that are the owner's and finished. */
    public Part chosen(Collection<PictureId> chosen, UserId owner) {
        return fitting(chosen.stream()
                .distinct()
                .flatMap(id -> pictures.find(id, owner).stream())
                .filter(Picture.Ready.class::isInstance)
                .map(Picture.Ready.class::cast)
                .toList());
    }

    /**
     * All that the filter lets through, part by part.
     *
     * @param after the last one of the part before; empty for the first part
     */
    public Part all(UserId owner, Gallery.Filter filter, Optional<PictureId> after) {
        var found = gallery.page(owner, filter, after, limits.pictures());
        var part = fitting(found);
        return part.more() || found.size() < limits.pictures()
                ? part
                : new Part(
                        part.pictures(),
                        !gallery.page(owner, filter, Optional.of(found.getLast().id()), 1)
                                .isEmpty());
    }

    private Part fitting(List<Picture.Ready> wanted) {
        var part = new ArrayList<Picture.Ready>();
        var bytes = 0L;
        for (var picture : wanted) {
            bytes += picture.files().bytes();
            if (!part.isEmpty() && (bytes > limits.bytes() || part.size() == limits.pictures())) {
                return new Part(part, true);
            }
            part.add(picture);
        }
        return new Part(part, false);
    }
}
