package app.aisha.core.picture;

import app.aisha.core.account.UserId;
import app.aisha.core.media.MediaKey;
import app.aisha.core.media.MediaStore;
import app.aisha.core.media.MediaUnavailable;
import app.aisha.core.work.JobOutcome;
import app.aisha.core.work.ProviderUnavailable;
import app.aisha.core.work.Removal;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Removes what is left of pictures that are no more: their folders here, their copies at the painter. */
public final class RemovePictureFiles {

    private static final Logger LOG = LoggerFactory.getLogger(RemovePictureFiles.class);
    private static final Duration LATER = Duration.ofMinutes(5);

    private final MediaStore media;
    private final Pictures pictures;
    private final Painter painter;

    public RemovePictureFiles(MediaStore media, Pictures pictures, Painter painter) {
        this.media = media;
        this.pictures = pictures;
        this.painter = painter;
    }

    /** Answers when to come again, if at all. */
    public JobOutcome remove(PictureJob.RemoveFiles gone) {
        return empty(folder(gone.owner(), gone.picture()));
    }

    /** Answers when to come again, if at all. */
    public JobOutcome remove(PictureJob.RemovePhotos gone) {
        return pictures.needs(gone.owner(), gone.folder()) ? new JobOutcome.Finished() : empty(gone.folder());
    }

    /** Has the painter forget what it painted. Answers when to come again, if at all. */
    public JobOutcome forget(PictureJob.Forget painting) throws InterruptedException {
        try {
            if (painter.forget(painting.request()) == Removal.REFUSED) {
                LOG.warn("The painter keeps request {}: it removes nothing for this key", painting.request());
            }
            return new JobOutcome.Finished();
        } catch (ProviderUnavailable e) {
            return new JobOutcome.Again(
                    LATER.compareTo(e.pause()) > 0 ? LATER : e.pause(), String.valueOf(e.getMessage()));
        }
    }

    private JobOutcome empty(MediaKey folder) {
        try {
            media.empty(folder);
            return new JobOutcome.Finished();
        } catch (MediaUnavailable e) {
            return new JobOutcome.Again(Duration.ofMinutes(1), String.valueOf(e.getMessage()));
        }
    }

    static MediaKey folder(UserId owner, PictureId picture) {
        return new MediaKey("users/%s/pictures/%s".formatted(owner.value(), picture.value()));
    }
}
