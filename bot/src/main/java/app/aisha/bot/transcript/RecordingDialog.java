package app.aisha.bot.transcript;

import app.aisha.bot.account.OfferedLanguage;
import app.aisha.bot.account.SpokenLanguages;
import app.aisha.bot.routing.Dialog;
import app.aisha.bot.screen.Action;
import app.aisha.bot.screen.Button;
import app.aisha.bot.screen.Original;
import app.aisha.bot.screen.Screen;
import app.aisha.bot.screen.Shortened;
import app.aisha.bot.screen.Step;
import app.aisha.bot.screen.Text;
import app.aisha.bot.screen.Texts;
import app.aisha.bot.screen.Turn;
import app.aisha.core.account.User;
import app.aisha.core.transcript.DeleteTranscript;
import app.aisha.core.transcript.ListenAgain;
import app.aisha.core.transcript.Transcript;
import app.aisha.core.transcript.TranscriptId;
import app.aisha.core.transcript.Transcripts;
import app.aisha.core.transcript.TryGapsAgain;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;

/** What can be done with a recording after it was heard: have it back, hear it again, delete it. */
public final class RecordingDialog implements Dialog {

    private final Transcripts transcripts;
    private final DeleteTranscript deleteTranscript;
    private final ListenAgain listenAgain;
    private final TryGapsAgain tryGapsAgain;
    private final TranscriptScreens screens;
    private final Texts texts;
    private final int uploadMegabytes;

    /**
     * Opens the dialog.
     *
     * @param uploadMegabytes the largest file that can be sent
     */
    public RecordingDialog(
            Transcripts transcripts,
            DeleteTranscript deleteTranscript,
            ListenAgain listenAgain,
            TryGapsAgain tryGapsAgain,
            TranscriptScreens screens,
            Texts texts,
            int uploadMegabytes) {
        this.transcripts = transcripts;
        this.deleteTranscript = deleteTranscript;
        this.listenAgain = listenAgain;
        this.tryGapsAgain = tryGapsAgain;
        this.screens = screens;
        this.texts = texts;
        this.uploadMegabytes = uploadMegabytes;
    }

    @Override
    public Optional<Turn> tapped(Action action, User user) {
        return action instanceof RecordingAction own ? Optional.of(tapped(own, user)) : Optional.empty();
    }

    private Turn tapped(RecordingAction action, User user) {
        return switch (action) {
            case RecordingAction.SendOriginal(var id) -> ofRecording(id, user, ready -> original(ready, user));
            case RecordingAction.OpenLanguages(var id) -> ofRecording(id, user, ready -> Turn.show(languages(ready)));
            case RecordingAction.ListenIn(var id, var language) -> listenIn(id, language.code(), user);
            case RecordingAction.AskLanguage(var id) ->
                ofRecording(id, user, ready -> askLanguage(ready.id(), new RecordingText.AskLanguage()));
            case RecordingAction.TryGaps(var id) -> tryGaps(id, user);
            case RecordingAction.AskDeletion(var id) ->
                transcripts
                        .find(id, user.id())
                        .map(RecordingDialog::askDeletion)
                        .orElseGet(RecordingDialog::notFound);
            case RecordingAction.Delete(var id) -> delete(id, user);
        };
    }

    @Override
    public Optional<Turn> said(String words, Step step, User user) {
        return step instanceof RecordingStep.NamingLanguage(var id)
                ? Optional.of(listenInCalled(id, words, user))
                : Optional.empty();
    }

    private Turn original(Transcript.Ready ready, User user) {
        var heading = ready.heading();
        var language = user.language();
        return Turn.aside(Screen.saying(new RecordingText.Original(Titles.of(heading)))
                        .with(new Original(
                                heading.recording().file(),
                                heading.recording().kind(),
                                Titles.fileName(heading, user, ready.original().container()),
                                ready.original().key(),
                                new Original.Excuses(
                                        texts.html(new RecordingText.OriginalTooLarge(uploadMegabytes), language),
                                        texts.html(new RecordingText.OriginalGone(), language)))))
                .toast(new RecordingText.OriginalSent());
    }

    private static Screen languages(Transcript.Ready ready) {
        var offers = Arrays.stream(OfferedLanguage.values())
                .map(offer -> new Button(
                        new RecordingText.LanguageName(SpokenLanguages.ownName(offer.code())),
                        new RecordingAction.ListenIn(ready.id(), offer)))
                .toArray(Button[]::new);
        return Screen.saying(new RecordingText.ChooseLanguage(Titles.of(ready.heading())))
                .rows(2, offers)
                .button(new RecordingText.OtherLanguageButton(), new RecordingAction.AskLanguage(ready.id()))
                .button(new TranscriptText.BackToTranscriptButton(), TranscriptAction.Open.of(ready.id()));
    }

