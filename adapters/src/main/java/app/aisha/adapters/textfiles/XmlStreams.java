package app.aisha.adapters.textfiles;

import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Parsers that read nothing but their stream: no document type, no entity of anybody's own. */
final class XmlStreams {

    private XmlStreams() {}

    static XMLStreamReader open(InputStream stream) throws XMLStreamException {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setXMLResolver((_, _, _, _) -> {
            throw new XMLStreamException("Nothing outside is read");
        });
        factory.setXMLReporter((_, _, _, _) -> {});
        return factory.createXMLStreamReader(stream);
    }
}
