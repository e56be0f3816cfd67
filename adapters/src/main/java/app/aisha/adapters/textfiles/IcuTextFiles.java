package app.aisha.adapters.textfiles;

import app.aisha.core.transcript.Passage;
import app.aisha.core.transcript.RecordingProblem;
import app.aisha.core.transcript.TextFiles;
import app.aisha.core.transcript.TextFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Reads plain text and subtitles in any usual character set, and Word documents. Where no mark and no form tells the
 * character set, ICU and the letters of Russian do.
 */
public final class IcuTextFiles implements TextFiles {

    private static final Pattern LINE_END = Pattern.compile("\\r\\n|[\\r\\x0B\\x85\\u2028\\u2029]");
    private static final int BEGINNING = 1 << 16;

    @Override
    public Reading read(Path file) {
        try {
            return read(file, beginning(file));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the downloaded file", e);
        }
    }

    private static byte[] beginning(Path file) throws IOException {
        try (var content = Files.newInputStream(file)) {
            return content.readNBytes(BEGINNING);
        }
    }

    private static Reading read(Path file, byte[] beginning) throws IOException {
        return switch (Beginning.of(beginning)) {
            case ZIP -> document(file, beginning);
            case COMPOUND -> CompoundFile.judge(file, LARGEST_DOCUMENT);
            case FOREIGN_DOCUMENT -> new Reading.Unreadable(RecordingProblem.DOCUMENT_UNKNOWN);
            case FOR_MACHINES -> new Reading.NoText();
            case UNKNOWN -> characters(file, beginning);
        };
    }

    private static Reading document(Path file, byte[] beginning) throws IOException {
        return switch (DocxFile.read(file, beginning, LARGEST_DOCUMENT)) {
            case DocxFile.Content.Paragraphs(var paragraphs) ->
                judged(
                        TextFormat.DOCX,
                        paragraphs.stream().flatMap(WrittenParagraphs::passage).toList());
            case DocxFile.Content.Unreadable(var problem) -> new Reading.Unreadable(problem);
            case DocxFile.Content.SomethingElse _ -> new Reading.NoText();
        };
    }

    private static Reading characters(Path file, byte[] beginning) throws IOException {
        var isTooLong = Files.size(file) > LARGEST_TEXT;
        var text = Characters.decode(isTooLong ? beginning : Files.readAllBytes(file));
        if (text.isEmpty() || beginning.length == 0) {
            return new Reading.NoText();
        }
        return isTooLong
                ? new Reading.Unreadable(RecordingProblem.TEXT_TOO_LONG)
                : words(LINE_END.matcher(text.get()).replaceAll("\n"));
    }

    private static Reading words(String text) {
        if (text.length() > MOST_CHARACTERS) {
            return new Reading.Unreadable(RecordingProblem.TEXT_TOO_LONG);
        }
        return Subtitles.format(text)
                .map(format -> judged(format, Subtitles.passages(text, format)))
                .orElseGet(() -> judged(TextFormat.TXT, WrittenParagraphs.passages(text, MOST_PASSAGES + 1)));
    }

    private static Reading judged(TextFormat format, List<Passage> passages) {
        if (passages.isEmpty()) {
            return new Reading.Unreadable(RecordingProblem.NO_WORDS);
        }
        return passages.size() > MOST_PASSAGES
                ? new Reading.Unreadable(RecordingProblem.TEXT_TOO_LONG)
                : new Reading.Read(format, passages);
    }
}
