package app.aisha.core.transcript;

import app.aisha.core.media.MediaKey;
import java.time.Duration;

/**
 * The stored bytes of a recording and what they turned out to be.
 *
 * @param container as {@link SoundInspector.Inspection.Sound} or {@link TextFormat#container} names it
 * @param length zero in a text without times
 */
public record Original(MediaKey key, String container, Duration length) {

    /** Whether it was written and not recorded, so that nothing can be heard in it. */
    public boolean isText() {
        return TextFormat.isContainer(container);
    }
}
