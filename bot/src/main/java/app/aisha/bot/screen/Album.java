package app.aisha.bot.screen;

import java.util.List;

/**
 * Photos shown together before the words of a screen, which come as a message of their own, because the platform puts no buttons
 * under an album.
 *
 * @param pictures 2 to 10, all of them photos
 */
public record Album(List<StoredPicture> pictures) implements Attachment {

    public Album {
        pictures = List.copyOf(pictures);
        if (pictures.size() < 2 || pictures.size() > 10) {
            throw new IllegalArgumentException("An album of " + pictures.size());
        }
    }
}
