package app.aisha.bot.transcript;

import app.aisha.bot.menu.MenuAction;
import app.aisha.bot.menu.MenuText;
import app.aisha.bot.menu.Pages;
import app.aisha.bot.routing.Dialog;
import app.aisha.bot.routing.RecordingTaker;
import app.aisha.bot.screen.Action;
import app.aisha.bot.screen.Screen;
import app.aisha.bot.screen.Step;
import app.aisha.bot.screen.Text;
import app.aisha.bot.screen.Turn;
import app.aisha.bot.wallet.WalletText.Amount;
import app.aisha.core.account.User;
import app.aisha.core.transcript.AcceptRecording;
import app.aisha.core.transcript.CancelTranscript;
import app.aisha.core.transcript.ConfirmTranscript;
import app.aisha.core.transcript.Recording;
import app.aisha.core.transcript.RenameTranscript;
import app.aisha.core.transcript.Transcript;
import app.aisha.core.transcript.TranscriptId;
import app.aisha.core.transcript.Transcripts;
import app.aisha.core.wallet.QuoteId;
import java.time.Instant;
import java.util.Optional;

/** Takes recordings in and leads through what became of them. */
public final class TranscriptDialog implements Dialog, RecordingTaker {

    private static final int PAGE = 5;

    private final Transcripts transcripts;
    private final AcceptRecording acceptRecording;
    private final CancelTranscript cancelTranscript;
    private final RenameTranscript renameTranscript;
    private final ConfirmTranscript confirmTranscript;
    private final TranscriptScreens screens;
    private final ExportScreens exportScreens;

    public TranscriptDialog(
            Transcripts transcripts,
            AcceptRecording acceptRecording,
            CancelTranscript cancelTranscript,
            RenameTranscript renameTranscript,
            ConfirmTranscript confirmTranscript,
            TranscriptScreens screens,
            ExportScreens exportScreens) {
        this.transcripts = transcripts;
        this.acceptRecording = acceptRecording;
        this.cancelTranscript = cancelTranscript;
        this.renameTranscript = renameTranscript;
        this.confirmTranscript = confirmTranscript;
        this.screens = screens;
        this.exportScreens = exportScreens;
    }

    /** A recording may come at any time and never disturbs an open dialog; its progress is told by notices. */
    @Override
    public Turn recorded(Recording recording, Instant at, User user) {
        return switch (acceptRecording.accept(
                user.id(), recording, user.preferences().recognitionLanguage(), at)) {
            case AcceptRecording.Outcome.Accepted _, AcceptRecording.Outcome.KnownAlready _ -> Turn.silence();
            case AcceptRecording.Outcome.TooLarge(var bytes) ->
                refused(recording, new TranscriptText.TooLarge((int) (bytes >> 20)));
            case AcceptRecording.Outcome.TooLong(var hours) -> refused(recording, new TranscriptText.TooLong(hours));
        };
    }

    @Override
    public Optional<Turn> tapped(Action action, User user) {
        return action instanceof TranscriptAction own ? Optional.of(tapped(own, user)) : Optional.empty();
    }

    private Turn tapped(TranscriptAction action, User user) {
        return switch (action) {
            case TranscriptAction.History(var from) -> history(user, from);
            case TranscriptAction.Open(var id, var page) ->
                find(id, user)
                        .map(found -> Turn.show(screens.opened(found, user, page)))
                        .orElseGet(() -> notFound(user));
            case TranscriptAction.WholeText(var id) ->
                transcripts
                        .ready(id, user.id())
                        .map(ready -> wholeText(ready, user))
                        .orElseGet(() -> notFound(user));
            case TranscriptAction.Export(var id) ->
                transcripts
                        .ready(id, user.id())
                        .map(ready -> Turn.show(exportScreens.formats(ready)))
                        .orElseGet(() -> notFound(user));
            case TranscriptAction.ExportAs(var id, var format) ->
                transcripts
                        .ready(id, user.id())
                        .map(ready -> exportScreens.file(ready, format, user))
                        .orElseGet(() -> notFound(user));
            case TranscriptAction.Rename(var id) ->
                transcripts.ready(id, user.id()).map(TranscriptDialog::askTitle).orElseGet(() -> notFound(user));
            case TranscriptAction.Confirm(var quote) -> confirm(quote, user);
            case TranscriptAction.Cancel(var id) -> cancel(id, user);
        };
    }

    @Override
    public Optional<Turn> said(String words, Step step, User user) {
        return step instanceof TranscriptStep.Naming naming ? Optional.of(name(words, naming, user)) : Optional.empty();
    }

    @Override
    public Optional<Turn> commanded(String command, User user) {
        return command.equals("transcripts") ? Optional.of(history(user, Optional.empty())) : Optional.empty();
    }

    /** With words after it, the command is a search. */
    @Override
    public Optional<Turn> commanded(String command, String words, User user) {
        return words.isBlank() ? commanded(command, user) : Optional.empty();
    }

