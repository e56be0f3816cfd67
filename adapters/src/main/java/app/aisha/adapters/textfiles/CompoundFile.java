package app.aisha.adapters.textfiles;

import app.aisha.core.transcript.RecordingProblem;
import app.aisha.core.transcript.TextFiles.Reading;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Microsoft's file system in a file ([MS-CFB]), known by the names of its streams, which stand in it in UTF-16. */
final class CompoundFile {

    private static final String UNDER_A_PASSWORD = wide("EncryptedPackage");
    private static final List<String> DOCUMENTS =
            List.of(wide("WordDocument"), wide("Workbook"), wide("PowerPoint Document"));

    private CompoundFile() {}

    static Reading judge(Path file, long limit) throws IOException {
        String bytes;
        try (var content = Files.newInputStream(file)) {
            bytes = new String(content.readNBytes((int) limit), StandardCharsets.ISO_8859_1);
        }
        if (bytes.contains(UNDER_A_PASSWORD)) {
            return new Reading.Unreadable(RecordingProblem.DOCUMENT_LOCKED);
        }
        return DOCUMENTS.stream().anyMatch(bytes::contains)
                ? new Reading.Unreadable(RecordingProblem.DOCUMENT_UNKNOWN)
                : new Reading.NoText();
    }

    private static String wide(String name) {
        return name.chars().mapToObj(letter -> (char) letter + "\0").collect(Collectors.joining());
    }
}
