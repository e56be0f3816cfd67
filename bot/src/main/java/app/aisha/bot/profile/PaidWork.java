package app.aisha.bot.profile;

import app.aisha.bot.screen.Text;
import app.aisha.bot.transcript.Reasons;
import app.aisha.bot.transcript.Titles;
import app.aisha.core.account.User;
import app.aisha.core.transcript.EndTranscript;
import app.aisha.core.transcript.RecordingLimits;
import app.aisha.core.transcript.RecordingProblem;
import app.aisha.core.transcript.Transcript;
import app.aisha.core.transcript.TranscriptId;
import app.aisha.core.transcript.Transcripts;
import app.aisha.core.wallet.Purpose;
import java.util.Arrays;
import java.util.Optional;

/** What credits were spent on, in words. */
public final class PaidWork {

    private final Transcripts transcripts;
    private final Reasons reasons;

    public PaidWork(Transcripts transcripts, RecordingLimits limits) {
        this.transcripts = transcripts;
        this.reasons = new Reasons(limits);
    }

    /** Empty where it was something else or is not there any more. */
    Optional<Transcript> transcript(Purpose purpose, User user) {
        return purpose.kind() == Purpose.Kind.TRANSCRIPT
                ? transcripts.find(new TranscriptId(purpose.subject()), user.id())
                : Optional.empty();
    }

    /** Its own title where it is still there, else what kind of thing it was. */
    static Text title(Purpose purpose, Optional<Transcript> transcript) {
        return switch (purpose.kind()) {
            case TRANSCRIPT ->
                transcript
                        .<Text>map(found -> new ProfileText.Transcript(Titles.onButton(found.heading())))
                        .orElseGet(ProfileText.SomeTranscript::new);
            case AVATAR -> new ProfileText.SomeAvatar();
            case PICTURE -> new ProfileText.SomePicture();
        };
    }

    /** Why nothing was charged, from the note of the release. */
    Text because(String note) {
        return switch (note) {
            case EndTranscript.CANCELLED -> new ProfileText.BecauseCancelled();
            case EndTranscript.NOTHING_SAID -> new ProfileText.BecauseNothingWasSaid();
            default ->
                Arrays.stream(RecordingProblem.values())
                        .filter(problem -> problem.name().equals(note))
                        .findAny()
                        .map(reasons::of)
                        .orElseGet(ProfileText.BecauseItFailed::new);
        };
    }
}
