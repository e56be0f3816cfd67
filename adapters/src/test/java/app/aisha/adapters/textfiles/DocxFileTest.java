package app.aisha.adapters.textfiles;

import static app.aisha.core.transcript.RecordingProblem.DOCUMENT_BROKEN;
import static app.aisha.core.transcript.RecordingProblem.DOCUMENT_LOCKED;
import static app.aisha.core.transcript.RecordingProblem.DOCUMENT_UNKNOWN;
import static app.aisha.core.transcript.RecordingProblem.TEXT_TOO_LONG;
import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.core.transcript.Passage;
import app.aisha.core.transcript.RecordingProblem;
import app.aisha.core.transcript.TextFiles.Reading;
import app.aisha.core.transcript.TextFormat;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Word documents, written by POI, damaged and forged. */
class DocxFileTest {

    private static final String WORD =
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

    @TempDir
    private Path folder;

    @Test
    void paragraphsAndTablesAreReadInTheirOrder() throws Exception {
        byte[] docx;
        try (var document = new XWPFDocument()) {
            document.createParagraph().createRun().setText("Протокол");
            var run = document.createParagraph().createRun();
            run.setText("Point");
            run.addTab();
            run.setText("one");
            run.addBreak();
            run.setText("<&> two");
            var row = document.createTable(1, 2).getRow(0);
            row.getCell(0).setText("left");
            row.getCell(1).setText("right");
            document.createParagraph();
            document.createParagraph().createRun().setText("Конец");
            docx = WrittenFiles.bytes(document);
        }

        assertThat(paragraphs(docx)).containsExactly("Протокол", "Point one <&> two", "left", "right", "Конец");
    }

    @Test
    void whatWasDeletedMovedAwayOrIsThereTwiceIsNotRead() throws Exception {
        assertThat(paragraphs(WrittenFiles.docxOf(body("""
            <w:p><w:pPr><w:tabs><w:tab w:val="left"/></w:tabs></w:pPr>
            <w:r><w:t xml:space="preserve">Kept </w:t></w:r>
            <w:del><w:r><w:delText>deleted</w:delText></w:r></w:del>
            <w:moveFrom><w:r><w:t>moved</w:t></w:r></w:moveFrom>
            <w:r><w:instrText>PAGE</w:instrText></w:r>
            <w:ins><w:r><w:t>words</w:t></w:r></w:ins></w:p>
            <w:p><w:r><mc:AlternateContent><mc:Choice><w:txbxContent><w:p><w:r><w:t>box</w:t></w:r></w:p>
            </w:txbxContent></mc:Choice><mc:Fallback><w:p><w:r><w:t>box</w:t></w:r></w:p></mc:Fallback>
            </mc:AlternateContent></w:r><w:r><w:t>around</w:t></w:r></w:p>\
            """)))).containsExactly("Kept words", "box", "around");
    }

    @Test
    void aCutDocumentIsBroken() throws Exception {
        var docx = WrittenFiles.docx("One paragraph.", "Another one.");

        for (var length : List.of(docx.length / 4, docx.length / 2, docx.length - 30)) {
            assertThat(problem(Arrays.copyOf(docx, length)))
                    .as("%d bytes", length)
                    .isEqualTo(DOCUMENT_BROKEN);
        }
        assertThat(problem(WrittenFiles.docxOf("<w:document><w:p>"))).isEqualTo(DOCUMENT_BROKEN);
        assertThat(problem(WrittenFiles.docxWithTypes("/word/document.xml", "/word/elsewhere.xml")))
                .isEqualTo(DOCUMENT_BROKEN);
    }

    @Test
    void aDocumentUnderAPasswordIsLocked() throws Exception {
        assertThat(problem(WrittenFiles.locked())).isEqualTo(DOCUMENT_LOCKED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/vnd.ms-word.document.macroEnabled.main+xml",
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
                "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"
            })
    void officeFilesOfOtherKindsAreNamedSo(String type) throws Exception {
        assertThat(problem(WrittenFiles.docxWithTypes(WORD, type))).isEqualTo(DOCUMENT_UNKNOWN);
    }

    @Test
    void documentsOfOtherProgramsAreNamedSo() throws Exception {
        var macros = "<Override PartName=\"/word/vbaProject.bin\""
                + " ContentType=\"application/vnd.ms-office.vbaProject\"/></Types>";
        for (var bytes : List.of(
                WrittenFiles.docxWithTypes("</Types>", macros),
                WrittenFiles.zip(Map.of("mimetype", "application/vnd.oasis.opendocument.text")),
                WrittenFiles.compound("WordDocument"),
                "{\\rtf1\\ansi words}".getBytes(StandardCharsets.US_ASCII),
                "%PDF-1.7\n1 0 obj".getBytes(StandardCharsets.US_ASCII))) {
            assertThat(problem(bytes)).isEqualTo(DOCUMENT_UNKNOWN);
        }
    }

    @Test
    void nothingOutsideIsRead() throws Exception {
        var secret = Files.writeString(folder.resolve("secret"), "the secret");
        for (var type : List.of(
                "<!DOCTYPE w:document [<!ENTITY x SYSTEM \"%s\">]>".formatted(secret.toUri()),
                "<!DOCTYPE w:document SYSTEM \"%s\">".formatted(secret.toUri()),
                "<!DOCTYPE w:document [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY x \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>")) {
            assertThat(problem(WrittenFiles.docxOf(type + body("<w:p><w:r><w:t>&x;</w:t></w:r></w:p>"))))
                    .isEqualTo(DOCUMENT_BROKEN);
            assertThat(problem(WrittenFiles.docxOf(type + body("<w:p><w:r><w:t>x</w:t></w:r></w:p>"))))
                    .isEqualTo(DOCUMENT_BROKEN);
        }
    }

    /** Packed small, unfolding into what no memory holds. */
    @Test
    void bombsAreRefused() throws Exception {
        var spaces = " ".repeat(80 << 20);
        assertThat(problem(WrittenFiles.docxOf(body(spaces)))).isEqualTo(TEXT_TOO_LONG);
        assertThat(paragraphs(
                        WrittenFiles.docxOf(body("<w:p/>".repeat(9_000_000) + "<w:p><w:r><w:t>x</w:t></w:r></w:p>"))))
                .containsExactly("x");
        assertThat(problem(WrittenFiles.docxOf(body("<w:p>".repeat(1_000_000)))))
                .isEqualTo(DOCUMENT_BROKEN);
        assertThat(problem(WrittenFiles.docxWithTypes("</Types>", " ".repeat(2 << 20) + "</Types>")))
                .isEqualTo(TEXT_TOO_LONG);
    }

    private List<String> paragraphs(byte[] bytes) throws IOException {
        var read = (Reading.Read) reading(bytes);
        assertThat(read.format()).isEqualTo(TextFormat.DOCX);
        return read.passages().stream().map(Passage::text).toList();
    }

    private RecordingProblem problem(byte[] bytes) throws IOException {
        assertThat(reading(bytes)).isInstanceOf(Reading.Unreadable.class);
        return ((Reading.Unreadable) reading(bytes)).problem();
    }

    private Reading reading(byte[] bytes) throws IOException {
        return new IcuTextFiles().read(Files.write(folder.resolve("letter.mp3"), bytes));
    }

    private static String body(String content) {
        return "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
                + " xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\"><w:body>"
                + content + "</w:body></w:document>";
    }
}
