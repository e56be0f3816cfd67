package app.aisha.adapters.photos;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/**
 * Says that a trained algorithm made a picture: the property Digital Source Type of the IPTC Photo Metadata Standard as XMP,
 * stored as part 3 of the XMP specification wants it. The packet is marked as not to be changed in place, because a PNG has
 * a checksum over it, and therefore needs no padding.
 */
final class Provenance {

    private static final int APP1 = 0xFFE1;
    private static final String NAME_IN_JPEG = "http://ns.adobe.com/xap/1.0/\0";

    /** Keyword, not packed, no way of packing, no language, no translated keyword. */
    private static final String NAME_IN_PNG = "XML:com.adobe.xmp\0\0\0\0\0";

    private static final String PACKET = """
        <?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
        <x:xmpmeta xmlns:x="adobe:ns:meta/">
        <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
        <rdf:Description rdf:about="" xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/">
        <Iptc4xmpExt:DigitalSourceType>http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia\
        </Iptc4xmpExt:DigitalSourceType>
        </rdf:Description>
        </rdf:RDF>
        </x:xmpmeta>
        <?xpacket end="r"?>\
        """;

    private Provenance() {}

    /** Of a JPEG. */
    static byte[] segment() {
        var content = utf8(NAME_IN_JPEG + PACKET);
        return ByteBuffer.allocate(content.length + 4)
                .putShort((short) APP1)
                .putShort((short) (content.length + 2))
                .put(content)
                .array();
    }

    /** Of a PNG. */
    static byte[] chunk() {
        var content = utf8(NAME_IN_PNG + PACKET);
        var chunk = ByteBuffer.allocate(content.length + 12)
                .putInt(content.length)
                .put(utf8("iTXt"))
                .put(content);
        var sum = new CRC32();
        sum.update(chunk.array(), 4, content.length + 4);
        return chunk.putInt((int) sum.getValue()).array();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
