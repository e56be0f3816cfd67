package app.aisha.bot.transcript;

import app.aisha.bot.screen.Text;
import app.aisha.core.transcript.RecordingLimits;
import app.aisha.core.transcript.RecordingProblem;
import app.aisha.core.transcript.TextFiles;

/** Why a recording has no text, and what to do about it. */
public final class Reasons {

    private final RecordingLimits limits;

    public Reasons(RecordingLimits limits) {
        this.limits = limits;
    }

    public Text of(RecordingProblem problem) {
        return switch (problem) {
            case EMPTY -> new TranscriptText.Empty();
            case NOT_A_RECORDING -> new TranscriptText.NotARecording();
            case NO_SOUND_TRACK -> new TranscriptText.NoSoundTrack();
            case TOO_SHORT -> new TranscriptText.TooShort();
            case TOO_LONG -> new TranscriptText.TooLong((int) limits.length().toHours());
            case TOO_LARGE -> new TranscriptText.TooLarge((int) (limits.bytes() >> 20));
            case BROKEN -> new TranscriptText.Broken();
            case GONE -> new TranscriptText.Gone();
            case REFUSED -> new TranscriptText.Refused();
            case NO_SERVICE -> new TranscriptText.NoService();
            case TEXT_TOO_LONG ->
                new TranscriptText.TextTooLong(
                        TextFiles.MOST_CHARACTERS, TextFiles.LARGEST_TEXT >> 20, TextFiles.LARGEST_DOCUMENT >> 20);
            case NO_WORDS -> new TranscriptText.NoWords();
            case DOCUMENT_BROKEN -> new TranscriptText.DocumentBroken();
            case DOCUMENT_LOCKED -> new TranscriptText.DocumentLocked();
            case DOCUMENT_UNKNOWN -> new TranscriptText.DocumentUnknown();
            case INTERNAL -> new TranscriptText.Internal();
        };
    }
}
