package app.aisha.bot.digest;

import app.aisha.bot.screen.Action;
import app.aisha.bot.wire.Wire;
import app.aisha.core.digest.DigestId;
import app.aisha.core.document.DocumentFormat;
import app.aisha.core.transcript.TranscriptId;

/** Buttons on what is made of transcripts. */
public sealed interface DigestAction extends Action {

    /** Shows it, or has it made. */
    @Wire("dg.make")
    record Make(TranscriptId transcript, DigestKind kind) implements DigestAction {}

    /** Waits for a question. */
    @Wire("dg.ask")
    record Ask(TranscriptId transcript) implements DigestAction {}

    /** Has the same made once more. */
    @Wire("dg.anew")
    record MakeAgain(DigestId digest) implements DigestAction {}

    @Wire("dg.stop")
    record Cancel(DigestId digest) implements DigestAction {}

    /**
     * Shows a page.
     *
     * @param page from 0
     */
    @Wire("dg.open")
    record Open(DigestId digest, int page) implements DigestAction {}

    /**
     * Ticks a task off.
     *
     * @param task its place in the list, from 0
     */
    @Wire("dg.tick")
    record Tick(DigestId digest, int task) implements DigestAction {}

    /**
     * Takes the tick away.
     *
     * @param task its place in the list, from 0
     */
    @Wire("dg.undo")
    record Untick(DigestId digest, int task) implements DigestAction {}

    /** Offers the formats. */
    @Wire("dg.out")
    record Export(DigestId digest) implements DigestAction {}

    @Wire("dg.file")
    record ExportAs(DigestId digest, DocumentFormat format) implements DigestAction {}

    /** Sends the tasks for a calendar. */
    @Wire("dg.ics")
    record Calendar(DigestId digest) implements DigestAction {}
}
