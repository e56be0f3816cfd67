package app.aisha.core.transcript;

import java.time.Duration;
import java.util.Optional;

/**
 * A sentence or paragraph of a transcript, the smallest part of it that has a place.
 *
 * @param place where it is heard in the recording; empty in what was sent as text without times
 * @param speaker label of the voice; empty where voices were not told apart
 * @param text one paragraph without line breaks, never blank; NUL, which no database keeps, is left out
 */
public record Passage(Optional<Stretch> place, Optional<String> speaker, String text) {

    private static final String GAP = "[…]";

    public Passage {
        text = text.replace("\0", "");
        if (text.isBlank()) {
            throw new IllegalArgumentException("A passage without words");
        }
    }

    /** What stands for a stretch that could not be recognised. */
    static Passage gap(Stretch place) {
        return new Passage(Optional.of(place), Optional.empty(), GAP);
    }

    /** Whether it stands for a stretch that could not be recognised. */
    public boolean isGap() {
        return text.equals(GAP);
    }

    Passage saidBy(String label) {
        return new Passage(place, Optional.of(label), text);
    }

    /** Begins at this moment, if it would begin earlier. */
    Passage notBefore(Duration earliest) {
        return new Passage(place.map(told -> told.notBefore(earliest)), speaker, text);
    }

    /** With other words for those from here on; sound and letters go along evenly. */
    Passage upTo(int end, String word) {
        var kept = (text.substring(0, end) + word).strip();
        return new Passage(place.map(whole -> whole.firstPart(end + word.length(), text.length())), speaker, kept);
    }

    /** Without what stands before; empty where nothing is left. */
    Optional<Passage> from(int start) {
        var kept = text.substring(start).strip();
        return kept.isEmpty()
                ? Optional.empty()
                : Optional.of(new Passage(place.map(whole -> whole.lastPart(start, text.length())), speaker, kept));
    }
}
