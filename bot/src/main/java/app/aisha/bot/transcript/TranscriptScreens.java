package app.aisha.bot.transcript;

import app.aisha.bot.menu.MenuText;
import app.aisha.bot.screen.Button;
import app.aisha.bot.screen.Document;
import app.aisha.bot.screen.Screen;
import app.aisha.bot.screen.Text;
import app.aisha.bot.wallet.WalletText.Amount;
import app.aisha.core.account.User;
import app.aisha.core.transcript.RecordingLimits;
import app.aisha.core.transcript.Transcript;
import app.aisha.core.transcript.TranscriptId;
import app.aisha.core.transcript.Wording;
import app.aisha.core.wallet.Till;
import java.util.Locale;
import java.util.Optional;

/** How transcripts look in each of their states. */
public final class TranscriptScreens {

    private static final int BEGINNING = 700;

    private final Reasons reasons;
    private final OfferScreen offerScreen;
    private final SpokenWords spoken;
    private final CardButtons more;

    public TranscriptScreens(RecordingLimits limits, Till till, SpokenWords spoken, CardButtons more) {
        this.reasons = new Reasons(limits);
        this.offerScreen = new OfferScreen(till);
        this.spoken = spoken;
        this.more = more;
    }

    /** The transcript as it stands, without a way back. */
    Screen of(Transcript transcript, User user) {
        return switch (transcript) {
            case Transcript.Queued queued -> inWork(queued);
            case Transcript.Waiting waiting -> offerScreen.of(waiting);
            case Transcript.Working working -> inWork(working);
            case Transcript.Ready ready -> card(ready, user);
            case Transcript.Failed failed -> Screen.saying(failed(failed)).row(delete(failed));
            case Transcript.Cancelled cancelled ->
                Screen.saying(cancelled(cancelled)).row(delete(cancelled));
        };
    }

    private static Text cancelled(Transcript.Cancelled cancelled) {
        return cancelled.returned().isNone()
                ? new TranscriptText.Cancelled()
                : new TranscriptText.CancelledAndReturned(Amount.of(cancelled.returned()));
    }

    private Text failed(Transcript.Failed failed) {
        var title = Titles.of(failed.heading());
        var reason = reasons.of(failed.problem());
        return failed.returned().isNone()
                ? new TranscriptText.Failed(title, reason)
                : new TranscriptText.FailedAndReturned(title, reason, Amount.of(failed.returned()));
    }

    /** The transcript opened from the history. */
    Screen opened(Transcript transcript, User user, Optional<TranscriptId> page) {
        return of(transcript, user).button(new MenuText.BackButton(), new TranscriptAction.History(page));
    }

    Screen wholeText(Transcript.Ready ready, User user) {
        var title = Titles.of(ready.heading());
        return Screen.saying(new TranscriptText.WholeText(title))
                .with(new Document(Titles.fileName(ready.heading(), user), spoken.of(ready, user.language()) + "\n"));
    }

    private static Screen inWork(Transcript transcript) {
        return Screen.saying(new TranscriptText.InWork(Titles.of(transcript.heading())))
                .button(new TranscriptText.CancelButton(), new TranscriptAction.Cancel(transcript.id()));
    }

    private Screen card(Transcript.Ready ready, User user) {
        var wording = ready.wording();
        var screen = Screen.saying(ready.original().isText() ? textWords(ready, user) : words(ready, user));
        var id = ready.id();
        var rename = new Button(new TranscriptText.RenameButton(), new TranscriptAction.Rename(id));
        var named = wording.text().isEmpty()
                ? screen.row(rename)
                : more.under(screen, ready)
                        .row(
                                new Button(new TranscriptText.WholeTextButton(), new TranscriptAction.WholeText(id)),
                                new Button(new TranscriptText.ExportButton(), new TranscriptAction.Export(id)),
                                rename);
        return aboutTheRecording(named, ready);
    }

    private static Screen aboutTheRecording(Screen screen, Transcript.Ready ready) {
        var id = ready.id();
        var named = ready.speakers().areKnown()
                ? screen.button(new SpeakerText.SpeakersButton(), new SpeakerAction.Open(id))
                : screen;
        if (ready.original().isText()) {
            return named.row(delete(ready));
        }
        var all = named.row(
                new Button(new RecordingText.OtherLanguageButton(), new RecordingAction.OpenLanguages(id)),
                new Button(new RecordingText.OriginalButton(), new RecordingAction.SendOriginal(id)));
        return ready.wording().lost() > 0
                ? all.button(new RecordingText.TryGapsButton(), new RecordingAction.TryGaps(id))
                        .row(delete(ready))
                : all.row(delete(ready));
    }

    private static Button delete(Transcript transcript) {
        return new Button(new RecordingText.DeleteButton(), new RecordingAction.AskDeletion(transcript.id()));
    }

    private Text words(Transcript.Ready ready, User user) {
        var wording = ready.wording();
        return new TranscriptText.Card(
                Titles.of(ready.heading()),
                ready.heading().createdAt().atZone(user.zone()),
                ready.original().length(),
                wording.words(),
                new MenuText.Both(language(wording, user), speakers(ready)),
                beginning(ready, user),
                notes(ready));
    }

    private Text textWords(Transcript.Ready ready, User user) {
        return new TranscriptText.TextCard(
                Titles.of(ready.heading()),
                ready.heading().createdAt().atZone(user.zone()),
                ready.wording().words(),
                speakers(ready),
                beginning(ready, user));
    }

    private static Text notes(Transcript.Ready ready) {
        Text lost = ready.wording().lost() > 0
                ? new TranscriptText.PiecesLost(ready.wording().lost())
                : new MenuText.Nothing();
        return ready.bill()
                .<Text>map(bill -> new MenuText.Both(lost, cost(bill)))
                .orElse(lost);
    }

    private static Text cost(Transcript.Bill bill) {
        if (bill.charged().isNone()) {
            return new TranscriptText.NotCharged(Amount.of(bill.returned()));
        }
        return bill.returned().isNone()
                ? new TranscriptText.Charged(Amount.of(bill.charged()))
                : new TranscriptText.ChargedInPart(Amount.of(bill.charged()), Amount.of(bill.returned()));
    }

    private static Text language(Wording wording, User user) {
        return wording.language()
                .map(code -> Locale.of(code).getDisplayLanguage(user.language().locale()))
                .<Text>map(TranscriptText.SpokenLanguage::new)
                .orElseGet(MenuText.Nothing::new);
    }

    private static Text speakers(Transcript.Ready ready) {
        return ready.speakers().areKnown()
                ? new SpeakerText.Count(ready.speakers().names().size())
                : new MenuText.Nothing();
    }

    /** Where there is no room for who says what, there is for what is said. */
    private Text beginning(Transcript.Ready ready, User user) {
        var wording = ready.wording();
        if (wording.text().isEmpty()) {
            return new TranscriptText.NothingSaid();
        }
        var named = spoken.of(ready, user.language());
        if (!wording.fitsMessage()) {
            return new TranscriptText.ShortQuote(start(named));
        }
        return new TranscriptText.Quote(Wording.fitsMessage(named) ? named : wording.text());
    }

    /** Ends after a word. */
    private static String start(String text) {
        var space = text.lastIndexOf(' ', BEGINNING);
        var end = space > 0 ? space : BEGINNING;
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end);
    }
}
