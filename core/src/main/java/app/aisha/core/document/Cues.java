package app.aisha.core.document;

import app.aisha.core.document.Block.Speech;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/**
 * The speeches of a document as subtitles, one after the other: where people talk at the same time, who began first ends
 * early. No cue is shorter than half a second, even if that delays the next.
 */
final class Cues {

    private static final long LONGEST = 7_000;
    private static final long SHORTEST = 500;
    private static final int FEWEST_CHARACTERS = 24;

    private final Function<Speech, String> wording;
    private final Listener listener;
    private long shownUntil;

    private Cues(Function<Speech, String> wording, Listener listener) {
        this.wording = wording;
        this.listener = listener;
    }

    /** Hands over the cues in the order of their times. The wording says what is shown of a speech. */
    static void of(TextDocument document, Function<Speech, String> wording, Listener listener) throws IOException {
        var speeches = document.blocks().stream()
                .filter(Speech.class::isInstance)
                .map(Speech.class::cast)
                .sorted(Comparator.comparing(Speech::start))
                .toList();
        var cues = new Cues(wording, listener);
        for (var i = 0; i < speeches.size(); i++) {
            var next = i + 1 < speeches.size() ? speeches.get(i + 1).start().toMillis() : Long.MAX_VALUE;
            cues.show(speeches.get(i), next);
        }
    }

    /** Shares the time among the cues by the length of their text. */
    private void show(Speech speech, long next) throws IOException {
        var start = speech.start().toMillis();
        var end = next > start
                ? Math.min(speech.end().toMillis(), next)
                : speech.end().toMillis();
        var text = wording.apply(speech);
        var cuts = CueText.cut(text, charactersInLongest(text.length(), end - start));
        var total = cuts.stream().mapToLong(Cues::length).sum();
        var before = 0L;
        for (var lines : cuts) {
            var after = before + length(lines);
            show(start + (end - start) * before / total, start + (end - start) * after / total, speech, lines);
            before = after;
        }
    }

    private void show(long start, long end, Speech speech, List<String> lines) throws IOException {
        var from = Math.max(start, shownUntil);
        shownUntil = Math.clamp(end, from + SHORTEST, from + LONGEST);
        listener.cue(new Cue(from, shownUntil, speech.speaker(), lines));
    }

    private static int charactersInLongest(int length, long duration) {
        var characters = duration == 0 ? CueText.MOST_CHARACTERS : length * LONGEST / duration;
        return Math.clamp(characters, FEWEST_CHARACTERS, CueText.MOST_CHARACTERS);
    }

    private static long length(List<String> lines) {
        return lines.stream().mapToLong(String::length).sum();
    }

    @FunctionalInterface
    interface Listener {

        void cue(Cue cue) throws IOException;
    }
}
