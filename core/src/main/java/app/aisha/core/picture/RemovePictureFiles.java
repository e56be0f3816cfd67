package app.aisha.core.picture;

import app.aisha.core.account.UserId;
import app.aisha.core.media.MediaKey;
import app.aisha.core.media.MediaStore;
import app.aisha.core.media.MediaUnavailable;
import app.aisha.core.work.JobOutcome;
import java.time.Duration;

/** Empties the folder of a picture that is no more. */
public final class RemovePictureFiles {

    private final MediaStore media;

    public RemovePictureFiles(MediaStore media) {
        this.media = media;
    }

    /** Answers when to come again, if at all. */
    public JobOutcome remove(PictureJob.RemoveFiles gone) {
        try {
            for (var key : media.under(folder(gone.owner(), gone.picture()))) {
                media.delete(key);
            }
            return new JobOutcome.Finished();
        } catch (MediaUnavailable e) {
            return new JobOutcome.Again(Duration.ofMinutes(1), String.valueOf(e.getMessage()));
        }
    }

    static MediaKey folder(UserId owner, PictureId picture) {
        return new MediaKey("users/%s/pictures/%s".formatted(owner.value(), picture.value()));
    }
}
