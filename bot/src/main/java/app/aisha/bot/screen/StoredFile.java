package app.aisha.bot.screen;

import app.aisha.core.media.MediaKey;

/**
 * A file of our store that goes with a screen, whose words are its caption.
 *
 * @param name file name as the person will see it
 * @param gone said in its place where the store does not have it any more, as HTML
 */
public record StoredFile(MediaKey key, String name, String gone) implements Attachment {}
