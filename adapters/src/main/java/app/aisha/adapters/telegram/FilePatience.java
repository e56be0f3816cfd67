package app.aisha.adapters.telegram;

import java.time.Duration;

/**
 * How long files are waited for.
 *
 * @param call for an answer to {@code getFile} that needs no fetching
 * @param largeCall for one that does
 * @param turns how many may wait so long at once
 * @param download for the bytes, to the last one
 */
record FilePatience(Duration call, Duration largeCall, int turns, Duration download) {

    private static final Duration CALL = Duration.ofSeconds(15);
    private static final Duration LARGE = Duration.ofMinutes(30);
    private static final Duration DOWNLOAD = Duration.ofMinutes(5);
    private static final int TURNS = 4;

    static FilePatience with(FileSource source) {
        return new FilePatience(CALL, LARGE, TURNS, source instanceof FileSource.Cloud ? DOWNLOAD : LARGE);
    }
}
