package app.aisha.core.transcript;

import app.aisha.core.document.Block;
import app.aisha.core.document.DocumentFormat;
import app.aisha.core.document.Fact;
import app.aisha.core.document.TextDocument;
import app.aisha.core.document.WriteDocument;
import app.aisha.core.work.ScratchFolders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Writes a finished transcript as a file, each passage with its place in the recording. Thread-safe. */
public final class ExportTranscript {

    private final Pieces pieces;
    private final WriteDocument writeDocument;
    private final ScratchFolders scratch;

    public ExportTranscript(Pieces pieces, WriteDocument writeDocument, ScratchFolders scratch) {
        this.pieces = pieces;
        this.writeDocument = writeDocument;
        this.scratch = scratch;
    }

    /**
     * What stands above the text.
     *
     * @param facts such as date and length, in the words of the reader
     */
    public record Head(String title, List<Fact> facts) {

        public Head {
            facts = List.copyOf(facts);
        }
    }

    /** The content of the file; empty where subtitles are asked for and nothing was said. */
    public Optional<byte[]> export(Transcript.Ready ready, Head head, DocumentFormat format) {
        var document = new TextDocument(head.title(), language(ready), head.facts(), blocks(ready));
        try (var folder = scratch.open()) {
            var target = folder.path().resolve("export." + format.extension());
            return switch (writeDocument.write(document, format, target)) {
                case WriteDocument.Outcome.Written(var file) -> Optional.of(Files.readAllBytes(file));
                case WriteDocument.Outcome.NotTimed _ -> Optional.empty();
            };
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read what was written of " + ready.id(), e);
        }
    }

    private static Locale language(Transcript.Ready ready) {
        return ready.wording().language().map(Locale::of).orElse(Locale.ROOT);
    }

    private List<Block> blocks(Transcript.Ready ready) {
        var kept = pieces.of(ready.id());
        var texts =
                PieceJoiner.untangle(kept.stream().map(ExportTranscript::part).toList());
        var blocks = new ArrayList<Block>();
        for (var i = 0; i < kept.size(); i++) {
            var piece = kept.get(i);
            switch (piece.result()) {
                case Piece.Result.Said _ ->
                    blocks.add(new Block.Speech(Optional.empty(), piece.start(), piece.end(), texts.get(i)));
                case Piece.Result.Lost _ -> blocks.add(new Block.Paragraph(Optional.of(piece.start()), "[…]"));
                case Piece.Result.Silent _ -> {}
            }
        }
        return blocks;
    }

    private static PieceJoiner.Part part(Piece piece) {
        return piece.result() instanceof Piece.Result.Said said
                ? new PieceJoiner.Part(said.text(), piece.overlaps())
                : new PieceJoiner.Part("", false);
    }
}
