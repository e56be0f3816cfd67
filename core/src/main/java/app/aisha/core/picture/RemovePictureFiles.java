package app.aisha.core.picture;

import app.aisha.core.account.UserId;
import app.aisha.core.media.MediaKey;
import app.aisha.core.media.MediaStore;
import app.aisha.core.media.MediaUnavailable;
import app.aisha.core.work.JobOutcome;
import java.time.Duration;

/** Empties the folders of pictures that are no more. */
public final class RemovePictureFiles {

    private final MediaStore media;
    private final Pictures pictures;

    public RemovePictureFiles(MediaStore media, Pictures pictures) {
        this.media = media;
        this.pictures = pictures;
    }

    /** Answers when to come again, if at all. */
    public JobOutcome remove(PictureJob.RemoveFiles gone) {
        return empty(folder(gone.owner(), gone.picture()));
    }

    /** Answers when to come again, if at all. */
    public JobOutcome remove(PictureJob.RemovePhotos gone) {
        return pictures.needs(gone.owner(), gone.folder()) ? new JobOutcome.Finished() : empty(gone.folder());
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
