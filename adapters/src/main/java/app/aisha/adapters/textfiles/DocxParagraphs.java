package app.aisha.adapters.textfiles;

import app.aisha.core.transcript.TextFiles;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The paragraphs of a Word document, those in tables and text boxes among them; what was deleted or moved away is not. */
final class DocxParagraphs {

    private static final Set<String> NAMESPACES = Set.of(
            "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
            "http://purl.oclc.org/ooxml/wordprocessingml/main",
            "http://schemas.openxmlformats.org/officeDocument/2006/math");

    /** Their content is there a second time, in a better form or at its new place. */
    private static final Set<String> SKIPPED = Set.of("Fallback", "moveFrom", "del");

    private static final int DEEPEST = 200;

    private final Deque<StringBuilder> open = new ArrayDeque<>();
    private final List<String> paragraphs = new ArrayList<>();
    private int room = TextFiles.MOST_CHARACTERS;
    private int runs;
    private boolean inText;

    List<String> read(InputStream stream) throws XMLStreamException, IOException {
        var xml = XmlStreams.open(stream);
        var depth = 0;
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    if (SKIPPED.contains(xml.getLocalName())) {
                        skip(xml);
                    } else {
                        start(word(xml).orElse(""));
                        depth = deeper(depth);
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    end(word(xml).orElse(""));
                    depth--;
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.SPACE, XMLStreamConstants.CDATA -> text(xml);
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                    throw new XMLStreamException("No Word document has a document type");
                default -> {}
            }
        }
        return paragraphs;
    }

    private static int deeper(int depth) throws XMLStreamException {
        if (depth >= DEEPEST) {
            throw new XMLStreamException("Nested too deep");
        }
        return depth + 1;
    }

    private static void skip(XMLStreamReader xml) throws XMLStreamException {
        var depth = 1;
        while (depth > 0) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> depth = deeper(depth);
                case XMLStreamConstants.END_ELEMENT -> depth--;
                default -> {}
            }
        }
    }

    private void start(String element) throws IOException {
        switch (element) {
            case "p" -> open.push(new StringBuilder());
            case "r" -> runs++;
            case "t" -> inText = true;
            case "tab", "br", "cr" -> add(runs > 0 ? " " : "");
            case "noBreakHyphen" -> add("‑");
            default -> {}
        }
    }

    private void end(String element) throws IOException {
        switch (element) {
            case "p" -> keep(open.pop().toString());
            case "r" -> runs--;
            case "t" -> inText = false;
            default -> {}
        }
    }

    private void keep(String paragraph) throws IOException {
        if (!paragraph.isBlank()) {
            paragraphs.add(paragraph);
        }
        if (paragraphs.size() > TextFiles.MOST_PASSAGES) {
            throw new LimitedStream.TooLong();
        }
    }

    private void text(XMLStreamReader xml) throws IOException {
        if (inText) {
            add(xml.getText());
        }
    }

    private void add(String text) throws IOException {
        var paragraph = open.peek();
        if (paragraph != null) {
            room -= text.length();
            if (room < 0) {
                throw new LimitedStream.TooLong();
            }
            paragraph.append(text);
        }
    }

    /** The name of an element of the text itself. */
    private static Optional<String> word(XMLStreamReader xml) {
        return Optional.of(xml.getLocalName()).filter(_ -> NAMESPACES.contains(xml.getNamespaceURI()));
    }
}
