package app.aisha.adapters.documents;

import app.aisha.core.document.DocumentWriter;
import app.aisha.core.document.Fact;
import app.aisha.core.document.TextDocument;
import java.io.BufferedOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.xmlbeans.XmlException;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.NumberingDocument;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.StylesDocument;

/**
 * Writes DOCX with Apache POI: paragraphs in named styles, which a reader can change in one place, and real lists. Eight
 * hours of speech take some 30 MB of memory while they are written.
 */
public final class PoiDocumentWriter implements DocumentWriter {

    /** The format wants a moment, and a document has none of its own. */
    private static final String NO_MOMENT = "1980-02-01T00:00:00Z";

    private static final String WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private static final String STYLES = "/documents/styles.xml";
    private static final String LISTS = "/documents/numbering.xml";

    /** A4 and its margins in twentieths of a point; the left one has room for time codes. */
    private static final long WIDTH = 11_906;

    private static final long HEIGHT = 16_838;
    private static final long MARGIN = 1_440;
    private static final long INNER_MARGIN = 2_066;

    @Override
    public void write(TextDocument document, Path target) throws IOException {
        try (var docx = new XWPFDocument();
                var out = new TimelessZip(new BufferedOutputStream(Files.newOutputStream(target)))) {
            prepare(docx, document);
            addFooter(docx, document.title());
            addHead(docx, document);
            var body = new DocxBody(docx);
            document.blocks().forEach(body::add);
            docx.write(out);
        } catch (XmlException | InvalidFormatException e) {
            throw new IOException("Not made by the program: " + STYLES + " or " + LISTS, e);
        }
    }

    private static void prepare(XWPFDocument docx, TextDocument document)
            throws IOException, XmlException, InvalidFormatException {
        var styles = docx.createStyles();
        try (var content = resource(STYLES)) {
            styles.setStyles(StylesDocument.Factory.parse(content).getStyles());
        }
        styles.setSpellingLanguage(spelling(document.language()));
        try (var content = resource(LISTS)) {
            docx.createNumbering()
                    .setNumbering(NumberingDocument.Factory.parse(content).getNumbering());
        }
        useTodaysLayout(docx);
        describe(docx, document);
        var section = docx.getDocument().getBody().addNewSectPr();
        var paper = section.addNewPgSz();
        paper.setW(BigInteger.valueOf(WIDTH));
        paper.setH(BigInteger.valueOf(HEIGHT));
        var margins = section.addNewPgMar();
        margins.setTop(BigInteger.valueOf(MARGIN));
        margins.setBottom(BigInteger.valueOf(MARGIN));
        margins.setLeft(BigInteger.valueOf(INNER_MARGIN));
        margins.setRight(BigInteger.valueOf(MARGIN));
        margins.setHeader(BigInteger.valueOf(MARGIN / 2));
        margins.setFooter(BigInteger.valueOf(MARGIN / 2));
        margins.setGutter(BigInteger.ZERO);
    }

    /** Without this Word lays a document out as in 2007, and says so. */
    private static void useTodaysLayout(XWPFDocument docx) {
        try (var cursor = docx.getSettings().getCTSettings().newCursor()) {
            cursor.toNextToken();
            cursor.beginElement("compat", WORD);
            cursor.beginElement("compatSetting", WORD);
            cursor.insertAttributeWithValue("name", WORD, "compatibilityMode");
            cursor.insertAttributeWithValue("uri", WORD, "http://schemas.microsoft.com/office/word");
            cursor.insertAttributeWithValue("val", WORD, "15");
        }
    }

    private static void describe(XWPFDocument docx, TextDocument document) throws InvalidFormatException {
        var properties = docx.getProperties();
        properties.getExtendedProperties().setApplication("Aisha");
        var core = properties.getCoreProperties();
        core.setTitle(document.title());
        core.setCreator("Aisha");
        core.setCreated(NO_MOMENT);
        core.setModified(NO_MOMENT);
    }

    private static void addFooter(XWPFDocument docx, String title) {
        var line = docx.createFooter(HeaderFooterType.DEFAULT).createParagraph();
        line.setStyle("Footer");
        line.createRun().setText(shortened(title));
        line.createRun().addTab();
        addField(line, "PAGE");
        line.createRun().setText(" / ");
        addField(line, "NUMPAGES");
    }

    private static void addField(XWPFParagraph line, String name) {
        var field = line.getCTP().addNewFldSimple();
        field.setInstr(name);
        field.addNewR().addNewT().setStringValue("1");
    }

    private static void addHead(XWPFDocument docx, TextDocument document) {
        if (!document.title().isEmpty()) {
            var title = DocxBody.paragraph(docx, "Title", document.title());
            DocxBody.addText(title.createRun(), document.title());
        }
        addFacts(docx, document.facts());
    }

    private static void addFacts(XWPFDocument docx, List<Fact> facts) {
        for (var fact : facts) {
            var line = DocxBody.paragraph(docx, "Fact", fact.label());
            var label = line.createRun();
            label.setStyle("FactLabel");
            label.setText(fact.label());
            label.addTab();
            line.createRun().setText(fact.value());
        }
        if (!facts.isEmpty()) {
            DocxBody.paragraph(docx, "HeadEnd", "");
        }
    }

    private static String shortened(String title) {
        var most = 60;
        return title.codePointCount(0, title.length()) <= most
                ? title
                : title.substring(0, title.offsetByCodePoints(0, most)).strip() + "…";
    }

    /** Word checks the spelling of a language in a country. */
    private static String spelling(Locale language) {
        return switch (language.toLanguageTag()) {
            case "ru" -> "ru-RU";
            case "en" -> "en-US";
            case "und" -> "x-none";
            default -> language.toLanguageTag();
        };
    }

    private static InputStream resource(String name) throws IOException {
        var content = PoiDocumentWriter.class.getResourceAsStream(name);
        if (content == null) {
            throw new FileNotFoundException("No " + name + " on the class path");
        }
        return content;
    }
}
