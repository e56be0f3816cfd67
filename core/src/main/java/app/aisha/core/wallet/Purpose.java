package app.aisha.core.wallet;

import java.util.UUID;

/**
 * What credits are spent on.
 *
 * @param subject id of the thing, in its own feature
 */
public record Purpose(Kind kind, UUID subject) {

    /** What can be paid for. */
    public enum Kind {
        TRANSCRIPT,
        AVATAR,
        PICTURE
    }
}
