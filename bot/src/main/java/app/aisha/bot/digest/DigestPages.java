package app.aisha.bot.digest;

import app.aisha.bot.screen.Portions;
import app.aisha.bot.screen.Text;
import app.aisha.bot.screen.Texts;
import app.aisha.core.account.Language;
import java.util.ArrayList;
import java.util.List;

/** Lines in pages that fit a message. */
final class DigestPages {

    /** What stands around the lines takes the rest. */
    private static final int CAPACITY = Portions.MESSAGE * 2 / 3;

    private DigestPages() {}

    /**
     * One page or more.
     *
     * @param most lines of a page
     */
    static List<List<Text>> of(List<Text> lines, int most, Texts texts, Language language) {
        var pages = new ArrayList<List<Text>>();
        var page = new ArrayList<Text>();
        var length = 0;
        for (var line : lines) {
            var more = texts.plain(line, language).length();
            if (!page.isEmpty() && (length + more > CAPACITY || page.size() == most)) {
                pages.add(List.copyOf(page));
                page.clear();
                length = 0;
            }
            page.add(line);
            length += more;
        }
        pages.add(List.copyOf(page));
        return pages;
    }
}
