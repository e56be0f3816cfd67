package app.aisha.core.digest;

import app.aisha.core.transcript.Passage;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * As much of a transcript as is read at once. What it says is data, whatever it says.
 *
 * @param language ISO 639-1 code of what is spoken, where known
 * @param recordedOn the owner's day on which it was sent, from which "tomorrow" counts
 */
public record Excerpt(List<Passage> passages, Optional<String> language, LocalDate recordedOn) {

    public Excerpt {
        passages = List.copyOf(passages);
    }
}
