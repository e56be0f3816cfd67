package app.aisha.bot.transcript;

import app.aisha.bot.routing.Announcer;
import app.aisha.bot.screen.ProgressBar;
import app.aisha.bot.screen.Screen;
import app.aisha.bot.screen.Text;
import app.aisha.core.account.User;
import app.aisha.core.transcript.Transcript;
import app.aisha.core.transcript.TranscriptNotice;
import app.aisha.core.transcript.Transcripts;
import app.aisha.core.work.Notice;
import java.util.Optional;

/** Says how a transcript is coming along. */
public final class TranscriptAnnouncer implements Announcer {

    private final Transcripts transcripts;
    private final TranscriptScreens screens;

    public TranscriptAnnouncer(Transcripts transcripts, TranscriptScreens screens) {
        this.transcripts = transcripts;
        this.screens = screens;
    }

    @Override
    public Optional<Screen> announce(Notice notice, User user) {
        return notice instanceof TranscriptNotice own
                ? transcripts.find(own.transcript(), user.id()).flatMap(transcript -> announce(own, transcript, user))
                : Optional.empty();
    }

    private Optional<Screen> announce(TranscriptNotice notice, Transcript transcript, User user) {
        var screen = switch (notice) {
            case TranscriptNotice.InLine inLine -> Optional.of(progress(inLine, inLine(inLine.ahead())));
            case TranscriptNotice.Fetching _ -> Optional.of(step(notice, new TranscriptText.Fetching(), user));
            case TranscriptNotice.Preparing _ -> Optional.of(step(notice, new TranscriptText.Preparing(), user));
            case TranscriptNotice.Listening listening ->
                Optional.of(step(notice, listening(listening.done(), listening.total()), user));
            case TranscriptNotice.Writing _ -> Optional.of(step(notice, new TranscriptText.Writing(), user));
            case TranscriptNotice.Paused _ -> Optional.of(progress(notice, new TranscriptText.Paused()));
            case TranscriptNotice.Offered _, TranscriptNotice.Over _ -> Optional.of(screens.of(transcript, user));
            case TranscriptNotice.HearingGaps gaps ->
                Optional.of(Screen.saying(new RecordingText.HearingGaps(gaps.done(), gaps.total())));
            case TranscriptNotice.GapsHeard gaps -> Optional.of(gapsHeard(gaps, transcript));
            case TranscriptNotice.WholeText _ -> wholeText(transcript, user);
        };
        return screen.map(
                shown -> shown.replyingTo(transcript.heading().recording().message()));
    }

    private static Screen gapsHeard(TranscriptNotice.GapsHeard gaps, Transcript transcript) {
        var title = Titles.of(transcript.heading());
        var words = gaps.filled() == 0
                ? new RecordingText.GapsStay(title, gaps.left())
                : gaps.left() == 0
                        ? new RecordingText.GapsFilled(title, gaps.filled())
                        : new RecordingText.GapsFilledInPart(title, gaps.filled(), gaps.left());
        return Screen.saying(words).button(new RecordingText.OpenButton(), TranscriptAction.Open.of(transcript.id()));
    }

    private Optional<Screen> wholeText(Transcript transcript, User user) {
        return transcript instanceof Transcript.Ready ready
                ? Optional.of(screens.wholeText(ready, user))
                : Optional.empty();
    }

    /**
     * One step. To a person who does not want to hear of steps it is the receipt once more: a screen that is shown already is
     * not sent again, and a receipt that a quick step has overtaken still comes.
     */
    private static Screen step(TranscriptNotice notice, Text words, User user) {
        return progress(notice, user.preferences().showsProgress() ? words : new TranscriptText.NextInLine());
    }

    private static Screen progress(TranscriptNotice notice, Text words) {
        return Screen.saying(words)
                .button(new TranscriptText.CancelButton(), new TranscriptAction.Cancel(notice.transcript()));
    }

    private static Text inLine(int ahead) {
        return ahead == 0 ? new TranscriptText.NextInLine() : new TranscriptText.InLine(ahead);
    }

    private static Text listening(int done, int total) {
        return new TranscriptText.Listening(ProgressBar.of(done, total), done, total);
    }
}
