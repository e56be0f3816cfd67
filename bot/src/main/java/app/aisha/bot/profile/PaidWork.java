package app.aisha.bot.profile;

import app.aisha.bot.avatar.TrainingReasons;
import app.aisha.bot.picture.PictureReasons;
import app.aisha.bot.screen.Text;
import app.aisha.bot.transcript.Reasons;
import app.aisha.bot.transcript.Titles;
import app.aisha.core.account.User;
import app.aisha.core.avatar.EndTraining;
import app.aisha.core.avatar.TrainingProblem;
import app.aisha.core.picture.EndPicture;
import app.aisha.core.picture.PictureProblem;
import app.aisha.core.transcript.EndTranscript;
import app.aisha.core.transcript.RecordingLimits;
import app.aisha.core.transcript.RecordingProblem;
import app.aisha.core.transcript.Transcript;
import app.aisha.core.transcript.TranscriptId;
import app.aisha.core.transcript.Transcripts;
import app.aisha.core.wallet.Purpose;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;

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

    /** Why nothing was charged for something of this kind, from the note of the release. */
    Text because(Purpose.Kind kind, String note) {
        return switch (kind) {
            case TRANSCRIPT ->
                note.equals(EndTranscript.NOTHING_SAID)
                        ? new ProfileText.BecauseNothingWasSaid()
                        : because(note, EndTranscript.CANCELLED, RecordingProblem.values(), reasons::of);
            case AVATAR -> because(note, EndTraining.CANCELLED, TrainingProblem.values(), TrainingReasons::of);
            case PICTURE ->
                because(
                        note,
                        EndPicture.CANCELLED,
                        PictureProblem.values(),
                        problem -> new ProfileText.Because(PictureReasons.of(problem)));
        };
    }

    private static <P extends Enum<P>> Text because(
            String note, String cancelled, P[] problems, Function<P, Text> words) {
        if (note.equals(cancelled)) {
            return new ProfileText.BecauseCancelled();
        }
        return Arrays.stream(problems)
                .filter(problem -> problem.name().equals(note))
                .findAny()
                .map(words)
                .orElseGet(ProfileText.BecauseItFailed::new);
    }
}
