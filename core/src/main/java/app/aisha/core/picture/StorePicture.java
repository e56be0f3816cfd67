package app.aisha.core.picture;

import app.aisha.core.media.MediaKey;
import app.aisha.core.media.MediaStore;
import app.aisha.core.media.MediaUnavailable;
import app.aisha.core.picture.PictureFinisher.Finding;
import app.aisha.core.work.Fetched;
import app.aisha.core.work.ProviderUnavailable;
import app.aisha.core.work.ScratchFolders;
import java.nio.file.Path;
import java.util.Optional;

/** Copies what a painter made to our store, looked at and finished. */
public final class StorePicture {

    /** A PNG of a megapixel has 3 MB at most; some painters give four of them. */
    private static final long LARGEST = 30L << 20;

    /** The published sizes of these painters are up to 3 % off the ratio they are called by. */
    private static final double RATIO_TOLERANCE = 0.05;

    private final Painter painter;
    private final PictureFinisher finisher;
    private final MediaStore media;
    private final ScratchFolders scratch;
    private final Optional<String> mark;

    public StorePicture(
            Painter painter,
            PictureFinisher finisher,
            MediaStore media,
            ScratchFolders scratch,
            Optional<String> mark) {
        this.painter = painter;
        this.finisher = finisher;
        this.media = media;
        this.scratch = scratch;
        this.mark = mark;
    }

    /** What became of it. */
    sealed interface Outcome {

        record Stored(PictureFiles files) implements Outcome {}

        /** It was not there; it may be another time. */
        record NotFetched(String why) implements Outcome {}

        /** It is no picture, or not the one that was asked for. */
        record Unusable(String why) implements Outcome {}
    }

    Outcome store(Picture.Storing storing) throws ProviderUnavailable, MediaUnavailable, InterruptedException {
        try (var folder = scratch.open()) {
            var raw = folder.path().resolve("raw");
            return switch (painter.fetch(storing.result().picture(), raw, LARGEST)) {
                case Fetched.Unusable(var why) -> new Outcome.NotFetched(why);
                case Fetched.Stored _ -> finish(storing, raw);
            };
        }
    }

    private Outcome finish(Picture.Storing storing, Path raw) throws MediaUnavailable, InterruptedException {
        var picture = raw.resolveSibling("picture");
        var thumbnail = raw.resolveSibling("thumbnail.jpg");
        var recipe = storing.heading().recipe();
        return switch (finisher.finish(raw, size -> isAsAsked(recipe, size), mark, picture, thumbnail)) {
            case Finding.Unusable(var why) -> new Outcome.Unusable(why);
            case Finding.Finished finished -> new Outcome.Stored(keep(storing, finished, picture, thumbnail));
        };
    }

    /** Painters that work from photos have sizes of their own and are asked for a ratio only. */
    private static boolean isAsAsked(Recipe recipe, PixelSize size) {
        var asked = PixelSize.of(recipe.ratio());
        return switch (recipe.subject()) {
            case Subject.OfAvatar _ -> size.equals(asked);
            case Subject.OfPhotos _ -> Math.abs(size.ratio() / asked.ratio() - 1) < RATIO_TOLERANCE;
        };
    }

    private PictureFiles keep(Picture.Storing storing, Finding.Finished finished, Path picture, Path thumbnail)
            throws MediaUnavailable {
        var folder = RemovePictureFiles.folder(storing.owner(), storing.id()).value();
        var ending = finished.contentType().equals("image/png") ? "png" : "jpg";
        var files = new PictureFiles(
                new MediaKey(folder + "/picture." + ending),
                new MediaKey(folder + "/thumbnail.jpg"),
                finished.size(),
                finished.bytes(),
                finished.contentType(),
                finished.digest());
        media.put(files.thumbnail(), thumbnail, "image/jpeg");
        media.put(files.picture(), picture, finished.contentType());
        return files;
    }
}
