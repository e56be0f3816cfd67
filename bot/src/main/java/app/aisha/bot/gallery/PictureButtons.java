package app.aisha.bot.gallery;

import app.aisha.bot.screen.Button;
import app.aisha.core.picture.Picture;
import java.util.List;

/** What another feature offers on the screens of the gallery. */
public interface PictureButtons {

    /** Nothing. */
    PictureButtons NONE = new PictureButtons() {

        @Override
        public List<List<Button>> under(Picture.Ready picture) {
            return List.of();
        }

        @Override
        public List<Button> beginnings() {
            return List.of();
        }
    };

    /** Rows under a finished picture, such as Again, Variations, Refine and Prompt. */
    List<List<Button>> under(Picture.Ready picture);

    /** Where there are no pictures yet: what makes the first one. */
    List<Button> beginnings();
}
