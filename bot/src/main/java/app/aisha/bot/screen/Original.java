package app.aisha.bot.screen;

import app.aisha.core.media.MediaKey;
import app.aisha.core.transcript.Recording;

/**
 * A recording as it came, given back in the way it was sent; where the platform does not have it any more, from our own store
 * as a file.
 *
 * @param file the platform's {@code file_id}
 * @param name file name as the person will see it; unescaped
 * @param excuses said in its place where it cannot be sent
 */
public record Original(String file, Recording.Kind kind, String name, MediaKey key, Excuses excuses)
        implements Attachment {

    /**
     * Why not, as HTML.
     *
     * @param tooLarge the platform takes no file of this size
     * @param gone our store has it no more either
     */
    public record Excuses(String tooLarge, String gone) {}
}
