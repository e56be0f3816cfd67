package app.aisha.bot.screen;

import app.aisha.core.account.UserId;
import app.aisha.core.media.MediaKey;
import app.aisha.core.picture.Picture.Ready;
import app.aisha.core.picture.PictureId;
import java.util.Optional;

/**
 * A picture of our store that goes with a screen, whose words are its caption; by the platform's own name for it where it is
 * known, without a byte.
 *
 * @param known the platform's {@code file_id} of the photo; empty for files
 * @param name file name as the person will see it
 * @param gone said in its place where the store has it no more, as HTML
 */
public record StoredPicture(
        PictureId picture, UserId owner, Form form, Optional<String> known, MediaKey key, String name, String gone)
        implements Attachment {

    /** How it is sent. */
    public enum Form {
        /** To look at; the platform makes it smaller. */
        PHOTO,
        /** As it is, byte by byte. */
        FILE
    }

    public static StoredPicture photo(Ready picture, String name, String gone) {
        return new StoredPicture(
                picture.id(),
                picture.owner(),
                Form.PHOTO,
                picture.telegramFile(),
                picture.files().picture(),
                name,
                gone);
    }

    public static StoredPicture file(Ready picture, String name, String gone) {
        return new StoredPicture(
                picture.id(),
                picture.owner(),
                Form.FILE,
                Optional.empty(),
                picture.files().picture(),
                name,
                gone);
    }
}
