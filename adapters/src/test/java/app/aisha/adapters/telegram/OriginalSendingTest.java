package app.aisha.adapters.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.adapters.telegram.BotServer.Answer;
import app.aisha.bot.delivery.Delivery;
import app.aisha.bot.screen.Original;
import app.aisha.bot.screen.Page;
import app.aisha.core.account.ChatId;
import app.aisha.core.media.InMemoryMediaStore;
import app.aisha.core.media.MediaKey;
import app.aisha.core.media.MediaUnavailable;
import app.aisha.core.transcript.Recording;
import app.aisha.core.work.ScratchFolders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OriginalSendingTest {

    private static final MediaKey KEY = new MediaKey("users/1/recordings/2/original.ogg");
    private static final String MESSAGE = "{\"message_id\":77,\"date\":1,\"chat\":{\"id\":5,\"type\":\"private\"}}";

    private final InMemoryMediaStore media = new InMemoryMediaStore();
    private BotServer server;
    private TelegramMessenger messenger;

    @TempDir
    private Path folder;

    @BeforeEach
    void start() throws IOException {
        server = new BotServer().answering(_ -> Answer.result(MESSAGE));
        messenger = new TelegramMessenger(
                server.api(),
                new OriginalSending(server.api(), media, new ScratchFolders(folder.resolve("scratch")), 1_000),
                new StoreSending(server.api(), media, new ScratchFolders(folder.resolve("scratch")), (_, _, _) -> {}),
                new AlbumSending(server.api(), media, new ScratchFolders(folder.resolve("scratch")), (_, _, _) -> {}));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({
        "VOICE, sendVoice, voice",
        "AUDIO, sendAudio, audio",
        "VIDEO, sendVideo, video",
        "VIDEO_NOTE, sendVideoNote, video_note",
        "DOCUMENT, sendDocument, document"
    })
    void aRecordingGoesBackTheWayItCameWithoutAByte(Recording.Kind kind, String method, String field)
            throws InterruptedException {
        assertThat(send(kind)).isEqualTo(new Delivery.Delivered(77));

        assertThat(server.only().method()).isEqualTo(method);
        assertThat(server.only().form()).containsEntry(field, "FILE").containsEntry("chat_id", "5");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bad Request: wrong file identifier/HTTP URL specified",
                "Bad Request: can't use file of type Audio as VoiceNote",
                "Bad Request: VOICE_MESSAGES_FORBIDDEN"
            })
    void whatTelegramDoesNotHaveComesFromTheStore(String refusal) throws Exception {
        stored(500);
        server.answering(
                call -> call.method().equals("sendVoice") ? Answer.refusal(400, refusal) : Answer.result(MESSAGE));

        assertThat(send(Recording.Kind.VOICE)).isEqualTo(new Delivery.Delivered(77));

        assertThat(server.only().method()).isEqualTo("sendDocument");
        assertThat(server.only().parts())
                .containsEntry("document", "x".repeat(500))
                .containsEntry("caption", "🎧 <b>Plan</b>");
        assertThat(server.only().text()).contains("filename=\"Plan.ogg\"");
        assertThat(folder.resolve("scratch")).isEmptyDirectory();
    }

    @Test
    void whatIsTooLargeOrGoneIsSaid() throws Exception {
        server.answering(call -> call.method().equals("sendVoice")
                ? Answer.refusal(400, "Bad Request: wrong file identifier/HTTP URL specified")
                : Answer.result(MESSAGE));

        send(Recording.Kind.VOICE);
        assertThat(server.only().form()).containsEntry("text", "gone");

        stored(1_001);
        send(Recording.Kind.VOICE);
        assertThat(server.only().form()).containsEntry("text", "too large");
    }

    @Test
    void aStoreThatIsAwayIsNoAnswerAndWhoBlockedTheBotIsLeftAlone() throws Exception {
        server.answering(_ -> Answer.refusal(400, "Bad Request: wrong file identifier/HTTP URL specified"));
        media.setAway(true);
        assertThat(send(Recording.Kind.VOICE)).isInstanceOf(Delivery.Unknown.class);

        server.answering(_ -> Answer.refusal(403, "Forbidden: bot was blocked by the user"));
        assertThat(send(Recording.Kind.VOICE)).isInstanceOf(Delivery.Unreachable.class);
    }

    private Delivery send(Recording.Kind kind) throws InterruptedException {
        var original = new Original("FILE", kind, "Plan.ogg", KEY, new Original.Excuses("too large", "gone"));
        return messenger.send(
                new ChatId(5), new Page("🎧 <b>Plan</b>", List.of(), Optional.of(original), OptionalLong.empty()));
    }

    private void stored(int bytes) throws IOException, MediaUnavailable {
        var file = folder.resolve("sound");
        Files.writeString(file, "x".repeat(bytes));
        media.put(KEY, file, "audio/ogg");
    }
}
