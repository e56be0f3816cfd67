package app.aisha.bot.transcript;

import app.aisha.bot.screen.Text;

/** Words about the voices of a recording. */
public sealed interface SpeakerText extends Text {

    record SpeakersButton() implements SpeakerText {}

    /** On the card. */
    record Count(int count) implements SpeakerText {}

    /** The list of voices. */
    record Speakers(Text title, Text voices) implements SpeakerText {}

    /** A voice and how it begins. */
    record Line(Text voice, String words) implements SpeakerText {}

    record NameButton(Text voice) implements SpeakerText {}

    record AskName(Text voice, String words) implements SpeakerText {}

    record ForgetNameButton() implements SpeakerText {}

    record BackToSpeakersButton() implements SpeakerText {}

    record BadName(int limit) implements SpeakerText {}

    record Named(Text voice) implements SpeakerText {}

    record NameForgotten() implements SpeakerText {}
}
