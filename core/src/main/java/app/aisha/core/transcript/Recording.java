package app.aisha.core.transcript;

import java.time.Duration;
import java.util.Optional;

/**
 * A recording as a person sent it. Name, length and size are what the person's device claimed; only the bytes decide.
 *
 * @param message number of the message in the person's chat; a person's message holds one recording, so owner and message
 *     together identify what was sent
 * @param file what {@link RemoteFiles} fetches it by
 * @param kind how it was sent
 * @param name file name, where one was given; unescaped
 * @param claimedLength zero where nothing was claimed
 * @param claimedBytes zero where nothing was claimed
 */
public record Recording(
        long message, String file, Kind kind, Optional<String> name, Duration claimedLength, long claimedBytes) {

    /** How a recording can be sent. */
    public enum Kind {
        VOICE,
        AUDIO,
        VIDEO,
        VIDEO_NOTE,
        DOCUMENT
    }
}
