package app.aisha.core.transcript;

import org.jspecify.annotations.Nullable;

/** The tool that decodes sound is missing on this machine or could not be run; nothing is known about the file. */
public final class SoundToolUnavailable extends Exception {

    public SoundToolUnavailable(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
