package app.aisha.adapters.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.adapters.telegram.BotServer.Answer;
import app.aisha.bot.delivery.Delivery;
import app.aisha.bot.screen.Document;
import app.aisha.bot.screen.Invoice;
import app.aisha.bot.screen.Page;
import app.aisha.bot.screen.Picture;
import app.aisha.core.account.ChatId;
import app.aisha.core.media.InMemoryMediaStore;
import app.aisha.core.work.ScratchFolders;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TelegramMessengerTest {

    private static final ChatId CHAT = new ChatId(4_503_599_627_370_496L);
    private static final String MESSAGE =
            "{\"message_id\":77,\"date\":1,\"chat\":{\"id\":4503599627370496,\"type\":\"private\"}}";

    private BotServer server;
    private TelegramMessenger messenger;

    @BeforeEach
    void start() throws IOException {
        server = new BotServer().answering(_ -> Answer.result(MESSAGE));
        var media = new InMemoryMediaStore();
        var scratch = new ScratchFolders(Path.of("target", "messenger-scratch"));
        messenger = new TelegramMessenger(
                server.api(),
                new OriginalSending(server.api(), media, scratch, 1_000),
                new StoreSending(server.api(), media, scratch, (_, _, _) -> {}),
                new AlbumSending(server.api(), media, scratch, (_, _, _) -> {}));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static Page page(String html) {
        return new Page(html, List.of(), Optional.empty(), OptionalLong.empty());
    }

    @Test
    void aPageBecomesAMessageWithItsKeyboardAsAReply() throws InterruptedException {
        var rows = List.of(
                List.of(new Page.Key("Да", "v1:y"), new Page.Key("Нет", "v1:n")),
                List.of(new Page.Key("Меню", "v1:m")));

        var delivery = messenger.send(CHAT, new Page("<b>Готово</b>", rows, Optional.empty(), OptionalLong.of(41)));

        assertThat(delivery).isEqualTo(new Delivery.Delivered(77));
        var form = server.only().form();
        assertThat(server.only().method()).isEqualTo("sendMessage");
        assertThat(form)
                .containsEntry("chat_id", "4503599627370496")
                .containsEntry("text", "<b>Готово</b>")
                .containsEntry("parse_mode", "HTML");
        assertThat(JsonParser.parseString(form.get("reply_markup"))).isEqualTo(JsonParser.parseString("""
            {"inline_keyboard":[
              [{"text":"Да","callback_data":"v1:y"},{"text":"Нет","callback_data":"v1:n"}],
              [{"text":"Меню","callback_data":"v1:m"}]]}\
            """));
        assertThat(JsonParser.parseString(form.get("reply_parameters")))
                .isEqualTo(JsonParser.parseString("{\"message_id\":41,\"allow_sending_without_reply\":true}"));
        assertThat(JsonParser.parseString(form.get("link_preview_options")))
                .isEqualTo(JsonParser.parseString("{\"is_disabled\":true}"));
    }

    @Test
    void aPageWithADocumentBecomesAnUploadWithACaption() throws InterruptedException {
        var document = new Document("Разговор с Анной.txt", "Раз, два, три\n");
        var rows = List.of(List.of(new Page.Key("Меню", "v1:m")));

        var delivery = messenger.send(CHAT, new Page("<i>Текст</i>", rows, Optional.of(document), OptionalLong.of(3)));

        assertThat(delivery).isEqualTo(new Delivery.Delivered(77));
        assertThat(server.only().method()).isEqualTo("sendDocument");
        assertThat(server.only().parts())
                .containsEntry("chat_id", "4503599627370496")
                .containsEntry("caption", "<i>Текст</i>")
                .containsEntry("parse_mode", "HTML")
                .containsEntry("document", "Раз, два, три\n")
                .containsKeys("reply_markup", "reply_parameters");
        assertThat(server.only().text()).contains("filename=\"Разговор с Анной.txt\"\r\nContent-Type: text/plain");
    }

    @Test
    void aPageWithAPictureBecomesAPhotoWithACaption() throws InterruptedException {
        var page = new Page(
                "<i>Неделя</i>",
                List.of(List.of(new Page.Key("Меню", "v1:m"))),
                Optional.of(Picture.png(new byte[] {1, 2, 3})),
                OptionalLong.empty());

        assertThat(messenger.send(CHAT, page)).isEqualTo(new Delivery.Delivered(77));
        assertThat(server.only().method()).isEqualTo("sendPhoto");
        assertThat(server.only().parts())
                .containsEntry("caption", "<i>Неделя</i>")
                .containsEntry("parse_mode", "HTML")
                .containsEntry("photo", "\001\002\003")
                .containsKeys("reply_markup");
        assertThat(server.only().text()).contains("Content-Type: image/png");
    }

    @Test
    void aPageWithAnInvoiceIsPaidByAButtonOfOurOwnBeforeTheOthers() throws InterruptedException {
        var page = new Page(
                "<b>300</b> кредитов &amp; бонус",
                List.of(List.of(new Page.Key("Меню", "v1:m"))),
                Optional.of(new Invoice("300 кредитов", "order", "Заплатить ⭐ 270", 270)),
                OptionalLong.empty());

        assertThat(messenger.send(CHAT, page)).isEqualTo(new Delivery.Delivered(77));
        var form = server.only().form();
        assertThat(server.only().method()).isEqualTo("sendInvoice");
        assertThat(form)
                .containsEntry("title", "300 кредитов")
                .containsEntry("description", "300 кредитов & бонус")
                .containsEntry("payload", "order")
                .containsEntry("currency", "XTR")
                .doesNotContainKeys("provider_token", "parse_mode");
        assertThat(JsonParser.parseString(form.get("prices")))
                .isEqualTo(JsonParser.parseString("[{\"label\":\"300 кредитов\",\"amount\":270}]"));
        assertThat(JsonParser.parseString(form.get("reply_markup"))).isEqualTo(JsonParser.parseString("""
            {"inline_keyboard":[
              [{"text":"Заплатить ⭐ 270","pay":true}],
              [{"text":"Меню","callback_data":"v1:m"}]]}\
            """));
    }

    @Test
    void aPageWithAnAttachmentReplacesNoMessage() throws InterruptedException {
        var page = new Page("x", List.of(), Optional.of(new Invoice("Title", "order", "Pay", 1)), OptionalLong.empty());

        assertThat(messenger.edit(CHAT, 12, page)).isEqualTo(new Delivery.NoSuchMessage());
        assertThat(server.calls()).isEmpty();
    }

    @Test
    void markupThatTelegramCannotParseIsLeftOut() throws InterruptedException {
        server.answering(call -> call.text().contains("parse_mode")
                ? Answer.refusal(400, "Bad Request: can't parse entities: Unsupported start tag")
                : Answer.result(MESSAGE));

        assertThat(messenger.send(CHAT, page("<b>1 &lt; 2 &amp;amp; 3 &gt; 2</b>")))
                .isEqualTo(new Delivery.Delivered(77));
        assertThat(server.only().form()).containsEntry("text", "1 < 2 &amp; 3 > 2");
        assertThat(messenger.edit(CHAT, 12, page("<b>x</b>"))).isEqualTo(new Delivery.Delivered(12));
        assertThat(server.only().form()).containsEntry("text", "x").containsEntry("message_id", "12");
        var document = new Page("<b>x</b>", List.of(), Optional.of(new Document("a.txt", "a")), OptionalLong.empty());
        assertThat(messenger.send(CHAT, document)).isEqualTo(new Delivery.Delivered(77));
        assertThat(server.only().parts()).containsEntry("caption", "x");
    }

    @Test
    void anEditKeepsTheNumberOfItsMessage() throws InterruptedException {
        var rows = List.of(List.of(new Page.Key("Меню", "v1:m")));

        assertThat(messenger.edit(CHAT, 12, new Page("<b>x</b>", rows, Optional.empty(), OptionalLong.empty())))
                .isEqualTo(new Delivery.Delivered(12));
        assertThat(server.only().method()).isEqualTo("editMessageText");
        assertThat(server.only().form()).containsEntry("message_id", "12").containsKey("reply_markup");
    }

    @Test
    void anUnchangedEditIsDelivered() throws InterruptedException {
        server.answering(_ -> Answer.refusal(
                400, "Bad Request: message is not modified: specified new message content is exactly the same"));

        assertThat(messenger.edit(CHAT, 12, page("x"))).isEqualTo(new Delivery.Delivered(12));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "message to edit not found",
                "message can't be edited",
                "there is no text in the message to edit",
                "MESSAGE_ID_INVALID"
            })
    void aMessageThatCannotBeEditedIsNoMessage(String description) throws InterruptedException {
        server.answering(_ -> Answer.refusal(400, "Bad Request: " + description));

        assertThat(messenger.edit(CHAT, 12, page("x"))).isEqualTo(new Delivery.NoSuchMessage());
    }

    @ParameterizedTest
    @CsvSource({
        "403,Forbidden: bot was blocked by the user",
        "403,Forbidden: user is deactivated",
        "403,Forbidden: bot can't initiate conversation with a user",
        "403,Forbidden: bot was kicked from the supergroup chat",
        "400,Bad Request: chat not found"
    })
    void aPersonBehindAClosedDoorIsUnreachable(int code, String description) throws InterruptedException {
        server.answering(_ -> Answer.refusal(code, description));

        assertThat(messenger.send(CHAT, page("x"))).isEqualTo(new Delivery.Unreachable());
        assertThat(messenger.edit(CHAT, 1, page("x"))).isEqualTo(new Delivery.Unreachable());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "message is too long",
                "MESSAGE_TOO_LONG",
                "message text is empty",
                "BUTTON_DATA_INVALID",
                "reply markup is too long",
                "file must be non-empty",
                "can't parse entities: twice"
            })
    void whatTelegramWillNeverTakeIsRefused(String description) throws InterruptedException {
        server.answering(_ -> Answer.refusal(400, "Bad Request: " + description));

        assertThat(messenger.send(CHAT, page("x"))).isEqualTo(new Delivery.Refused("400 Bad Request: " + description));
    }

    @Test
    void anUploadThatIsTooLargeIsRefused() throws InterruptedException {
        server.answering(_ -> Answer.refusal(413, "Request Entity Too Large"));

        assertThat(messenger.send(CHAT, page("x"))).isInstanceOf(Delivery.Refused.class);
    }

    @ParameterizedTest
    @CsvSource({"401,Unauthorized", "404,Not Found", "409,Conflict", "500,Internal Server Error"})
    void whatAnOperatorOrTimeMayMendIsUnknown(int code, String description) throws InterruptedException {
        server.answering(_ -> Answer.refusal(code, description));

        assertThat(messenger.send(CHAT, page("x"))).isEqualTo(new Delivery.Unknown(code + " " + description));
        assertThat(messenger.edit(CHAT, 1, page("x"))).isEqualTo(new Delivery.Unknown(code + " " + description));
        assertThat(messenger.answer("q", Optional.empty())).isEqualTo(new Delivery.Unknown(code + " " + description));
    }

    @Test
    void aPauseIsPassedOn() throws InterruptedException {
        server.answering(429, """
            {"ok":false,"error_code":429,"description":"Too Many Requests","parameters":{"retry_after":9}}\
            """);
        var pause = new Delivery.Pause(Duration.ofSeconds(9));

        assertThat(messenger.send(CHAT, page("x"))).isEqualTo(pause);
        assertThat(messenger.edit(CHAT, 1, page("x"))).isEqualTo(pause);
        assertThat(messenger.answer("q", Optional.empty())).isEqualTo(pause);
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "{}", "null", "{\"date\":1}"})
    void anAnswerWithoutTheMessageIsUnknown(String result) throws InterruptedException {
        server.answering(_ -> Answer.result(result));

        assertThat(messenger.send(CHAT, page("x"))).isInstanceOf(Delivery.Unknown.class);
    }

    @Test
    void aTapIsAnsweredWithAndWithoutAToast() throws InterruptedException {
        server.answering(_ -> Answer.result("true"));

        assertThat(messenger.answer("q1", Optional.of("Готово"))).isEqualTo(new Delivery.Delivered(0));
        assertThat(server.only().form())
                .containsEntry("callback_query_id", "q1")
                .containsEntry("text", "Готово");
        messenger.answer("q2", Optional.empty());
        assertThat(server.only().form()).doesNotContainKey("text");
    }

    @Test
    void aTapThatIsTooOldCountsAsAnswered() throws InterruptedException {
        server.answering(_ -> Answer.refusal(
                400, "Bad Request: query is too old and response timeout expired or query ID is invalid"));

        assertThat(messenger.answer("q", Optional.empty())).isEqualTo(new Delivery.Delivered(0));
    }
}
