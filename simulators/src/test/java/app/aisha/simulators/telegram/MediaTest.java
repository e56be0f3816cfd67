package app.aisha.simulators.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files from the bot and from users, and their downloads. */
class MediaTest extends WithSimulator {

    private long user;

    @BeforeEach
    void start() throws Exception {
        user = client.startedUser();
    }

    @ParameterizedTest
    @CsvSource({
        "sendVoice, voice, a.ogg, audio/ogg",
        "sendAudio, audio, a.mp3, audio/mpeg",
        "sendVideo, video, a.mp4, video/mp4",
        "sendVideoNote, video_note, a.mp4, ",
        "sendDocument, document, a.srt, application/x-subrip",
        "sendAnimation, animation, a.mp4, video/mp4",
    })
    void everyKindOfFileIsShownByItsKind(String method, String kind, String name, String type) throws Exception {
        var sent = client.upload(method, Map.of("chat_id", user, "duration", 7, kind, Samples.file(name, "bytes")));

        var file = sent.at("/result/" + kind);
        assertThat(file.path("file_size").asLong(0)).isEqualTo(5);
        assertThat(file.path("file_id").asString("")).isNotEmpty();
        assertThat(file.path("mime_type").asString(null)).isEqualTo(type);
        assertThat(file.path("duration").asInt(-1)).isEqualTo(kind.equals("document") ? -1 : 7);
        assertThat(sent.path("result").has("document")).isEqualTo(kind.equals("document") || kind.equals("animation"));
    }

    @Test
    void aFileIdSendsTheSameFileAgain() throws Exception {
        var first = client.upload("sendDocument", Map.of("chat_id", user, "document", Samples.file("a.txt", "aaa")))
                .at("/result/document");
        var again = client.ok(
                "sendDocument",
                "chat_id",
                user,
                "document",
                first.path("file_id").asString(""),
                "caption",
                "again");

        assertThat(again.path("document")).isEqualTo(first);
        assertThat(again.path("caption").asString("")).isEqualTo("again");
        assertThat(client.refused(
                        "sendPhoto",
                        "chat_id",
                        user,
                        "photo",
                        first.path("file_id").asString("")))
                .isEqualTo("400 Bad Request: can't use file of type Document as Photo");
        assertThat(client.refused("sendDocument", "chat_id", user, "document", "nonsense"))
                .isEqualTo("400 Bad Request: wrong file identifier/HTTP URL specified");
        assertThat(client.refused("sendDocument", "chat_id", user))
                .isEqualTo("400 Bad Request: there is no document in the request");
        assertThat(client.refused("sendDocument", "chat_id", user, "document", "http://localhost/x"))
                .isEqualTo("400 Bad Request: failed to get HTTP URL content");
        assertThat(client.refused("sendDocument", "chat_id", user, "document", "file:///etc/passwd"))
                .isEqualTo("400 Bad Request: wrong file identifier/HTTP URL specified");
    }

    @Test
    void theSameBytesUploadedTwiceShareTheUniqueIdOnly() throws Exception {
        var one = client.userUploads(user, "kind=document&name=a.txt", new byte[] {1, 2})
                .path("document");
        var two = client.userUploads(user, "kind=document&name=a.txt", new byte[] {1, 2})
                .path("document");
        var other = client.userUploads(user, "kind=document&name=b.txt", new byte[] {1, 2})
                .path("document");

        assertThat(two.path("file_id")).isNotEqualTo(one.path("file_id"));
        assertThat(two.path("file_unique_id")).isEqualTo(one.path("file_unique_id"));
        assertThat(other.path("file_unique_id")).isNotEqualTo(one.path("file_unique_id"));
    }

