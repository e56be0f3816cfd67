package app.aisha.core.transcript;

import java.util.Optional;

/**
 * A sentence or paragraph of a finished transcript, the smallest part of it that has a place.
 *
 * @param place where it is heard in the recording; empty in what was sent as text without times
 * @param speaker label of the voice, as {@link Speakers} knows it; empty where voices were not told apart
 * @param text one paragraph without line breaks, never blank
 */
public record Passage(Optional<Stretch> place, Optional<String> speaker, String text) {

    public Passage {
        if (text.isBlank()) {
            throw new IllegalArgumentException("A passage without words");
        }
    }
}
