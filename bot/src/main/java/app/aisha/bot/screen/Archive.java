package app.aisha.bot.screen;

import app.aisha.core.media.FlatArchive.Entry;
import java.util.List;

/**
 * A ZIP of files of our store that goes with a screen, whose words are its caption. It is packed when it is sent.
 *
 * @param name file name as the person will see it
 * @param gone said in its place where the store has none of the files any more, as HTML
 */
public record Archive(String name, List<Entry> entries, String gone) implements Attachment {

    public Archive {
        entries = List.copyOf(entries);
    }
}
