package app.aisha.bot.digest;

import app.aisha.bot.routing.Dialog;
import app.aisha.bot.screen.Action;
import app.aisha.bot.screen.Screen;
import app.aisha.bot.screen.Step;
import app.aisha.bot.screen.Turn;
import app.aisha.bot.transcript.Titles;
import app.aisha.bot.transcript.TranscriptAction;
import app.aisha.bot.transcript.TranscriptText;
import app.aisha.core.account.User;
import app.aisha.core.digest.AskForDigest;
import app.aisha.core.digest.CancelDigest;
import app.aisha.core.digest.Digest;
import app.aisha.core.digest.DigestId;
import app.aisha.core.digest.Digests;
import app.aisha.core.digest.Request;
import app.aisha.core.digest.TickTask;
import app.aisha.core.transcript.Transcript;
import app.aisha.core.transcript.TranscriptId;
import app.aisha.core.transcript.Transcripts;
import java.util.Optional;
import java.util.function.BiFunction;

/** Has things made of transcripts and shows them; their progress is told by notices. */
public final class DigestDialog implements Dialog {

    /** The next words are no question; the first notice says the rest. */
    private static final Turn QUESTION_TAKEN =
            new Turn(Optional.empty(), Turn.Place.HERE, new Turn.Next.Close(), Optional.empty());

    private final Transcripts transcripts;
    private final Digests digests;
    private final AskForDigest askForDigest;
    private final CancelDigest cancelDigest;
    private final TickTask tickTask;
    private final DigestScreens screens;
    private final DigestFiles files;

    public DigestDialog(
            Transcripts transcripts,
            Digests digests,
            AskForDigest askForDigest,
            CancelDigest cancelDigest,
            TickTask tickTask,
            DigestScreens screens,
            DigestFiles files) {
        this.transcripts = transcripts;
        this.digests = digests;
        this.askForDigest = askForDigest;
        this.cancelDigest = cancelDigest;
        this.tickTask = tickTask;
        this.screens = screens;
        this.files = files;
    }

    @Override
    public Optional<Turn> tapped(Action action, User user) {
        return action instanceof DigestAction own ? Optional.of(tapped(own, user)) : Optional.empty();
    }

    private Turn tapped(DigestAction action, User user) {
        return switch (action) {
            case DigestAction.Make(var transcript, var kind) -> ask(transcript, kind.request(), false, user);
            case DigestAction.Ask(var transcript) ->
                transcripts
                        .ready(transcript, user.id())
                        .map(DigestDialog::askQuestion)
                        .orElseGet(DigestDialog::notFound);
            case DigestAction.MakeAgain(var id) ->
                digests.find(id, user.id())
                        .map(digest -> ask(
                                digest.heading().transcript(), digest.heading().request(), true, user))
                        .orElseGet(DigestDialog::notFound);
            case DigestAction.Cancel(var id) -> cancel(id, user);
            case DigestAction.Open(var id, var page) -> shown(id, page, user);
            case DigestAction.Tick(var id, var task) -> tick(id, task, true, user);
            case DigestAction.Untick(var id, var task) -> tick(id, task, false, user);
            case DigestAction.Export(var id) ->
                ofReady(id, user, (digest, transcript) -> Turn.show(screens.formats(digest, transcript)));
            case DigestAction.ExportAs(var id, var format) ->
                ofReady(id, user, (digest, transcript) -> files.document(digest, transcript, format, user));
            case DigestAction.Calendar(var id) ->
                ofReady(id, user, (digest, transcript) -> files.calendar(digest, transcript, user));
        };
    }

    @Override
    public Optional<Turn> said(String words, Step step, User user) {
        return step instanceof DigestStep.Asking(var transcript)
                ? Optional.of(ask(transcript, new Request.Question(words), false, user))
                : Optional.empty();
    }

    private static Turn askQuestion(Transcript.Ready transcript) {
        return Turn.show(Screen.saying(new DigestText.AskQuestion(Titles.of(transcript.heading())))
                        .button(new TranscriptText.BackToTranscriptButton(), TranscriptAction.Open.of(transcript.id())))
                .expecting(new DigestStep.Asking(transcript.id()));
    }

    private Turn ask(TranscriptId transcript, Request request, boolean anew, User user) {
        return switch (askForDigest.ask(user.id(), transcript, request, anew)) {
            case AskForDigest.Outcome.Begun _ ->
                request instanceof Request.Question
                        ? QUESTION_TAKEN
                        : Turn.silence().toast(new DigestText.Begun());
            case AskForDigest.Outcome.UnderWay _ -> Turn.silence().toast(new DigestText.UnderWay());
            case AskForDigest.Outcome.Known(var ready) -> shown(ready.id(), 0, user);
            case AskForDigest.Outcome.NothingSaid _ -> Turn.silence().toast(new DigestText.NothingSaid());
            case AskForDigest.Outcome.NotFound _ -> notFound();
            case AskForDigest.Outcome.TooLong _ ->
                Turn.show(Screen.saying(new DigestText.BadQuestion(Request.Question.LONGEST)))
                        .expecting(new DigestStep.Asking(transcript));
        };
    }

    private Turn cancel(DigestId id, User user) {
        return switch (cancelDigest.cancel(id, user.id())) {
            case CancelDigest.Outcome.Cancelled _ -> Turn.silence().toast(new DigestText.Stopped());
            case CancelDigest.Outcome.OverAlready _ -> Turn.silence().toast(new DigestText.OverAlready());
            case CancelDigest.Outcome.NotFound _ -> notFound();
        };
    }

    private Turn tick(DigestId id, int task, boolean done, User user) {
        return switch (tickTask.tick(id, user.id(), task, done)) {
            case TickTask.Outcome.Ticked(var digest) ->
                transcripts
                        .ready(digest.heading().transcript(), user.id())
                        .map(transcript -> Turn.redraw(screens.showing(task, digest, transcript, user))
                                .toast(done ? new DigestText.Ticked() : new DigestText.Unticked()))
                        .orElseGet(DigestDialog::notFound);
            case TickTask.Outcome.NoSuchTask _, TickTask.Outcome.NotFound _ -> notFound();
        };
    }

    private Turn shown(DigestId id, int page, User user) {
        return digests.find(id, user.id())
                .flatMap(digest -> transcripts
                        .ready(digest.heading().transcript(), user.id())
                        .map(transcript -> Turn.show(screens.of(digest, transcript, user, page))))
                .orElseGet(DigestDialog::notFound);
    }

    private Turn ofReady(DigestId id, User user, BiFunction<Digest.Ready, Transcript.Ready, Turn> answer) {
        return digests.find(id, user.id()).orElse(null) instanceof Digest.Ready digest
                ? transcripts
                        .ready(digest.heading().transcript(), user.id())
                        .map(transcript -> answer.apply(digest, transcript))
                        .orElseGet(DigestDialog::notFound)
                : notFound();
    }

    /** What is shown may already say that it is gone. */
    private static Turn notFound() {
        return Turn.silence().toast(new DigestText.NotFound());
    }
}
