package app.aisha.core.picture;

import java.util.Optional;

/**
 * What a picture shall show, as a painter reads it and as its owner does.
 *
 * @param english what is painted; {@link #SLOT} stands where the subject is named, if anywhere
 * @param reading the same in the owner's language; empty where that is what {@code english} says already
 */
public record Wording(String english, Optional<String> reading) {

    /** Stands for the subject. */
    public static final String SLOT = "{subject}";

    /** What a painter and a chat message take. */
    public static final int LONGEST = 2000;

    public Wording {
        if (english.isBlank()
                || english.length() > LONGEST
                || reading.orElse("").length() > LONGEST) {
            throw new IllegalArgumentException("A wording has 1 to " + LONGEST + " characters");
        }
    }
}
