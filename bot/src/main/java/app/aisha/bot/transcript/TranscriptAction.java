package app.aisha.bot.transcript;

import app.aisha.bot.screen.Action;
import app.aisha.bot.wire.Wire;
import app.aisha.core.document.DocumentFormat;
import app.aisha.core.transcript.TranscriptId;
import app.aisha.core.wallet.QuoteId;
import java.util.Optional;

/**
 * Buttons on transcripts. Where a page of the history is named, Back leads there.
 */
public sealed interface TranscriptAction extends Action {

    /**
     * Opens a page of the history.
     *
     * @param from its newest transcript; empty for the first page
     */
    @Wire("tr.list")
    record History(Optional<TranscriptId> from) implements TranscriptAction {

        public static History first() {
            return new History(Optional.empty());
        }
    }

    @Wire("tr.open")
    record Open(TranscriptId transcript, Optional<TranscriptId> page) implements TranscriptAction {

        /** From elsewhere: Back leads to the first page. */
        public static Open of(TranscriptId transcript) {
            return new Open(transcript, Optional.empty());
        }
    }

    @Wire("tr.text")
    record WholeText(TranscriptId transcript) implements TranscriptAction {}

    /** Offers the formats that a transcript can be had in. */
    @Wire("tr.formats")
    record Export(TranscriptId transcript) implements TranscriptAction {}

    @Wire("tr.export")
    record ExportAs(TranscriptId transcript, DocumentFormat format) implements TranscriptAction {}

    @Wire("tr.name")
    record Rename(TranscriptId transcript) implements TranscriptAction {}

    /** Agrees to the price that this quote names. */
    @Wire("tr.pay")
    record Confirm(QuoteId quote) implements TranscriptAction {}

    @Wire("tr.cancel")
    record Cancel(TranscriptId transcript) implements TranscriptAction {}
}
