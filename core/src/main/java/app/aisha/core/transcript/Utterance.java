package app.aisha.core.transcript;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;

/** Passages that follow each other, as one text that can be cut at any character. */
record Utterance(List<Passage> passages) {

    Utterance {
        passages = List.copyOf(passages);
    }

    boolean isEmpty() {
        return passages.isEmpty();
    }

    /** The words with a space between passages. */
    String text() {
        return passages.stream().map(Passage::text).collect(joining(" "));
    }

    /** What stands before this character, and the word in place of the rest of the passage. */
    Utterance upTo(int end, String word) {
        var kept = new ArrayList<Passage>();
        var start = 0;
        for (var passage : passages) {
            var next = start + passage.text().length();
            if (next <= end) {
                kept.add(passage);
            } else if (start < end || !word.isEmpty()) {
                kept.add(passage.upTo(end - start, word));
                break;
            } else {
                break;
            }
            start = next + 1;
        }
        return new Utterance(kept);
    }

    /** Without what stands before this character. */
    Utterance from(int begin) {
        var kept = new ArrayList<Passage>();
        var start = 0;
        for (var passage : passages) {
            var next = start + passage.text().length();
            if (start >= begin) {
                kept.add(passage);
            } else if (next > begin) {
                passage.from(begin - start).ifPresent(kept::add);
            }
            start = next + 1;
        }
        return new Utterance(kept);
    }
}