    private static Turn askLanguage(TranscriptId id, Text words) {
        return Turn.show(Screen.saying(words)
                        .button(new TranscriptText.BackToTranscriptButton(), new RecordingAction.OpenLanguages(id)))
                .expecting(new RecordingStep.NamingLanguage(id));
    }

    private Turn listenInCalled(TranscriptId id, String words, User user) {
        var called = SpokenLanguages.called(words);
        return called.size() == 1
                ? listenIn(id, called.iterator().next(), user)
                : ofRecording(id, user, ready -> askLanguage(ready.id(), new RecordingText.UnknownLanguage()));
    }

    private Turn listenIn(TranscriptId id, String code, User user) {
        return ofRecording(id, user, ready -> switch (listenAgain.listen(
                id, user.id(), code, title(ready, code, user))) {
            case ListenAgain.Outcome.Accepted _ ->
                Turn.show(screens.opened(ready, user, Optional.empty()))
                        .toast(new RecordingText.ListeningAgain(SpokenLanguages.nameOf(code, user.language())));
            case ListenAgain.Outcome.ThereAlready(var there) ->
                transcripts
                        .find(there, user.id())
                        .map(found -> Turn.show(screens.opened(found, user, Optional.empty()))
                                .toast(new RecordingText.ThereAlready()))
                        .orElseGet(RecordingDialog::notFound);
            case ListenAgain.Outcome.Unknown _ -> notFound();
        });
    }

    /** Of what was listened to again before, without the language of that time. */
    private String title(Transcript.Ready ready, String code, User user) {
        var language = user.language();
        var title = texts.plain(Titles.of(ready.heading()), language);
        var plain = ready.heading()
                .recording()
                .stored()
                .flatMap(_ -> ready.heading().spoken())
                .map(before -> " (" + SpokenLanguages.nameOf(before, language) + ")")
                .filter(title::endsWith)
                .map(ending -> title.substring(0, title.length() - ending.length()))
                .orElse(title);
        return Shortened.to(
                Transcript.Heading.TITLE_LIMIT - 1,
                texts.plain(
                        new RecordingText.InLanguage(
                                new TranscriptText.Title(plain), SpokenLanguages.nameOf(code, language)),
                        language));
    }

    private Turn tryGaps(TranscriptId id, User user) {
        return switch (tryGapsAgain.start(id, user.id())) {
            case TryGapsAgain.Outcome.Started _ -> Turn.silence().toast(new RecordingText.TryingGaps());
            case TryGapsAgain.Outcome.NoGaps(var ready) ->
                Turn.redraw(screens.opened(ready, user, Optional.empty())).toast(new RecordingText.NoGaps());
            case TryGapsAgain.Outcome.Unknown _ -> notFound();
        };
    }

    private static Turn askDeletion(Transcript transcript) {
        return Turn.show(Screen.saying(new RecordingText.AskDeletion(Titles.of(transcript.heading())))
                .button(new RecordingText.ConfirmDeletionButton(), new RecordingAction.Delete(transcript.id()))
                .button(new TranscriptText.BackToTranscriptButton(), TranscriptAction.Open.of(transcript.id())));
    }

    private Turn delete(TranscriptId id, User user) {
        return switch (deleteTranscript.delete(id, user.id())) {
            case DeleteTranscript.Outcome.Deleted _ ->
                Turn.show(Screen.saying(new RecordingText.Deleted())
                        .button(new SearchText.BackToHistoryButton(), TranscriptAction.History.first()));
            case DeleteTranscript.Outcome.InWork _ -> Turn.silence().toast(new RecordingText.CancelFirst());
            case DeleteTranscript.Outcome.Unknown _ -> notFound();
        };
    }

    /** What was sent as text has nothing to be heard; no button leads here from it. */
    private Turn ofRecording(TranscriptId id, User user, Function<Transcript.Ready, Turn> answer) {
        return transcripts
                .ready(id, user.id())
                .filter(ready -> !ready.original().isText())
                .map(answer)
                .orElseGet(RecordingDialog::notFound);
    }

    /** What is shown may already say that it is gone. */
    private static Turn notFound() {
        return Turn.silence().toast(new TranscriptText.NotFound());
    }
}
