package app.aisha.core.transcript;

import app.aisha.core.document.Block;
import app.aisha.core.document.DocumentFormat;
import app.aisha.core.document.ExportDocument;
import app.aisha.core.document.Fact;
import app.aisha.core.document.TextDocument;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Writes a finished transcript as a file, each passage with its place in the recording. Thread-safe. */
public final class ExportTranscript {

    private final Passages passages;
    private final ExportDocument exportDocument;

    public ExportTranscript(Passages passages, ExportDocument exportDocument) {
        this.passages = passages;
        this.exportDocument = exportDocument;
    }

    /**
     * What stands around the text, in the words of the reader.
     *
     * @param facts such as date and length, above the text
     * @param voices what a voice is called by its label
     */
    public record Head(String title, List<Fact> facts, UnaryOperator<String> voices) {

        public Head {
            facts = List.copyOf(facts);
        }
    }

    /** The content of the file; empty where subtitles are asked for and nothing was said. */
    public Optional<byte[]> export(Transcript.Ready ready, Head head, DocumentFormat format) {
        var said = passages.of(ready.id());
        var units = format.isSubtitles()
                ? said.stream().map(passage -> new Paragraph(List.of(passage))).toList()
                : Paragraph.of(said);
        var blocks = units.stream()
                .flatMap(unit -> block(unit, head, format).stream())
                .toList();
        var document = new TextDocument(head.title(), language(ready), head.facts(), blocks);
        return exportDocument.export(document, format);
    }

    private static Locale language(Transcript.Ready ready) {
        return ready.wording().language().map(Locale::of).orElse(Locale.ROOT);
    }

    private static Optional<Block> block(Paragraph unit, Head head, DocumentFormat format) {
        var place = unit.place();
        if (place.isEmpty() || unit.isGap()) {
            return format.isSubtitles()
                    ? Optional.empty()
                    : Optional.of(new Block.Paragraph(place.map(Stretch::start), unit.text()));
        }
        return Optional.of(new Block.Speech(
                unit.speaker().map(head.voices()),
                place.get().start(),
                place.get().end(),
                unit.text()));
    }
}
