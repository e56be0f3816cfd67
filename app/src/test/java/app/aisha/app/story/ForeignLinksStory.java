package app.aisha.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.adapters.http.Canary;
import app.aisha.adapters.http.ForeignAddresses;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Links in whatever people send are words: nobody follows them, whatever they are spelled like. */
class ForeignLinksStory {

    private static final int LINKS_A_MESSAGE = 40;

    private final Town town = Town.with(Town.Intake.POLLING);
    private final Canary canary = new Canary();
    private final List<String> links = ForeignAddresses.leadingTo(canary.port()).stream()
            .map(link -> link.replaceAll("\\s", " "))
            .toList();

    ForeignLinksStory() throws IOException {}

    @BeforeEach
    void calm() {
        town.calm();
    }

    @AfterEach
    void close() throws IOException {
        canary.close();
    }

    @Test
    void linksInMessagesFilesAndWishesAreNotFollowed() throws IOException {
        var john = town.person("John", "en");
        for (var part : parts()) {
            john.says(part);
        }
        john.seesInReplyTo(
                john.sends("document", "links.txt", String.join("\n", links).getBytes(StandardCharsets.UTF_8)),
                "links.txt");
        john.seesInReplyTo(john.sends("document", "links.docx", document()), "links.docx");
        town.hears("%s %s".formatted(links.get(0), links.get(1)));
        john.seesInReplyTo(
                john.sends(
                        "voice", "http://127.0.0.1:%d/a.ogg".formatted(canary.port()), Person.resource("note-en.ogg")),
                "http");
        wishesAPicture(john);

        assertThat(canary.connections()).isZero();
        System.out.printf("Links that people sent: %d, followed: 0%n", links.size());
    }

    private void wishesAPicture(Person john) {
        john.says("/picture");
        john.taps("📷 Right from photos, no training");
        john.sends("photo", "photo.jpg", PhotoSession.portraits(1, 11).getFirst());
        john.sees("I have the photo");
        john.says("like " + links.get(0) + " and " + links.get(20));
        john.sees("This is what it will be");
    }

    private List<String> parts() {
        return IntStream.range(0, links.size() / LINKS_A_MESSAGE)
                .mapToObj(part -> links.stream()
                        .skip((long) part * LINKS_A_MESSAGE)
                        .limit(LINKS_A_MESSAGE)
                        .collect(Collectors.joining(" ")))
                .toList();
    }

    /** A document whose picture, template and entity lie elsewhere. */
    private byte[] document() throws IOException {
        var bytes = new ByteArrayOutputStream();
        var address = "http://127.0.0.1:" + canary.port();
        try (var zip = new ZipOutputStream(bytes)) {
            add(zip, "[Content_Types].xml", """
                <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
                <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
                <Default Extension="xml" ContentType="application/xml"/>
                <Override PartName="/word/document.xml"
                ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>\
                """);
            add(zip, "_rels/.rels", """
                <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1"
                Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
                Target="word/document.xml"/></Relationships>\
                """);
            add(zip, "word/_rels/document.xml.rels", """
                <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1"
                Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate"
                Target="%s/template.dotm" TargetMode="External"/><Relationship Id="r2"
                Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
                Target="%s/a.png" TargetMode="External"/></Relationships>\
                """.formatted(address, address));
            add(zip, "word/document.xml", """
                <w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>
                <w:p><w:r><w:t>Said in a document, see %s</w:t></w:r></w:p></w:body></w:document>\
                """.formatted(address));
        }
        return bytes.toByteArray();
    }

    private static void add(ZipOutputStream zip, String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + content).getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
