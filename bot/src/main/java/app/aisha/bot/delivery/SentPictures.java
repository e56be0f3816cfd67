package app.aisha.bot.delivery;

import app.aisha.core.account.UserId;
import app.aisha.core.picture.PictureId;

/** Hears under which name the platform keeps a picture, so that it is not uploaded again. Thread-safe. */
@FunctionalInterface
public interface SentPictures {

    /**
     * Called after each upload of a photo.
     *
     * @param file its {@code file_id}
     */
    void sent(PictureId picture, UserId owner, String file);
}
