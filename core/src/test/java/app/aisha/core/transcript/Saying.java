package app.aisha.core.transcript;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What was said, as a test needs it. */
public final class Saying {

    private Saying() {}

    /** In one passage, at these seconds of the recording. */
    public static Piece.Result.Said said(int start, int end, String text, String language) {
        return new Piece.Result.Said(List.of(passage(start, end, text)), Optional.of(language));
    }

    /** A passage without a voice, at these seconds of the recording. */
    public static Passage passage(int start, int end, String text) {
        return new Passage(
                Optional.of(new Stretch(Duration.ofSeconds(start), Duration.ofSeconds(end))), Optional.empty(), text);
    }
}
