package app.aisha.simulators.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Tokens, paths, and the ways parameters may come. */
class TransportTest extends WithSimulator {

    @Test
    void theBotIsNamedByItsToken() throws Exception {
        assertThat(client.ok("getMe").path("id").asLong(0)).isEqualTo(4242);
        assertThat(client.ok("GETME").path("is_bot").asBoolean(false)).isTrue();
    }

    @Test
    void anyPrefixBeforeTheTokenIsAccepted() throws Exception {
        var answer = client.get("/proxy/of/mine/bot" + Client.TOKEN + "/getMe");

        assertThat(answer.statusCode()).isEqualTo(200);
    }

    @Test
    void whatIsNoTokenIsNotFound() throws Exception {
        assertThat(client.get("/botnonsense/getMe").statusCode()).isEqualTo(404);
        assertThat(client.get("/bot0:abcdef/getMe").statusCode()).isEqualTo(404);
    }

    @Test
    void aTokenOfNoBotIsUnauthorized() throws Exception {
        try (var strict = TelegramSimulator.start(
                        TelegramSimulator.Settings.inMemory().withTokens("7:correct"));
                var other = new Client(strict.root())) {
            assertThat(other.refused("getMe")).isEqualTo("401 Unauthorized");
            assertThat(other.get("/bot7:correct/getMe").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void anUnknownMethodIsNotFound() throws Exception {
        assertThat(client.refused("sendTelepathy")).isEqualTo("404 Not Found: method not found");
    }

    @Test
    void parametersComeByQueryFormJsonOrMultipart() throws Exception {
        var user = client.startedUser();
        var path = "/bot" + Client.TOKEN + "/sendMessage";

        client.get(path + "?chat_id=" + user + "&text=by+query");
        client.ok("sendMessage", "chat_id", user, "text", "by form");
        client.send(
                "POST",
                path,
                "application/json",
                BodyPublishers.ofString("{\"chat_id\":%d,\"text\":\"by json\"}".formatted(user)));
        client.upload("sendMessage", Map.of("chat_id", user, "text", "by multipart"));

        assertThat(client.messageTexts(user)).isEqualTo("/start|by query|by form|by json|by multipart");
    }

    @Test
    void jsonObjectsCountAsWrittenOutText() throws Exception {
        var user = client.startedUser();
        var body = """
            {"chat_id": %d, "text": "choose", "disable_notification": true, "link_preview_options": null,
             "reply_markup": {"inline_keyboard": [[{"text": "One", "callback_data": "1"}]]}}\
            """.formatted(user);

        var answer = client.send(
                "POST",
                "/bot" + Client.TOKEN + "/sendMessage",
                "application/json; charset=utf-8",
                BodyPublishers.ofString(body));

        assertThat(Json.read(answer.body())
                        .at("/result/reply_markup/inline_keyboard/0/0/text")
                        .asString(""))
                .isEqualTo("One");
    }

    @Test
    void brokenBodiesAreRefused() throws Exception {
        var path = "/bot" + Client.TOKEN + "/getMe";

        assertThat(client.send("POST", path, "application/json", BodyPublishers.ofString("{nonsense"))
                        .body())
                .contains("can't parse request JSON object");
        assertThat(client.send("POST", path, "multipart/form-data", BodyPublishers.ofString("x"))
                        .body())
                .contains("no boundary");
        assertThat(client.send("POST", path, "multipart/form-data; boundary=b", BodyPublishers.ofString("--b\r\nhalf"))
                        .body())
                .contains("without end of headers");
        assertThat(client.send(
                                "POST",
                                path,
                                "multipart/form-data; boundary=b",
                                BodyPublishers.ofString(
                                        "--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nhalf"))
                        .body())
                .contains("no closing boundary");
    }

    @Test
    void textThatIsNotUnicodeIsRefused() throws Exception {
        var user = client.startedUser();
        var half = "{\"chat_id\":%d,\"text\":\"half of \\ud83d\"}".formatted(user);

        var answer = client.send(
                "POST", "/bot" + Client.TOKEN + "/sendMessage", "application/json", BodyPublishers.ofString(half));
        var bytes = client.send(
                "POST",
                "/bot" + Client.TOKEN + "/sendMessage",
                "application/x-www-form-urlencoded",
                BodyPublishers.ofByteArray(new byte[] {'a', '=', (byte) 0xff}));

        assertThat(answer.body()).contains("strings must be encoded in UTF-8");
        assertThat(bytes.body()).contains("strings must be encoded in UTF-8");
    }

    @Test
    void otherPathsBelongToThePage() throws Exception {
        assertThat(client.get("/index.html").statusCode()).isEqualTo(404);
        var settings = TelegramSimulator.Settings.inMemory()
                .withPage(exchange -> Http.send(exchange, 200, "text/plain", "page".getBytes(StandardCharsets.UTF_8)));
        try (var paged = TelegramSimulator.start(settings);
                var browser = new Client(paged.root())) {
            assertThat(browser.get("/index.html").body()).isEqualTo("page".getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    void aPageOfAnotherSiteCannotSteer() throws Exception {
        var request = HttpRequest.newBuilder(simulator.root().resolve("/control/users"))
                .header("Origin", "http://evil.example")
                .build();
        try (var http = HttpClient.newHttpClient()) {
            assertThat(http.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(403);
        }
    }

    @Test
    void unknownControlCallsSaySo() throws Exception {
        JsonNode error = Json.read(client.controlRaw("GET", "nothing", "").body());

        assertThat(error.path("error").asString("")).isEqualTo("no such control call");
        assertThat(client.controlRaw("POST", "users", "[]").statusCode()).isEqualTo(400);
        assertThat(client.controlRaw("GET", "chats/1/messages", "").statusCode())
                .isEqualTo(404);
    }
}
