package app.aisha.bot.transcript;

import app.aisha.bot.menu.MenuText;
import app.aisha.bot.routing.Dialog;
import app.aisha.bot.screen.Action;
import app.aisha.bot.screen.Button;
import app.aisha.bot.screen.Screen;
import app.aisha.bot.screen.Step;
import app.aisha.bot.screen.Text;
import app.aisha.bot.screen.Turn;
import app.aisha.core.account.User;
import app.aisha.core.transcript.NameSpeaker;
import app.aisha.core.transcript.Speakers;
import app.aisha.core.transcript.Transcript;
import app.aisha.core.transcript.Transcripts;
import java.util.Optional;

/** Shows the voices of a recording and gives them names. */
public final class SpeakerDialog implements Dialog {

    /** More would not fit a message; who has more in a recording renames the first ones. */
    private static final int MOST = 20;

    private final Transcripts transcripts;
    private final NameSpeaker nameSpeaker;
    private final SpokenWords spoken;

    public SpeakerDialog(Transcripts transcripts, NameSpeaker nameSpeaker, SpokenWords spoken) {
        this.transcripts = transcripts;
        this.nameSpeaker = nameSpeaker;
        this.spoken = spoken;
    }

    @Override
    public Optional<Turn> tapped(Action action, User user) {
        return action instanceof SpeakerAction own ? Optional.of(tapped(own, user)) : Optional.empty();
    }

    private Turn tapped(SpeakerAction action, User user) {
        return switch (action) {
            case SpeakerAction.Open(var id) ->
                transcripts
                        .ready(id, user.id())
                        .map(ready -> Turn.show(all(ready)))
                        .orElseGet(SpeakerDialog::notFound);
            case SpeakerAction.AskName(var id, var voice) ->
                transcripts
                        .ready(id, user.id())
                        .filter(ready -> ready.speakers().has(label(voice)))
                        .map(ready -> ask(ready, voice))
                        .orElseGet(SpeakerDialog::notFound);
            case SpeakerAction.ForgetName(var id, var voice) ->
                named(nameSpeaker.forget(id, user.id(), label(voice)), new SpeakerStep.Naming(id, voice));
        };
    }

    @Override
    public Optional<Turn> said(String words, Step step, User user) {
        return step instanceof SpeakerStep.Naming naming
                ? Optional.of(
                        named(nameSpeaker.name(naming.transcript(), user.id(), label(naming.voice()), words), naming))
                : Optional.empty();
    }

    private Screen all(Transcript.Ready ready) {
        var voices = ready.speakers();
        var samples = spoken.samples(ready);
        var shown = voices.all().stream().limit(MOST).toList();
        var buttons = shown.stream()
                .map(voice -> new Button(
                        new SpeakerText.NameButton(Voices.of(voice.label(), voices)),
                        new SpeakerAction.AskName(ready.id(), Voices.number(voice.label()))))
                .toArray(Button[]::new);
        var lines = MenuText.all(shown.stream()
                .map(voice -> new SpeakerText.Line(Voices.of(voice.label(), voices), samples.apply(voice.label()))));
        return Screen.saying(new SpeakerText.Speakers(Titles.of(ready.heading()), lines))
                .rows(2, buttons)
                .button(new TranscriptText.BackToTranscriptButton(), TranscriptAction.Open.of(ready.id()));
    }

    private Turn ask(Transcript.Ready ready, int voice) {
        var voices = ready.speakers();
        var screen = Screen.saying(new SpeakerText.AskName(
                Voices.of(label(voice), voices), spoken.samples(ready).apply(label(voice))));
        var choices = voices.name(label(voice)).isPresent()
                ? screen.button(new SpeakerText.ForgetNameButton(), new SpeakerAction.ForgetName(ready.id(), voice))
                : screen;
        return Turn.show(choices.button(new SpeakerText.BackToSpeakersButton(), new SpeakerAction.Open(ready.id())))
                .expecting(new SpeakerStep.Naming(ready.id(), voice));
    }

    private Turn named(NameSpeaker.Outcome outcome, SpeakerStep.Naming naming) {
        return switch (outcome) {
            case NameSpeaker.Outcome.Named(var ready) ->
                Turn.show(all(ready)).toast(toast(ready.speakers(), label(naming.voice())));
            case NameSpeaker.Outcome.BadName _ ->
                Turn.show(Screen.saying(new SpeakerText.BadName(Speakers.LONGEST_NAME)))
                        .expecting(naming);
            case NameSpeaker.Outcome.Unknown _ -> notFound();
        };
    }

    private static Text toast(Speakers voices, String label) {
        return voices.name(label).isPresent()
                ? new SpeakerText.Named(Voices.of(label, voices))
                : new SpeakerText.NameForgotten();
    }

    private static String label(int voice) {
        return Speakers.label(voice);
    }

    private static Turn notFound() {
        return Turn.silence().toast(new TranscriptText.NotFound());
    }
}