    private Turn history(User user, Optional<TranscriptId> from) {
        var page = transcripts.page(user.id(), from, PAGE);
        if (page.items().isEmpty()) {
            return Turn.show(Screen.saying(new TranscriptText.NoHistory())
                    .button(new MenuText.BackButton(), new MenuAction.OpenMenu()));
        }
        var screen = Screen.saying(new TranscriptText.History());
        for (var item : page.items()) {
            screen = screen.button(label(item), new TranscriptAction.Open(item.id(), from));
        }
        var turning = Pages.turning(
                page.newer().map(TranscriptDialog::list), page.older().map(TranscriptDialog::list));
        return Turn.show(screen.row(turning)
                .button(new SearchText.SearchButton(), new SearchAction.Ask())
                .button(new MenuText.BackButton(), new MenuAction.OpenMenu()));
    }

    private static TranscriptAction.History list(TranscriptId from) {
        return new TranscriptAction.History(Optional.of(from));
    }

    private static Text label(Transcript transcript) {
        var title = Titles.onButton(transcript.heading());
        return switch (transcript) {
            case Transcript.Ready ready when ready.original().isText() -> new TranscriptText.TextItem(title);
            case Transcript.Ready ready ->
                new TranscriptText.ReadyItem(title, ready.original().length());
            case Transcript.Waiting _ -> new TranscriptText.OfferedItem(title);
            case Transcript.Queued _, Transcript.Working _ -> new TranscriptText.WaitingItem(title);
            case Transcript.Failed _ -> new TranscriptText.FailedItem(title);
            case Transcript.Cancelled _ -> new TranscriptText.CancelledItem(title);
        };
    }

    private Turn wholeText(Transcript.Ready ready, User user) {
        return Turn.aside(screens.wholeText(ready, user)).toast(new TranscriptText.FileSent());
    }

    private static Turn askTitle(Transcript.Ready ready) {
        return Turn.aside(Screen.saying(new TranscriptText.AskTitle(Titles.of(ready.heading()))))
                .expecting(new TranscriptStep.Naming(ready.id()));
    }

    private Turn name(String words, TranscriptStep.Naming naming, User user) {
        return switch (renameTranscript.rename(naming.transcript(), user.id(), words)) {
            case RenameTranscript.Outcome.Renamed(var renamed) ->
                Turn.show(screens.opened(renamed, user, Optional.empty()));
            case RenameTranscript.Outcome.BadTitle _ ->
                Turn.show(Screen.saying(new TranscriptText.BadTitle(Transcript.Heading.TITLE_LIMIT)))
                        .expecting(naming);
            case RenameTranscript.Outcome.Unknown _ -> notFound(user);
        };
    }

    private Turn confirm(QuoteId quote, User user) {
        return switch (confirmTranscript.confirm(quote, user.id())) {
            case ConfirmTranscript.Outcome.Started started ->
                redrawn(started.transcript(), user, new TranscriptText.Started());
            case ConfirmTranscript.Outcome.StartedAlready(var id) ->
                redrawn(id, user, new TranscriptText.StartedAlready());
            case ConfirmTranscript.Outcome.TooPoor(var id, var price, var balance) ->
                redrawn(id, user, new TranscriptText.TooPoor(Amount.of(price.minus(balance.free()))));
            case ConfirmTranscript.Outcome.Outdated(var id, var before, var now) ->
                redrawn(
                        id,
                        user,
                        before.equals(now)
                                ? new TranscriptText.OfferRenewed()
                                : new TranscriptText.PriceChanged(Amount.of(before), Amount.of(now)));
            case ConfirmTranscript.Outcome.Unknown _ -> notFound(user);
        };
    }

    /** Redrawn here too, because the tapped message may be one of the history and not the one that notices edit. */
    private Turn cancel(TranscriptId id, User user) {
        return switch (cancelTranscript.cancel(id, user.id())) {
            case CancelTranscript.Outcome.Cancelled _ -> redrawn(id, user, new TranscriptText.Cancelled());
            case CancelTranscript.Outcome.OverAlready _ -> redrawn(id, user, new TranscriptText.OverAlready());
            case CancelTranscript.Outcome.Unknown _ -> notFound(user);
        };
    }

    private Turn redrawn(TranscriptId id, User user, Text toast) {
        return find(id, user)
                .map(found -> Turn.redraw(screens.of(found, user)).toast(toast))
                .orElseGet(() -> notFound(user));
    }

    private Turn notFound(User user) {
        return history(user, Optional.empty()).toast(new TranscriptText.NotFound());
    }

    private static Turn refused(Recording recording, Text reason) {
        return Turn.aside(Screen.saying(reason).replyingTo(recording.message()));
    }

    private Optional<Transcript> find(TranscriptId id, User user) {
        return transcripts.find(id, user.id());
    }
}
