package app.aisha.adapters.textfiles;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.xwpf.usermodel.XWPFDocument;

/** Files as people's programs write them. */
public final class WrittenFiles {

    public static final String RUSSIAN = """
        Съёмка началась в девять утра. Приехали все, кроме оператора: он стоял в пробке на Садовом.

        Решили ждать до десяти — и не дольше. «Успеем», — сказала Дина.
        """;

    public static final String SRT = """
        1
        00:00:01,000 --> 00:00:03,500
        Доброе утро.

        2
        00:00:04,000 --> 00:00:06,000
        Начнём с новостей,
        а потом обсудим план.

        3
        01:02:03,004 --> 01:02:05,000
        До встречи!
        """;

    private static final String TYPES = "[Content_Types].xml";

    private WrittenFiles() {}

    /** One of each kind that is read. */
    public static Map<String, byte[]> all() {
        var files = new LinkedHashMap<String, byte[]>();
        for (var charset : new String[] {"UTF-8", "UTF-16LE", "UTF-16BE", "windows-1251", "KOI8-R", "IBM866"}) {
            files.put(charset, bytes(RUSSIAN, charset));
        }
        files.put("UTF-16 with a mark", bytes(RUSSIAN, "UTF-16"));
        files.put("srt", bytes(SRT, "windows-1251"));
        files.put("vtt", bytes("WEBVTT\n\n00:01.000 --> 00:02.000 align:start\n<v Dina>Hello <i>there</i>\n", "UTF-8"));
        files.put("docx", docx("First paragraph.", "Второй абзац.", ""));
        return files;
    }

    static byte[] bytes(String text, String charset) {
        return text.getBytes(Charset.forName(charset));
    }

    static byte[] docx(String... paragraphs) {
        try (var document = new XWPFDocument()) {
            for (var paragraph : paragraphs) {
                document.createParagraph().createRun().setText(paragraph);
            }
            return bytes(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] bytes(XWPFDocument document) throws IOException {
        var out = new ByteArrayOutputStream();
        document.write(out);
        return out.toByteArray();
    }

    /** A document with this in the place of its body. */
    static byte[] docxOf(String xml) {
        return with(docx("gone"), Map.of("word/document.xml", xml));
    }

    /** The list of types with something replaced. */
    static byte[] docxWithTypes(String sought, String replacement) {
        var docx = docx("words");
        return with(docx, Map.of(TYPES, part(docx, TYPES).replace(sought, replacement)));
    }

    static String part(byte[] zip, String name) {
        return parts(zip).getOrDefault(name, "");
    }

    static byte[] zip(Map<String, String> parts) {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static byte[] with(byte[] docx, Map<String, String> others) {
        var parts = parts(docx);
        parts.putAll(others);
        return zip(parts);
    }

    private static Map<String, String> parts(byte[] bytes) {
        var parts = new LinkedHashMap<String, String>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return parts;
    }

    /** Under a password, which makes another kind of file of it. */
    static byte[] locked() throws Exception {
        try (var files = new POIFSFileSystem()) {
            var encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword("secret");
            try (var out = encryptor.getDataStream(files)) {
                out.write(docx("words"));
            }
            return bytes(files);
        }
    }

    /** With a stream of this name, as the programs before 2007 wrote them. */
    static byte[] compound(String stream) throws IOException {
        try (var files = new POIFSFileSystem()) {
            files.createDocument(new ByteArrayInputStream(new byte[5000]), stream);
            return bytes(files);
        }
    }

    private static byte[] bytes(POIFSFileSystem files) throws IOException {
        var out = new ByteArrayOutputStream();
        files.writeFilesystem(out);
        return out.toByteArray();
    }
}
