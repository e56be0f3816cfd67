package app.aisha.adapters.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.adapters.telegram.BotServer.Answer;
import app.aisha.bot.delivery.Delivery;
import app.aisha.bot.screen.Archive;
import app.aisha.bot.screen.Attachment;
import app.aisha.bot.screen.Page;
import app.aisha.bot.screen.StoredPicture;
import app.aisha.core.account.ChatId;
import app.aisha.core.account.UserId;
import app.aisha.core.media.FlatArchive.Entry;
import app.aisha.core.media.InMemoryMediaStore;
import app.aisha.core.media.MediaKey;
import app.aisha.core.media.MediaUnavailable;
import app.aisha.core.picture.PictureId;
import app.aisha.core.work.ScratchFolders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreSendingTest {

    private static final MediaKey KEY = new MediaKey("users/1/pictures/2/picture.png");
    private static final PictureId PICTURE = new PictureId(new UUID(1, 2));
    private static final UserId OWNER = new UserId(new UUID(3, 4));
    private static final String MESSAGE = "{\"message_id\":77,\"date\":1,\"chat\":{\"id\":5,\"type\":\"private\"}";
    private static final String PHOTO = MESSAGE
            + ",\"photo\":[{\"file_id\":\"SMALL\",\"file_unique_id\":\"s\",\"width\":90,\"height\":90},"
            + "{\"file_id\":\"LARGE\",\"file_unique_id\":\"l\",\"width\":800,\"height\":800},"
            + "{\"file_id\":\"MEDIUM\",\"file_unique_id\":\"m\",\"width\":320,\"height\":320}]}";

    private final InMemoryMediaStore media = new InMemoryMediaStore();
    private final List<String> sent = new ArrayList<>();
    private BotServer server;
    private TelegramMessenger messenger;

    @TempDir
    private Path folder;

    @BeforeEach
    void start() throws IOException {
        server = new BotServer().answering(_ -> Answer.result(PHOTO));
        var scratch = new ScratchFolders(folder.resolve("scratch"));
        messenger = new TelegramMessenger(
                server.api(),
                new OriginalSending(server.api(), media, scratch, 1_000),
                new StoreSending(
                        server.api(),
                        media,
                        scratch,
                        (picture, owner, file) -> sent.add("%s %s %s".formatted(picture, owner, file))),
                new AlbumSending(server.api(), media, scratch, (_, _, _) -> {}));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private void stored(MediaKey key, String content) throws IOException, MediaUnavailable {
        media.put(key, Files.writeString(folder.resolve("file"), content), "image/png");
    }

    private static StoredPicture picture(StoredPicture.Form form, Optional<String> known) {
        return new StoredPicture(PICTURE, OWNER, form, known, KEY, "aisha-1.png", "it is <b>gone</b>");
    }

    private Delivery send(Attachment attachment) throws InterruptedException {
        var rows = List.of(List.of(new Page.Key("Back", "menu")));
        return messenger.send(
                new ChatId(5), new Page("<b>Sea</b>", rows, Optional.of(attachment), OptionalLong.empty()));
    }

    @Test
    void whatTelegramKnowsGoesWithoutAByte() throws Exception {
        assertThat(send(picture(StoredPicture.Form.PHOTO, Optional.of("AgAC")))).isEqualTo(new Delivery.Delivered(77));

        assertThat(server.only().method()).isEqualTo("sendPhoto");
        assertThat(server.only().form())
                .containsEntry("photo", "AgAC")
                .containsEntry("caption", "<b>Sea</b>")
                .containsEntry("parse_mode", "HTML");
        assertThat(server.only().form().get("reply_markup")).contains("\"callback_data\":\"menu\"");
        assertThat(sent).isEmpty();
    }

    @Test
    void whatIsUploadedIsKnownByItsLargestSizeFromThenOn() throws Exception {
        stored(KEY, "pixels");

        assertThat(send(picture(StoredPicture.Form.PHOTO, Optional.empty()))).isEqualTo(new Delivery.Delivered(77));

        assertThat(server.only().method()).isEqualTo("sendPhoto");
        assertThat(server.only().parts()).containsEntry("photo", "pixels").containsEntry("caption", "<b>Sea</b>");
        assertThat(server.only().text()).contains("filename=\"aisha-1.png\"", "callback_data");
        assertThat(sent).containsExactly("%s %s LARGE".formatted(PICTURE, OWNER));
        assertThat(folder.resolve("scratch")).isEmptyDirectory();
    }

    @Test
    void whatTelegramForgotIsUploadedAgain() throws Exception {
        stored(KEY, "pixels");
        server.answering(call -> call.text().contains("AgAC")
                ? Answer.refusal(400, "Bad Request: wrong file identifier/HTTP URL specified")
                : Answer.result(PHOTO));

        assertThat(send(picture(StoredPicture.Form.PHOTO, Optional.of("AgAC")))).isEqualTo(new Delivery.Delivered(77));

        assertThat(server.only().parts()).containsEntry("photo", "pixels");
        assertThat(sent).hasSize(1);
    }

    @Test
    void asAFileItComesByteByByteAndIsNoPhotoToTelegram() throws Exception {
        stored(KEY, "pixels");

        send(picture(StoredPicture.Form.FILE, Optional.empty()));

        assertThat(server.only().method()).isEqualTo("sendDocument");
        assertThat(server.only().parts())
                .containsEntry("document", "pixels")
                .containsEntry("disable_content_type_detection", "true");
        assertThat(sent).isEmpty();
    }

    @Test
    void anArchiveIsPackedOfWhatTheStoreHolds() throws Exception {
        var other = new MediaKey("users/1/pictures/3/picture.png");
        stored(KEY, "first pixels");
        stored(other, "other pixels");

        send(new Archive(
                "aisha.zip",
                List.of(
                        new Entry(KEY, "001-a.png"),
                        new Entry(new MediaKey("lost"), "002-b.png"),
                        new Entry(other, "003-c.png")),
                "gone"));

        assertThat(server.only().method()).isEqualTo("sendDocument");
        assertThat(server.only().text())
                .contains("filename=\"aisha.zip\"", "001-a.png", "first pixels", "003-c.png", "other pixels")
                .doesNotContain("002-b.png");
        assertThat(folder.resolve("scratch")).isEmptyDirectory();
    }

    @Test
    void whatIsGoneIsSaidWithTheWayBack() throws Exception {
        for (var attachment : List.of(
                picture(StoredPicture.Form.PHOTO, Optional.empty()),
                picture(StoredPicture.Form.FILE, Optional.empty()),
                new Archive("aisha.zip", List.of(new Entry(KEY, "a.png")), "it is <b>gone</b>"))) {
            assertThat(send(attachment)).isEqualTo(new Delivery.Delivered(77));
            assertThat(server.only().method()).isEqualTo("sendMessage");
            assertThat(server.only().form()).containsEntry("text", "it is <b>gone</b>");
            assertThat(server.only().form().get("reply_markup")).contains("menu");
        }
    }

    @Test
    void aStoreThatIsAwayIsNoAnswerAndWhoBlockedTheBotIsLeftAlone() throws Exception {
        media.setAway(true);
        assertThat(send(picture(StoredPicture.Form.PHOTO, Optional.empty()))).isInstanceOf(Delivery.Unknown.class);

        server.answering(_ -> Answer.refusal(403, "Forbidden: bot was blocked by the user"));
        assertThat(send(picture(StoredPicture.Form.PHOTO, Optional.of("AgAC"))))
                .isInstanceOf(Delivery.Unreachable.class);
    }
}
