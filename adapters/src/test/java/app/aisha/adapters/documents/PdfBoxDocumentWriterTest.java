package app.aisha.adapters.documents;

import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.core.document.Block;
import app.aisha.core.document.Block.ListItem;
import app.aisha.core.document.Block.Mark;
import app.aisha.core.document.Block.Paragraph;
import app.aisha.core.document.Block.Speech;
import app.aisha.core.document.Fact;
import app.aisha.core.document.SampleDocuments;
import app.aisha.core.document.TextDocument;
import java.io.IOException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PdfBoxDocumentWriterTest {

    private final PdfBoxDocumentWriter writer = new PdfBoxDocumentWriter();

    @TempDir
    private Path folder;

    @Test
    void textIsAllThereInItsOrder() throws IOException {
        var document = SampleDocuments.meeting(60);
        try (var pdf = written(document)) {
            var text = squeezed(body(pdf));
            var from = 0;
            for (var block : document.blocks()) {
                from = text.indexOf(squeezed(block.text()), from);
                assertThat(from).as(block.text()).isNotNegative();
            }
            assertThat(text).startsWith(squeezed(document.title() + "Дата27 ноября 2026 г., 14:05"));
            assertThat(text).contains("00:00:03Ержан", "АннаВикторовна", "Диля<3");
        }
    }

    @Test
    void everyPageHasItsNumber() throws IOException {
        try (var pdf = written(SampleDocuments.meeting(60))) {
            var pages = pdf.getNumberOfPages();
            assertThat(pages).isGreaterThan(5);
            for (var page = 1; page <= pages; page++) {
                var stripper = new PDFTextStripper();
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                assertThat(stripper.getText(pdf).strip()).endsWith("планы на зиму " + page + " / " + pages);
            }
        }
    }

    @Test
    void nothingStandsOutsideThePaperOrOverTheFooter() throws IOException {
        for (var document :
                List.of(SampleDocuments.meeting(60), SampleDocuments.minutes(), SampleDocuments.random(4))) {
            try (var pdf = written(document)) {
                for (var position : positions(pdf)) {
                    assertThat(position.getX()).isBetween(50f, 545f);
                    assertThat(position.getX() + position.getWidth()).isLessThan(530f);
                    assertThat(position.getY()).isBetween(60f, 800f);
                    assertThat(position.getY() > 770).isEqualTo(position.getFontSize() == 8);
                }
            }
        }
    }

    @Test
    void lettersTheFontLacksAreBoxesThatKeepTheirMeaning() throws IOException {
        var text = new Paragraph(Optional.empty(), "До 漢字かな 👨‍👩‍👧 после ☐");
        try (var pdf = written(new TextDocument("", Locale.ROOT, List.of(), List.of(text)))) {
            var drawn = positions(pdf).stream()
                    .map(TextPosition::getUnicode)
                    .reduce("", String::concat)
                    .replace(" ", "");
            assertThat(drawn).startsWith("До□□□□□после☐");
            assertThat(new PDFTextStripper().getText(pdf)).startsWith("До 漢字かな 👨‍👩‍👧 после ☐");
        }
    }

    @Test
    void hebrewAndArabicAreReadFromTheRight() throws IOException {
        var text = new Paragraph(Optional.empty(), "שלום (עולם) 123 מה נשמע");
        var arabic = new Paragraph(Optional.empty(), "مرحبا بالعالم لا");
        try (var pdf = written(new TextDocument("", Locale.of("he"), List.of(), List.of(text, arabic)))) {
            var extracted = Normalizer.normalize(new PDFTextStripper().getText(pdf), Normalizer.Form.NFKC);
            assertThat(extracted).contains("שלום", "עולם", "123", "מה נשמע", "مرحبا", "لا");
            assertThat(positions(pdf))
                    .filteredOn(it -> it.getUnicode().equals("ש"))
                    .anyMatch(it -> it.getX() > 480);
        }
    }

    @Test
    void aLoneLetterDoesNotEndALine() throws IOException {
        var text = new Paragraph(Optional.empty(), "и вот это слово и дело, ".repeat(100));
        try (var pdf = written(new TextDocument("", Locale.of("ru"), List.of(), List.of(text)))) {
            assertThat(body(pdf).lines().map(String::strip)).noneMatch(line -> line.endsWith(" и"));
        }
    }

    @Test
    void headingsStayWithWhatFollows() throws IOException {
        for (var lines = 1; lines < 45; lines++) {
            var blocks = new ArrayList<Block>();
            for (var i = 0; i < lines; i++) {
                blocks.add(new ListItem(Mark.BULLET, Optional.empty(), "строка"));
            }
            blocks.add(new Block.Heading(1, "Заголовок"));
            blocks.add(new Paragraph(Optional.empty(), "абзац из многих слов ".repeat(12)));
            try (var pdf = written(new TextDocument("", Locale.of("ru"), List.of(), blocks))) {
                var stripper = new PDFTextStripper();
                for (var page = 1; page <= pdf.getNumberOfPages(); page++) {
                    stripper.setStartPage(page);
                    stripper.setEndPage(page);
                    var text = stripper.getText(pdf);
                    if (text.contains("Заголовок")) {
                        assertThat(text.substring(text.indexOf("Заголовок"))
                                        .lines()
                                        .filter(it -> it.contains("слов")))
                                .hasSizeGreaterThanOrEqualTo(2);
                    }
                }
            }
        }
    }

    /** Counted, because marks and letters from the right are put in order by whoever extracts them. */
    @Test
    void losesNoLetterOfOddTexts() throws IOException {
        for (var seed : IntStream.range(0, 300).toArray()) {
            var document = SampleDocuments.random(seed);
            try (var pdf = written(document)) {
                var found = letters(List.of(new PDFTextStripper().getText(pdf)));
                letters(expected(document))
                        .forEach((letter, count) -> assertThat(found.getOrDefault(letter, 0))
                                .as("seed %d, %s", seed, Character.getName(letter))
                                .isGreaterThanOrEqualTo(count));
            }
        }
    }

    private static List<String> expected(TextDocument document) {
        var texts = new ArrayList<String>();
        texts.add(document.title());
        document.facts().stream().map(Fact::label).forEach(texts::add);
        document.facts().stream().map(Fact::value).forEach(texts::add);
        document.blocks().stream().map(Block::text).forEach(texts::add);
        var before = "";
        for (var block : document.blocks()) {
            var speaker = block instanceof Speech speech ? speech.speaker().orElse("") : "";
            texts.add(speaker.equals(before) ? "" : speaker);
            before = speaker;
        }
        return texts;
    }

    private static Map<Integer, Integer> letters(List<String> texts) {
        var counts = new HashMap<Integer, Integer>();
        for (var text : texts) {
            var inOrder = text.codePoints()
                    .filter(it -> Character.isBmpCodePoint(it) || !isFromTheRight(it))
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append);
            Normalizer.normalize(inOrder, Normalizer.Form.NFKD)
                    .codePoints()
                    .filter(Character::isLetterOrDigit)
                    .forEach(it -> counts.merge(it, 1, Integer::sum));
        }
        return counts;
    }

    /** PDFBox, when it extracts, turns the halves of a surrogate pair round. */
    private static boolean isFromTheRight(int character) {
        var direction = Character.getDirectionality(character);
        return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
    }

    private PDDocument written(TextDocument document) throws IOException {
        var file = folder.resolve("a.pdf");
        writer.write(document, file);
        return Loader.loadPDF(file.toFile());
    }

    /** Everything but the footers. */
    private static String body(PDDocument pdf) throws IOException {
        var stripper = new PDFTextStripper() {
            @Override
            protected void processTextPosition(TextPosition text) {
                if (text.getFontSize() != 8) {
                    super.processTextPosition(text);
                }
            }
        };
        return stripper.getText(pdf);
    }

    private static List<TextPosition> positions(PDDocument pdf) throws IOException {
        var positions = new ArrayList<TextPosition>();
        var stripper = new PDFTextStripper() {
            @Override
            protected void processTextPosition(TextPosition text) {
                positions.add(text);
            }
        };
        stripper.getText(pdf);
        return positions;
    }

    private static String squeezed(String text) {
        return text.replaceAll("\\s", "");
    }
}
