package app.aisha.bot.screen;

/** Words that have to fit a line. */
public final class Shortened {

    private Shortened() {}

    /** The words, or their first {@code longest} code points and an ellipsis. */
    public static String to(int longest, String words) {
        return words.codePointCount(0, words.length()) <= longest
                ? words
                : words.substring(0, words.offsetByCodePoints(0, longest)) + "…";
    }
}