    @Test
    void photosComeInAscendingSizes() throws Exception {
        var sizes = client.upload(
                        "sendPhoto", Map.of("chat_id", user, "photo", "attach://x", "x", Samples.photo(1600, 800)))
                .at("/result/photo");

        assertThat(sizes.valueStream()
                        .map(size -> size.path("width").asInt(0) + "x"
                                + size.path("height").asInt(0)))
                .containsExactly("90x45", "320x160", "800x400", "1280x640");
        var largest = download(sizes.get(3).path("file_id").asString(""));
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(largest));
        assertThat(image.getWidth()).isEqualTo(1280);
        assertThat(largest.length).isEqualTo(sizes.get(3).path("file_size").asInt(0));
        var again = client.ok(
                "sendPhoto",
                "chat_id",
                user,
                "photo",
                sizes.get(0).path("file_id").asString(""));
        assertThat(again.path("photo")).isEqualTo(sizes);
    }

    @Test
    void whatIsNoPhotoIsRefused() throws Exception {
        assertThat(photo(Samples.file("x.jpg", "no image"))).isEqualTo("Bad Request: IMAGE_PROCESS_FAILED");
        assertThat(photo(Samples.file("x.jpg", ""))).isEqualTo("Bad Request: file must be non-empty");
        assertThat(photo(Samples.photo(2100, 100))).isEqualTo("Bad Request: PHOTO_INVALID_DIMENSIONS");
        assertThat(photo(Samples.photo(9900, 500))).isEqualTo("Bad Request: PHOTO_INVALID_DIMENSIONS");
        assertThat(photo(new MultipartForm.File("x.jpg", "image/jpeg", new byte[(10 << 20) + 1])))
                .isEqualTo("Bad Request: file of size 10485761 bytes is too big for a photo; "
                        + "the maximum size is 10485760 bytes");
    }

    private String photo(MultipartForm.File file) throws Exception {
        return client.upload("sendPhoto", Map.of("chat_id", user, "photo", file))
                .path("description")
                .asString("");
    }

    @Test
    void uploadsEndAtFiftyMegabytes() throws Exception {
        var most = new MultipartForm.File("x.bin", "", new byte[50 << 20]);
        var more = new MultipartForm.File("x.bin", "", new byte[(50 << 20) + 1]);

        assertThat(client.upload("sendDocument", Map.of("chat_id", user, "document", most))
                        .path("ok")
                        .asBoolean(false))
                .isTrue();
        var refused =
                client.uploadRaw("/bot" + Client.TOKEN + "/sendDocument", Map.of("chat_id", user, "document", more));
        assertThat(refused.statusCode()).isEqualTo(413);
        assertThat(refused.body()).contains("Request Entity Too Large");
    }

    private byte[] download(String fileId) throws Exception {
        var path = client.ok("getFile", "file_id", fileId).path("file_path").asString("");
        var answer = client.get("/prefix/file/bot" + Client.TOKEN + "/" + path);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValueAsLong("Content-Length")).hasValue(answer.body().length);
        return answer.body();
    }

    @Test
    void downloadsAreExact() throws Exception {
        var bytes = new byte[3_000_000];
        new Random(1).nextBytes(bytes);
        var voice = client.userUploads(user, "kind=voice&duration=9", bytes).path("voice");

        assertThat(download(voice.path("file_id").asString(""))).isEqualTo(bytes);
        assertThat(voice.path("mime_type").asString("")).isEqualTo("audio/ogg");
        var saved = client.get("/control/files/" + voice.path("file_id").asString(""));
        assertThat(saved.body()).isEqualTo(bytes);
        assertThat(saved.headers().firstValue("Content-Type")).hasValue("audio/ogg");
        assertThat(saved.headers().firstValue("Content-Disposition").orElse("")).contains("file_0.oga");
        assertThat(client.get("/control/files/nonsense").statusCode()).isEqualTo(404);
    }

    @Test
    void linksExpireAfterAnHour() throws Exception {
        var file = client.userUploads(user, "kind=document&name=%D0%BE.txt", new byte[] {5})
                .path("document");
        var path = client.ok("getFile", "file_id", file.path("file_id").asString(""))
                .path("file_path")
                .asString("");

        client.control("POST", "clock", "{\"advance_seconds\":3601}");
        assertThat(client.get("/file/bot" + Client.TOKEN + "/" + path).statusCode())
                .isEqualTo(404);
        assertThat(download(file.path("file_id").asString(""))).hasSize(1);
        assertThat(client.get("/file/botwrong/" + path).statusCode()).isEqualTo(404);
        assertThat(client.refused("getFile", "file_id", "nonsense"))
                .isEqualTo("400 Bad Request: wrong file_id or the file is temporarily unavailable");
    }

    @Test
    void downloadsEndAtTwentyMegabytes() throws Exception {
        var most = client.userUploads(user, "kind=audio&declared_size=" + (20 << 20), new byte[] {1})
                .path("audio");
        var more = client.userUploads(
                        user, "kind=audio&title=T&performer=P&declared_size=" + ((20 << 20) + 1), new byte[] {1})
                .path("audio");

        assertThat(download(most.path("file_id").asString(""))).hasSize(1);
        assertThat(more.path("file_size").asInt(0)).isEqualTo((20 << 20) + 1);
        assertThat(more.path("title").asString("") + more.path("performer").asString(""))
                .isEqualTo("TP");
        assertThat(client.refused("getFile", "file_id", more.path("file_id").asString("")))
                .isEqualTo("400 Bad Request: file is too big");
    }

    @Test
    void aVoiceWithoutStatedDurationHasThatOfItsOgg() throws Exception {
        assertThat(client.userUploads(user, "kind=voice", Samples.ogg(42))
                        .at("/voice/duration")
                        .asInt(0))
                .isEqualTo(42);
        assertThat(client.userUploads(user, "kind=voice", new byte[] {1})
                        .at("/voice/duration")
                        .asInt(-1))
                .isZero();
    }

    @Test
    void userUploadsAreChecked() throws Exception {
        var path = "/control/chats/" + user + "/media?kind=";
        var body = BodyPublishers.ofByteArray(new byte[] {1});

        assertThat(client.send("POST", path + "smell", "x/y", body).statusCode())
                .isEqualTo(400);
        assertThat(client.send("POST", path + "photo", "x/y", body).body()).contains("IMAGE_PROCESS_FAILED");
        assertThat(client.send("POST", path + "voice&caption=" + "x".repeat(1025), "x/y", body)
                        .statusCode())
                .isEqualTo(400);
        var sent = client.userUploads(user, "kind=document&name=a.pdf&caption=read%20this&reply_to=1", new byte[] {1});
        assertThat(sent.path("caption").asString("")).isEqualTo("read this");
        assertThat(sent.at("/reply_to_message/text").asString("")).isEqualTo("/start");
        assertThat(sent.at("/document/mime_type").asString("")).isEqualTo("application/pdf");
    }

    @Test
    void aLocalServerGivesPathsAndTakesThem() throws Exception {
        try (var local = TelegramSimulator.start(
                        TelegramSimulator.Settings.inMemory().withLocalMode());
                var near = new Client(local.root())) {
            var ann = near.startedUser();
            var file = near.userUploads(
                            ann,
                            "kind=document&name=a.txt&declared_size=" + (30 << 20),
                            "big".getBytes(StandardCharsets.UTF_8))
                    .path("document");
            var path = near.ok("getFile", "file_id", file.path("file_id").asString(""))
                    .path("file_path")
                    .asString("");

            assertThat(Path.of(path)).isAbsolute().hasContent("big");
            assertThat(near.get("/file/bot" + Client.TOKEN + "/" + path).statusCode())
                    .isEqualTo(404);
            var sent = near.ok("sendDocument", "chat_id", ann, "document", "file://" + path);
            assertThat(sent.at("/document/file_size").asInt(0)).isEqualTo(3);
            assertThat(near.refused("sendDocument", "chat_id", ann, "document", "file:///nowhere"))
                    .isEqualTo("400 Bad Request: wrong file identifier/HTTP URL specified");
        }
    }
}
