package app.aisha.core.transcript;

import app.aisha.core.media.MediaKey;
import app.aisha.core.media.MediaStore;
import app.aisha.core.media.MediaUnavailable;
import app.aisha.core.work.JobLine;
import app.aisha.core.work.JobOutcome;
import java.time.Duration;

/** Removes the stored bytes of a transcript that was deleted. May run any number of times. */
public final class EraseRecording {

    private static final Duration PAUSE = Duration.ofSeconds(30);

    private final MediaStore media;
    private final JobLine line;

    public EraseRecording(MediaStore media, JobLine line) {
        this.media = media;
        this.line = line;
    }

    /**
     * Answers when to come again, if at all: while the store is away, and while a worker that has not noticed yet may still
     * store something.
     */
    public JobOutcome erase(TranscriptJob.Erase erase) {
        if (line.holds(new TranscriptJob.Transcribe(erase.transcript()))
                || line.holds(new TranscriptJob.Continue(erase.transcript()))) {
            return new JobOutcome.Again(PAUSE, "its work has not left the line");
        }
        try {
            media.empty(new MediaKey(erase.subject()));
            return new JobOutcome.Finished();
        } catch (MediaUnavailable e) {
            return new JobOutcome.Again(PAUSE, String.valueOf(e.getMessage()));
        }
    }
}
