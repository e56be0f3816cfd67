package app.aisha.adapters.documents;

import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.core.document.Block;
import app.aisha.core.document.Block.ListItem;
import app.aisha.core.document.Block.Paragraph;
import app.aisha.core.document.Block.Speech;
import app.aisha.core.document.SampleDocuments;
import app.aisha.core.document.TextDocument;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** DOCX, read again as what it is: XML in a ZIP. */
class PoiDocumentWriterTest {

    private final PoiDocumentWriter writer = new PoiDocumentWriter();

    @TempDir
    private Path folder;

    @Test
    void everythingStandsThereInStylesWithNames() throws IOException {
        var document = write(SampleDocuments.minutes());
        var paragraphs = paragraphs(part("word/document.xml"));

        assertThat(paragraphs).contains("Title|" + document.title(), "Fact|Дата\t27 ноября 2026 г.");
        assertThat(paragraphs).contains("Heading1|Обсуждение", "Heading2|Договор", "Heading3|Возражения");
        assertThat(paragraphs).contains("ListToDo|Анна — согласовать бюджет");
        assertThat(paragraphs).anyMatch(it -> it.startsWith("ListDone|Диля") && it.endsWith("  00:29:14"));
        assertThat(paragraphs).anyMatch(it -> it.matches("TimedText\\|\\d\\d:\\d\\d:\\d\\d\t.+"));
        assertThat(values(part("word/styles.xml"), "w:style", "w:styleId"))
                .contains("Title", "Heading1", "Heading2", "Heading3", "ListBullet", "ListToDo", "ListDone");
        assertThat(values(part("word/numbering.xml"), "w:lvlText", "w:val")).containsExactly("•", "☐", "☑");
    }

    @Test
    void aSpeakerIsNamedOnceInARow() throws IOException {
        var document = write(SampleDocuments.meeting(60));
        var changes = 0;
        var before = "";
        for (var block : document.blocks()) {
            var speaker = ((Speech) block).speaker().orElseThrow();
            changes += speaker.equals(before) ? 0 : 1;
            before = speaker;
        }
        assertThat(paragraphs(part("word/document.xml")))
                .filteredOn(it -> it.startsWith("Speaker|"))
                .hasSize(changes)
                .element(0)
                .isEqualTo("Speaker|00:00:03\tЕржан");
    }

    @Test
    void tellsTitleLanguageAndPages() throws IOException {
        var document = write(SampleDocuments.minutes());
        assertThat(part("docProps/core.xml")
                        .getElementsByTagName("dc:title")
                        .item(0)
                        .getTextContent())
                .isEqualTo(document.title());
        assertThat(values(part("word/styles.xml"), "w:lang", "w:val")).containsExactly("ru-RU");
        assertThat(values(part("word/footer1.xml"), "w:fldSimple", "w:instr")).containsExactly("PAGE", "NUMPAGES");
        assertThat(values(part("word/settings.xml"), "w:compatSetting", "w:val"))
                .containsExactly("15");
        write(SampleDocuments.letter());
        assertThat(values(part("word/styles.xml"), "w:lang", "w:val")).containsExactly("en-US");
    }

    @Test
    void losesNoLetterOfOddTexts() throws IOException {
        for (var seed = 0; seed < 300; seed++) {
            var document = write(SampleDocuments.random(seed));
            var texts = paragraphs(part("word/document.xml")).stream()
                    .map(it -> it.substring(it.indexOf('|') + 1))
                    .toList();
            assertThat(String.join("\n", texts)).as("seed " + seed).isEqualTo(String.join("\n", expected(document)));
        }
    }

    private TextDocument write(TextDocument document) throws IOException {
        writer.write(document, folder.resolve("a.docx"));
        return document;
    }

    private static List<String> expected(TextDocument document) {
        var lines = new ArrayList<String>();
        if (!document.title().isEmpty()) {
            lines.add(document.title());
        }
        document.facts().forEach(fact -> lines.add(fact.label() + "\t" + fact.value()));
        if (!document.facts().isEmpty()) {
            lines.add("");
        }
        var speaker = "";
        for (var block : document.blocks()) {
            var who = block instanceof Speech speech ? speech.speaker().orElse("") : "";
            if (!who.isEmpty() && !who.equals(speaker)) {
                lines.add(time(block) + "\t" + who);
                lines.add(block.text());
            } else if (block instanceof ListItem item) {
                lines.add(item.at().isPresent() ? item.text() + "  " + time(item) : item.text());
            } else {
                lines.add(time(block).isEmpty() ? block.text() : time(block) + "\t" + block.text());
            }
            speaker = who;
        }
        return lines;
    }

    private static String time(Block block) {
        var at = switch (block) {
            case Block.Heading _ -> -1;
            case Paragraph paragraph -> paragraph.at().map(it -> it.toSeconds()).orElse(-1L);
            case Speech speech -> speech.start().toSeconds();
            case ListItem item -> item.at().map(it -> it.toSeconds()).orElse(-1L);
        };
        return at < 0 ? "" : String.format(Locale.ROOT, "%02d:%02d:%02d", at / 3600, at / 60 % 60, at % 60);
    }

    private Document part(String name) throws IOException {
        try (var zip = new ZipFile(folder.resolve("a.docx").toFile());
                var content = zip.getInputStream(zip.getEntry(name))) {
            return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(content);
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException(name, e);
        }
    }

    /** Style, a bar and the text of each paragraph. */
    private static List<String> paragraphs(Document part) {
        return elements(part.getElementsByTagName("w:p")).stream()
                .map(paragraph -> values(paragraph, "w:pStyle", "w:val").getFirst() + "|" + text(paragraph))
                .toList();
    }

    private static String text(Node node) {
        return switch (node.getNodeName()) {
            case "w:t" -> node.getTextContent();
            case "w:tab" -> "\t";
            case "w:br" -> "\n";
            default -> {
                var text = new StringBuilder();
                for (var child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
                    text.append(text(child));
                }
                yield text.toString();
            }
        };
    }

    private static List<String> values(Document part, String element, String attribute) {
        return values(part.getDocumentElement(), element, attribute);
    }

    private static List<String> values(Element root, String element, String attribute) {
        return elements(root.getElementsByTagName(element)).stream()
                .map(it -> it.getAttribute(attribute))
                .toList();
    }

    private static List<Element> elements(NodeList nodes) {
        var elements = new ArrayList<Element>();
        for (var i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }
}
