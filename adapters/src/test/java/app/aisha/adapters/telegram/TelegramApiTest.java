package app.aisha.adapters.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.adapters.telegram.BotServer.Answer;
import com.pengrad.telegrambot.model.request.InlineKeyboardButton;
import com.pengrad.telegrambot.model.request.InlineKeyboardMarkup;
import com.pengrad.telegrambot.model.request.ParseMode;
import com.pengrad.telegrambot.request.GetMe;
import com.pengrad.telegrambot.request.SendDocument;
import com.pengrad.telegrambot.request.SendMessage;
import com.pengrad.telegrambot.response.SendResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TelegramApiTest {

    private BotServer server;

    @BeforeEach
    void start() throws IOException {
        server = new BotServer();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aCallIsAFormWithJsonInsideItsFields() throws InterruptedException {
        server.answering(_ -> Answer.result("{\"message_id\":7,\"date\":1,\"chat\":{\"id\":5,\"type\":\"private\"}}"));
        var text = "Привет & <b>мир</b> + 100 % = \uD83D\uDE00\n\u202Eend";

        var result = server.api()
                .call(new SendMessage(5L, text)
                        .parseMode(ParseMode.HTML)
                        .replyMarkup(new InlineKeyboardMarkup(
                                new InlineKeyboardButton[] {new InlineKeyboardButton("Да").callbackData("v1:a")})));

        assertThat(result)
                .isInstanceOfSatisfying(
                        ApiResult.Ok.class,
                        ok -> assertThat(((SendResponse) ok.answer()).message().messageId())
                                .isEqualTo(7));
        var call = server.only();
        assertThat(call.path()).isEqualTo("/bot" + BotServer.TOKEN + "/sendMessage");
        assertThat(call.contentType()).isEqualTo("application/x-www-form-urlencoded");
        assertThat(call.form())
                .containsEntry("chat_id", "5")
                .containsEntry("text", text)
                .containsEntry("parse_mode", "HTML")
                .containsEntry(
                        "reply_markup", "{\"inline_keyboard\":[[{\"text\":\"Да\",\"callback_data\":\"v1:a\"}]]}");
    }

    @Test
    void aFileGoesAsMultipartWithItsNameInPlainUtf8() throws InterruptedException {
        var bytes = "строка\r\n--другая\0конец".getBytes(StandardCharsets.UTF_8);

        server.api()
                .call(new SendDocument(5L, bytes)
                        .fileName("Встреча 2026-11-23 😀.txt")
                        .contentType("text/plain")
                        .caption("подпись"));

        var call = server.only();
        assertThat(call.contentType()).startsWith("multipart/form-data; boundary=");
        assertThat(call.parts())
                .containsEntry("chat_id", "5")
                .containsEntry("caption", "подпись")
                .containsEntry("document", new String(bytes, StandardCharsets.UTF_8));
        assertThat(call.text())
                .contains("name=\"document\"; filename=\"Встреча 2026-11-23 😀.txt\"\r\nContent-Type: text/plain\r\n");
    }

    @Test
    void aFileNameCannotBreakOutOfItsHeader() throws InterruptedException {
        server.api()
                .call(new SendDocument(5L, new byte[] {1})
                        .fileName("a\"; x=\"b\r\nContent-Type: text/html\r\n\r\n\\/.txt"));

        assertThat(server.only().text()).contains("filename=\"a_; x=_b__Content-Type: text_html______.txt\"\r\n");
    }

    @Test
    void aPauseIsAsLongAsTheServerAsks() throws InterruptedException {
        server.answering(429, """
            {"ok":false,"error_code":429,"description":"Too Many Requests: retry after 126",
             "parameters":{"retry_after":126}}\
            """);

        assertThat(server.api().call(new GetMe())).isEqualTo(new ApiResult.RetryAfter<>(Duration.ofSeconds(126)));
        assertThat(server.api().raw(new GetMe(), Duration.ofSeconds(5)))
                .isEqualTo(new ApiResult.RetryAfter<>(Duration.ofSeconds(126)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html>slow down</html>", "", "{}", "{\"ok\":false,\"error_code\":429}"})
    void aPauseWithoutJsonIsReadFromTheHeader(String body) throws InterruptedException {
        server.answering(_ -> Answer.of(429, body).with("Retry-After", "17"));

        assertThat(server.api().call(new GetMe())).isEqualTo(new ApiResult.RetryAfter<>(Duration.ofSeconds(17)));
    }

    @ParameterizedTest
    @CsvSource({"0", "-5"})
    void aPauseIsNeverShorterThanASecond(int seconds) throws InterruptedException {
        server.answering(
                429,
                "{\"ok\":false,\"error_code\":429,\"description\":\"x\",\"parameters\":{\"retry_after\":%d}}"
                        .formatted(seconds));

        assertThat(server.api().call(new GetMe())).isEqualTo(new ApiResult.RetryAfter<>(Duration.ofSeconds(1)));
    }

    @ParameterizedTest
    @CsvSource({
        "400,Bad Request: chat not found",
        "401,Unauthorized",
        "403,Forbidden: bot was blocked by the user",
        "404,Not Found",
        "409,Conflict: terminated by other getUpdates request"
    })
    void aRefusalKeepsItsCodeAndWords(int code, String description) throws InterruptedException {
        server.answering(_ -> Answer.refusal(code, description));

        assertThat(server.api().call(new GetMe())).isEqualTo(new ApiResult.Rejected<>(code, description));
        assertThat(server.api().raw(new GetMe(), Duration.ofSeconds(5)))
                .isEqualTo(new ApiResult.Rejected<>(code, description));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "200|''|200 without a body",
                "200|null|200, not the Bot API",
                "200|[]|200, not the Bot API",
                "200|{\"ok\":\"perhaps\"}|200, not the Bot API",
                "200|{}|200, not the Bot API",
                "502|<html>Bad Gateway</html>|502, not the Bot API",
                "503|{\"error\":\"overloaded\"}|503, not the Bot API",
                "403|<html>Forbidden</html>|403, not the Bot API",
                "500|{\"ok\":false,\"error_code\":500,\"description\":\"Internal Server Error\"}"
                        + "|500 Internal Server Error"
            })
    void whatIsNotAnAnswerOfTheBotApiDecidesNothing(int status, String body, String reason)
            throws InterruptedException {
        server.answering(status, body);

        assertThat(server.api().call(new GetMe())).isEqualTo(new ApiResult.NoAnswer<>(reason));
    }

    @Test
    void aRequestTooLargeForAProxyIsRefused() throws InterruptedException {
        server.answering(413, "<html>Request Entity Too Large</html>");

        assertThat(server.api().call(new GetMe()))
                .isInstanceOfSatisfying(
                        ApiResult.Rejected.class,
                        rejected -> assertThat(rejected.code()).isEqualTo(413));
    }

    @Test
    void aTokenThatAServerQuotesIsHidden() throws InterruptedException {
        server.answering(_ -> Answer.refusal(404, "no such path /bot" + BotServer.TOKEN + "/getMe"));

        assertThat(server.api().call(new GetMe()).reason()).isEqualTo("404 no such path /bot[hidden]/getMe");
    }

    @Test
    void everyResultHasAReason() {
        assertThat(new ApiResult.Ok<>("").reason()).isEqualTo("ok");
        assertThat(new ApiResult.RetryAfter<>(Duration.ofSeconds(3)).reason()).isEqualTo("429, retry after 3 s");
        assertThat(new ApiResult.NoAnswer<>("gone").reason()).isEqualTo("gone");
    }
}
