package app.aisha.bot.transcript;

import app.aisha.bot.account.OfferedLanguage;
import app.aisha.bot.screen.Action;
import app.aisha.bot.wire.Wire;
import app.aisha.core.transcript.TranscriptId;

/** Buttons on what is kept of a recording: its sound, its languages, its gaps, its end. */
public sealed interface RecordingAction extends Action {

    @Wire("rec.original")
    record SendOriginal(TranscriptId transcript) implements RecordingAction {}

    /** Offers the languages to listen in again. */
    @Wire("rec.langs")
    record OpenLanguages(TranscriptId transcript) implements RecordingAction {}

    @Wire("rec.again")
    record ListenIn(TranscriptId transcript, OfferedLanguage language) implements RecordingAction {}

    /** Asks for a language that has no button. */
    @Wire("rec.other")
    record AskLanguage(TranscriptId transcript) implements RecordingAction {}

    @Wire("rec.gaps")
    record TryGaps(TranscriptId transcript) implements RecordingAction {}

    /** Asks whether to delete it. */
    @Wire("rec.ask")
    record AskDeletion(TranscriptId transcript) implements RecordingAction {}

    @Wire("rec.delete")
    record Delete(TranscriptId transcript) implements RecordingAction {}
}
