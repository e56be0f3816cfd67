package app.aisha.bot.screen;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Cuts a long text into what fits a message. */
public final class Portions {

    /** Characters of a message, after its markup was taken away (Bot API, sendMessage). */
    public static final int MESSAGE = 4_096;

    /** Characters of a caption, after its markup was taken away (Bot API, sendDocument). */
    public static final int CAPTION = 1_024;

    /** Not before what changes the look of the character before it. */
    private static final String UNCHANGED = "(?![\\p{M}\\p{IsEmoji_Modifier}\\u200C\\u200D])";

    /** Places to cut at, the best first; each ends with what it is recognised by. */
    private static final List<Pattern> SEAMS = List.of(
            Pattern.compile("\\n\\n+"),
            Pattern.compile("\\n"),
            Pattern.compile("[.!?…]+[»”\")]*\\s++" + UNCHANGED),
            Pattern.compile("\\s++" + UNCHANGED));

    private static final Pattern GRAPHEME = Pattern.compile("\\X");

    private Portions() {}

    /**
     * Portions that give the text when put one after the other; each ends with a paragraph, else a line, a sentence, a word, a
     * visible character, wherever that leaves it at least half full. A visible character is cut only where it is longer than
     * half a portion, one of two units never.
     *
     * @param limit in UTF-16 units, as Telegram counts; at least 2
     */
    public static List<String> of(String text, int limit) {
        var portions = new ArrayList<String>();
        var rest = text;
        while (rest.length() > limit) {
            var end = end(rest, limit);
            portions.add(rest.substring(0, end));
            rest = rest.substring(end);
        }
        if (!rest.isEmpty()) {
            portions.add(rest);
        }
        return portions;
    }

    private static int end(String text, int limit) {
        for (var seam : SEAMS) {
            var end = last(seam, text, limit);
            if (end > limit / 2) {
                return end;
            }
        }
        var end = last(GRAPHEME, text, limit);
        return end > limit / 2 ? end : Character.isHighSurrogate(text.charAt(limit - 1)) ? limit - 1 : limit;
    }

    /** Where the last of these ends that fits; 0 for none. */
    private static int last(Pattern seam, String text, int limit) {
        var found = seam.matcher(text).region(0, Math.min(text.length(), 2 * limit));
        var end = 0;
        while (found.find() && found.end() <= limit) {
            end = found.end();
        }
        return end;
    }
}
