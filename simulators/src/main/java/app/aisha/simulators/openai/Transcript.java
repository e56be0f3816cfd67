package app.aisha.simulators.openai;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What was recognised in one upload.
 *
 * @param words with times in seconds of the upload
 * @param language code the answer is in
 * @param silent whether nothing was to be heard
 */
record Transcript(String text, List<Word> words, String language, double duration, boolean silent) {
    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final int WORDS_PER_SEGMENT = 12;

    /** A stretch of words shown together. */
    record Segment(double start, double end, String text, String voice) {
        static Segment of(List<Word> words) {
            return new Segment(
                    words.getFirst().start(),
                    words.getLast().end(),
                    words.stream().map(Word::text).collect(Collectors.joining(" ")),
                    words.getFirst().voice());
        }
    }

    /** A text whose words are spread evenly over the duration. */
    static Transcript spread(String text, String language, double duration, boolean silent) {
        var parts = SPACE.splitAsStream(text).filter(part -> !part.isEmpty()).toList();
        var words = new ArrayList<Word>();
        double step = parts.isEmpty() ? 0 : duration / parts.size();
        for (int i = 0; i < parts.size(); i++) {
            words.add(new Word(parts.get(i), i * step, (i + 1) * step));
        }
        return new Transcript(text, List.copyOf(words), language, duration, silent);
    }

    /** Each of one voice. */
    List<Segment> segments() {
        var segments = new ArrayList<Segment>();
        var first = 0;
        for (int i = 1; i <= words.size(); i++) {
            if (i == words.size()
                    || i - first == WORDS_PER_SEGMENT
                    || !words.get(i).voice().equals(words.get(first).voice())) {
                segments.add(Segment.of(words.subList(first, i)));
                first = i;
            }
        }
        return List.copyOf(segments);
    }
}
