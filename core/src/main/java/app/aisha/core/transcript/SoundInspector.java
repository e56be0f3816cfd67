package app.aisha.core.transcript;

import java.nio.file.Path;
import java.time.Duration;

/** Looks into a file and says what can be heard in it, by its bytes and never by its name. Thread-safe. */
public interface SoundInspector {

    Inspection inspect(Path file) throws SoundToolUnavailable, InterruptedException;

    sealed interface Inspection {

        /**
         * The file has a sound track.
         *
         * @param container what the bytes are, in the words of ffmpeg: ogg, mp3, wav, flac, mov, matroska, …
         * @param length of the sound track, measured where it is short or no header tells it; at least a tenth of a second
         */
        record Sound(String container, Duration length, int channels) implements Inspection {}

        record NoSound(RecordingProblem problem) implements Inspection {}
    }
}
