package app.aisha.bot.transcript;

import app.aisha.bot.screen.Action;
import app.aisha.bot.wire.Wire;
import app.aisha.core.transcript.TranscriptId;

/** Buttons on the voices of a transcript; a voice is told by its number, counted from 1. */
public sealed interface SpeakerAction extends Action {

    /** All voices. */
    @Wire("sp.all")
    record Open(TranscriptId transcript) implements SpeakerAction {}

    /** Asks for the name of one. */
    @Wire("sp.ask")
    record AskName(TranscriptId transcript, int voice) implements SpeakerAction {}

    /** Takes the name of one away. */
    @Wire("sp.off")
    record ForgetName(TranscriptId transcript, int voice) implements SpeakerAction {}
}
