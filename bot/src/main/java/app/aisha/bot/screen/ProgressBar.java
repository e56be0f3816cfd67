package app.aisha.bot.screen;

/** How much of a work is done, for the eye. */
public final class ProgressBar {

    private static final int CELLS = 10;

    private ProgressBar() {}

    /** Ten cells, so many of them full as the part that is done, rounded down. */
    public static String of(int done, int total) {
        var full = Math.min(CELLS, done * CELLS / Math.max(1, total));
        return "▰".repeat(full) + "▱".repeat(CELLS - full);
    }
}
