package app.aisha.adapters.textfiles;

import app.aisha.core.transcript.RecordingProblem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamException;

/**
 * A Word document (ECMA-376): a ZIP whose list of content types names the part with the text. Only these two parts are
 * unpacked, as streams and up to a limit.
 */
final class DocxFile {

    private static final String TYPES = "[Content_Types].xml";
    private static final String KIND = "mimetype";
    private static final long LARGEST_TYPES = 1 << 20;
    private static final long LARGEST_TEXT = 64 << 20;
    private static final int LONGEST_KIND = 100;

    /** What the file came to. */
    sealed interface Content {

        record Paragraphs(List<String> paragraphs) implements Content {

            public Paragraphs {
                paragraphs = List.copyOf(paragraphs);
            }
        }

        record Unreadable(RecordingProblem problem) implements Content {}

        /** Another archive. */
        record SomethingElse() implements Content {}
    }

    private DocxFile() {}

    static Content read(Path file, byte[] beginning, long limit) throws IOException {
        try (var zip = new ZipFile(file.toFile())) {
            return read(zip, Files.size(file) > limit);
        } catch (LimitedStream.TooLong _) {
            return new Content.Unreadable(RecordingProblem.TEXT_TOO_LONG);
        } catch (XMLStreamException e) {
            return e.getNestedException() instanceof LimitedStream.TooLong
                    ? new Content.Unreadable(RecordingProblem.TEXT_TOO_LONG)
                    : broken(beginning);
        } catch (IOException | IllegalArgumentException _) {
            return broken(beginning);
        }
    }

    private static Content broken(byte[] beginning) {
        return looksLikeOne(beginning)
                ? new Content.Unreadable(RecordingProblem.DOCUMENT_BROKEN)
                : new Content.SomethingElse();
    }

    private static boolean looksLikeOne(byte[] beginning) {
        var names = new String(beginning, StandardCharsets.ISO_8859_1);
        return names.contains(TYPES) || names.contains("word/document.xml");
    }

    private static Content read(ZipFile zip, boolean isTooLarge) throws IOException, XMLStreamException {
        var types = zip.getEntry(TYPES);
        if (types == null) {
            return isOpenDocument(zip)
                    ? new Content.Unreadable(RecordingProblem.DOCUMENT_UNKNOWN)
                    : new Content.SomethingElse();
        }
        ContentTypes found;
        try (var stream = new LimitedStream(zip.getInputStream(types), LARGEST_TYPES)) {
            found = ContentTypes.read(stream);
        }
        return switch (found) {
            case ContentTypes.OfAnotherArchive _ -> new Content.SomethingElse();
            case ContentTypes.OfAnotherDocument _ -> new Content.Unreadable(RecordingProblem.DOCUMENT_UNKNOWN);
            case ContentTypes.OfWord(var part) ->
                isTooLarge ? new Content.Unreadable(RecordingProblem.TEXT_TOO_LONG) : paragraphs(zip, part);
        };
    }

    private static Content paragraphs(ZipFile zip, String part) throws IOException, XMLStreamException {
        var entry = zip.getEntry(part);
        if (entry == null) {
            return new Content.Unreadable(RecordingProblem.DOCUMENT_BROKEN);
        }
        try (var stream = new LimitedStream(zip.getInputStream(entry), LARGEST_TEXT)) {
            return new Content.Paragraphs(new DocxParagraphs().read(stream));
        }
    }

    private static boolean isOpenDocument(ZipFile zip) throws IOException {
        var entry = Optional.<ZipEntry>ofNullable(zip.getEntry(KIND));
        if (entry.isEmpty()) {
            return false;
        }
        try (var stream = zip.getInputStream(entry.get())) {
            var kind = new String(stream.readNBytes(LONGEST_KIND), StandardCharsets.US_ASCII);
            return kind.startsWith("application/vnd.oasis.opendocument.") || kind.startsWith("application/epub");
        }
    }
}
