package app.aisha.core.transcript;

import app.aisha.core.media.MediaKey;
import java.time.Duration;

/**
 * The stored bytes of a recording and what they turned out to be.
 *
 * @param container as {@link SoundInspector.Inspection.Sound} names it
 */
public record Original(MediaKey key, String container, Duration length) {}
