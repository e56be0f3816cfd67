package app.aisha.adapters.photos;

import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.core.picture.PixelSize;
import com.drew.imaging.ImageMetadataReader;
import com.drew.metadata.Metadata;
import com.drew.metadata.xmp.XmpDirectory;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is finished says how it was made and nothing else. */
class ProvenanceTest {

    private static final PixelSize SIZE = new PixelSize(640, 640);
    private static final String SOURCE = "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia";
    private static final byte[] JPEG = PhotoBytes.jpeg(Scenes.scene(6, SIZE.width(), SIZE.height()), 0.9f);
    private static final byte[] PNG = PhotoBytes.png(Scenes.scene(6, SIZE.width(), SIZE.height()));

    @TempDir
    private Path folder;

    private FinishingTable table;

    @BeforeEach
    void setUp() throws Exception {
        table = new FinishingTable(folder);
    }

    @Test
    void everyFileSaysThatATrainedAlgorithmMadeIt() throws Exception {
        var webp = PhotoBytes.webp(Scenes.scene(6, SIZE.width(), SIZE.height()), false);
        for (var raw : List.of(JPEG, withMetadata(JPEG), PNG, withMetadataInPng(PNG), webp)) {
            for (var words : List.of(Optional.<String>empty(), Optional.of("Made with AI"))) {
                table.finished(raw, SIZE, words);

                assertThat(properties(table.picturePath())).isEqualTo(Map.of("Iptc4xmpExt:DigitalSourceType", SOURCE));
                assertThat(properties(table.thumbnailPath()))
                        .isEqualTo(Map.of("Iptc4xmpExt:DigitalSourceType", SOURCE));
            }
        }
    }

    @Test
    void aJpegHoldsNothingElse() throws Exception {
        var raw = withMetadata(JPEG);
        assertThat(directories(read(Files.write(folder.resolve("before"), raw))))
                .contains("GPS", "Exif IFD0", "IPTC", "JpegComment");

        for (var words : List.of(Optional.<String>empty(), Optional.of("AI"))) {
            table.finished(raw, SIZE, words);
            for (var file : List.of(table.picturePath(), table.thumbnailPath())) {
                assertThat(directories(read(file)))
                        .containsExactlyInAnyOrder("JPEG", "JFIF", "XMP", "Huffman", "File Type", "File");
                assertThat(new Segments(Files.readAllBytes(file)).names())
                        .startsWith("E0 JFIF", "E1 http://ns.adobe.com/xap/1.0/")
                        .endsWith("DA", "D9")
                        .allMatch(it -> it.startsWith("E0") || it.startsWith("E1") || it.matches("DB|C0|C4|DA|D9"));
            }
        }
    }

    @Test
    void aPngHoldsNothingElse() throws Exception {
        for (var words : List.of(Optional.<String>empty(), Optional.of("AI"))) {
            table.finished(withMetadataInPng(PNG), SIZE, words);

            var names = new Segments(Files.readAllBytes(table.picturePath())).names();
            assertThat(names).startsWith("IHDR", "iTXt", "IDAT").endsWith("IEND");
            assertThat(names.stream().distinct()).containsExactly("IHDR", "iTXt", "IDAT", "IEND");
        }
    }

    /** A PNG has a checksum over it, so it may not be changed in place. */
    @Test
    void thePacketIsWellFormedAndReadOnly() throws Exception {
        var names = Map.of("http://ns.adobe.com/xap/1.0/\0", JPEG, "XML:com.adobe.xmp\0\0\0\0\0", PNG);
        for (var name : names.entrySet()) {
            table.finished(name.getValue(), SIZE, Optional.empty());
            var stored = new Segments(Files.readAllBytes(table.picturePath())).xmp();
            var packet = stored.substring(stored.indexOf("<?xpacket"));

            assertThat(stored).isEqualTo(name.getKey() + packet);
            assertThat(packet)
                    .startsWith("<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>")
                    .endsWith("<?xpacket end=\"r\"?>");
            assertThat(packet.getBytes(StandardCharsets.UTF_8).length).isLessThan(2048);
            assertThat(source(packet)).isEqualTo(SOURCE);
        }
    }

    private static String source(String packet) throws Exception {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        var document =
                factory.newDocumentBuilder().parse(new ByteArrayInputStream(packet.getBytes(StandardCharsets.UTF_8)));
        return document.getElementsByTagNameNS("http://iptc.org/std/Iptc4xmpExt/2008-02-29/", "DigitalSourceType")
                .item(0)
                .getTextContent();
    }

    private static byte[] withMetadata(byte[] jpeg) {
        var whole = PhotoBytes.withOrientation(jpeg, 1);
        whole = PhotoBytes.withSegment(
                whole, 0xED, PhotoBytes.latin("Photoshop 3.0\0008BIM\4\4\0\0\0\0\0\12\34\2\120\0\5Almat"));
        return PhotoBytes.withSegment(whole, 0xFE, PhotoBytes.latin("a prompt"));
    }

    private static byte[] withMetadataInPng(byte[] png) {
        var whole = PhotoBytes.withChunk(png, "eXIf", PhotoBytes.tiff(1));
        whole = PhotoBytes.withChunk(whole, "pHYs", new byte[9]);
        return PhotoBytes.withChunk(whole, "tEXt", PhotoBytes.latin("parameters\0a prompt"));
    }

    private static Map<String, String> properties(Path file) throws Exception {
        var packets = read(file).getDirectoriesOfType(XmpDirectory.class);
        assertThat(packets).hasSize(1);
        return packets.iterator().next().getXmpProperties();
    }

    private static List<String> directories(Metadata metadata) {
        var names = new ArrayList<String>();
        metadata.getDirectories().forEach(it -> names.add(it.getName()));
        return names;
    }

    private static Metadata read(Path file) throws Exception {
        return ImageMetadataReader.readMetadata(file.toFile());
    }
}
