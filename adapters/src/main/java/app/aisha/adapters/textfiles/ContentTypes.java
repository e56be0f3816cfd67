package app.aisha.adapters.textfiles;

import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;

/** What an Office document's list of its parts says it is. */
sealed interface ContentTypes {

    String WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

    /** A Word document without programs in it. */
    record OfWord(String mainPart) implements ContentTypes {}

    /** Such as a table, or a document with macros. */
    record OfAnotherDocument() implements ContentTypes {}

    record OfAnotherArchive() implements ContentTypes {}

    static ContentTypes read(InputStream stream) throws XMLStreamException {
        var parts = parts(stream);
        var main = parts.entrySet().stream()
                .filter(part -> part.getValue().equals(WORD))
                .map(Map.Entry::getKey)
                .findFirst();
        var hasMacros =
                parts.values().stream().anyMatch(type -> type.contains("macroEnabled") || type.contains("vbaProject"));
        if (main.isPresent() && !hasMacros) {
            return new OfWord(main.get().replaceFirst("^/", ""));
        }
        return hasMacros || parts.values().stream().anyMatch(type -> type.contains("officedocument"))
                ? new OfAnotherDocument()
                : new OfAnotherArchive();
    }

    /** Types by the names of their parts, or by the ending that parts of this type have. */
    private static Map<String, String> parts(InputStream stream) throws XMLStreamException {
        var parts = new HashMap<String, String>();
        var xml = XmlStreams.open(stream);
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                var name = Optional.ofNullable(xml.getAttributeValue(null, "PartName"))
                        .or(() -> Optional.ofNullable(xml.getAttributeValue(null, "Extension")));
                var type = Optional.ofNullable(xml.getAttributeValue(null, "ContentType"));
                if (name.isPresent() && type.isPresent()) {
                    parts.put(name.get(), type.get());
                }
            }
        }
        return parts;
    }
}
