package app.aisha.core.transcript;

import app.aisha.core.media.MediaKey;
import app.aisha.core.media.RemoteFiles;
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
 * @param stored bytes of ours to begin with in place of Telegram's, where the same sound is listened to once more
 */
public record Recording(
        long message,
        String file,
        Kind kind,
        Optional<String> name,
        Duration claimedLength,
        long claimedBytes,
        Optional<MediaKey> stored) {

    /** As it comes from a person. */
    public Recording(
            long message, String file, Kind kind, Optional<String> name, Duration claimedLength, long claimedBytes) {
        this(message, file, kind, name, claimedLength, claimedBytes, Optional.empty());
    }

    /** The same, taken from bytes that are stored already. */
    public Recording from(MediaKey key) {
        return new Recording(message, file, kind, name, claimedLength, claimedBytes, Optional.of(key));
    }

    /** How a recording can be sent. */
    public enum Kind {
        VOICE,
        AUDIO,
        VIDEO,
        VIDEO_NOTE,
        DOCUMENT
    }
}
