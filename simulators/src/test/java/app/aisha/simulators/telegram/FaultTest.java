package app.aisha.simulators.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The fault switches, the call log, and updates Telegram would never send. */
class FaultTest extends WithSimulator {

    private long user;

    @BeforeEach
    void start() throws Exception {
        user = client.startedUser();
    }

    private void fault(String fault) throws Exception {
        client.control("POST", "faults", fault);
    }

    private String logged() throws Exception {
        return client.control("GET", "calls?method=sendMessage")
                .valueStream()
                .map(call -> call.path("status").asString("-"))
                .collect(Collectors.joining(","));
    }

    @Test
    void tooManyRequestsSaysWhenToComeBack() throws Exception {
        fault("{\"kind\":\"too_many_requests\",\"method\":\"sendMessage\",\"chat_id\":%d,\"retry_after\":7,\"times\":2}"
                .formatted(user));

        var first = client.callRaw("sendMessage", "chat_id", user, "text", "x");
        assertThat(first.statusCode()).isEqualTo(429);
        assertThat(first.headers().firstValue("Retry-After")).hasValue("7");
        assertThat(Json.read(first.body()).at("/parameters/retry_after").asInt(0))
                .isEqualTo(7);
        assertThat(client.refused("sendMessage", "chat_id", user, "text", "x"))
                .isEqualTo("429 Too Many Requests: retry after 7");
        client.ok("sendMessage", "chat_id", user, "text", "x");
        assertThat(logged()).isEqualTo("429,429,200");
    }

    @Test
    void faultsAreForTheirMethodAndChatOnly() throws Exception {
        fault("{\"kind\":\"server_error\",\"method\":\"SENDMESSAGE\",\"chat_id\":\"5\"}");

        client.ok("getMe");
        client.ok("sendMessage", "chat_id", user, "text", "x");
        assertThat(client.refused("sendMessage", "chat_id", 5, "text", "x")).isEqualTo("500 Internal Server Error");
    }

    @ParameterizedTest
    @CsvSource({"html_502, 502", "empty_body, 200", "server_error, 500", "unauthorized, 401"})
    void badAnswersDoNothing(String kind, int status) throws Exception {
        fault("{\"kind\":\"" + kind + "\"}");

        var answer = client.callRaw("sendMessage", "chat_id", user, "text", "x");

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body().startsWith("<")).isEqualTo(kind.equals("html_502"));
        assertThat(answer.body().isEmpty()).isEqualTo(kind.equals("empty_body"));
        assertThat(client.messageTexts(user)).isEqualTo("/start");
    }

    @ParameterizedTest
    @ValueSource(strings = {"reset", "hang"})
    void withoutAnswerNothingIsDone(String kind) throws Exception {
        fault("{\"kind\":\"" + kind + "\",\"millis\":1}");

        assertThatThrownBy(() -> client.callRaw("sendMessage", "chat_id", user, "text", "x"))
                .isInstanceOf(IOException.class);

        assertThat(client.messageTexts(user)).isEqualTo("/start");
        assertThat(logged()).isEqualTo("0");
    }

    @Test
    void theAnswerCanBeLostAfterTheDeed() throws Exception {
        fault("{\"kind\":\"act_then_reset\"}");

        assertThatThrownBy(() -> client.callRaw("sendMessage", "chat_id", user, "text", "done"))
                .isInstanceOf(IOException.class);

        assertThat(client.messageTexts(user)).isEqualTo("/start|done");
    }

    @Test
    void aSlowCallSucceeds() throws Exception {
        fault("{\"kind\":\"slow\",\"millis\":1}");

        client.ok("sendMessage", "chat_id", user, "text", "late");

        assertThat(client.messageTexts(user)).isEqualTo("/start|late");
    }

    @Test
    void faultsAreListedAndTakenBack() throws Exception {
        fault("{\"kind\":\"reset\",\"times\":-1}");
        fault("{\"kind\":\"html_502\"}");

        assertThat(client.control("GET", "faults")).hasSize(2);
        client.control("DELETE", "faults/1");
        assertThat(client.controlRaw("DELETE", "faults/1", "").statusCode()).isEqualTo(404);
        assertThat(client.callRaw("getMe").statusCode()).isEqualTo(502);
        fault("{\"kind\":\"html_502\",\"times\":-1}");
        client.callRaw("getMe");
        client.callRaw("getMe");
        client.control("DELETE", "faults");
        client.ok("getMe");
        assertThat(client.controlRaw("POST", "faults", "{\"kind\":\"earthquake\"}")
                        .statusCode())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({"html_502, 502", "empty_body, 200", "server_error, 500", "too_many_requests, 429", "slow, 200"})
    void downloadsHaveFaultsToo(String kind, int status) throws Exception {
        var path = filePath();
        fault("{\"kind\":\"%s\",\"method\":\"file\",\"millis\":1}".formatted(kind));

        assertThat(client.get(path).statusCode()).isEqualTo(status);
        assertThat(client.get(path).body()).hasSize(1000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"reset", "hang"})
    void aDownloadCanBreakOff(String kind) throws Exception {
        var path = filePath();
        fault("{\"kind\":\"%s\",\"method\":\"file\",\"millis\":1,\"times\":-1}".formatted(kind));

        assertThatThrownBy(() -> client.get(path)).isInstanceOf(IOException.class);
        client.control("DELETE", "faults");
        assertThat(client.get(path).body()).hasSize(1000);
    }

    private String filePath() throws Exception {
        var file = client.userUploads(user, "kind=document&name=a", new byte[1000])
                .at("/document/file_id")
                .asString("");
        return "/file/bot" + Client.TOKEN + "/"
                + client.ok("getFile", "file_id", file).path("file_path").asString("");
    }

    @Test
    void callsAreLoggedWithWhatWasAskedAndAnswered() throws Exception {
        client.ok("sendMessage", "chat_id", user, "text", "hello");
        client.upload("sendDocument", Map.of("chat_id", user, "document", Samples.file("a.txt", "aaa")));
        client.ok("getUpdates");

        var calls = client.control("GET", "calls?chat_id=" + user);
        assertThat(calls.get(0).at("/parameters/text").asString("")).isEqualTo("hello");
        assertThat(calls.get(0).at("/response/result/text").asString("")).isEqualTo("hello");
        assertThat(calls.get(1).at("/parameters/document/file_name").asString(""))
                .isEqualTo("a.txt");
        assertThat(client.control("GET", "calls")).hasSize(3);
        client.control("DELETE", "calls");
        assertThat(client.control("GET", "calls")).isEmpty();
    }

    @Test
    void anyUpdateCanBeHandedOut() throws Exception {
        client.control("POST", "updates", "{\"update\":{\"telepathy\":{\"x\":1}}}");
        client.control("POST", "updates", "{\"update\":{\"update_id\":3,\"message\":{}}}");

        var updates = client.ok("getUpdates");
        assertThat(updates.get(0).path("update_id").asInt(0)).isEqualTo(3);
        assertThat(updates.get(2).at("/telepathy/x").asInt(0)).isEqualTo(1);
        assertThat(client.ok("getUpdates")).hasSize(2);
        assertThat(client.controlRaw("POST", "updates", "{}").statusCode()).isEqualTo(400);
    }

    @Test
    void evenTextThatIsNoJsonCanBeHandedOutOnce() throws Exception {
        client.control("POST", "updates", "{\"raw\":\"{broken\"}");

        assertThat(client.callRaw("getUpdates").body()).contains("[{broken,{");
        assertThat(client.ok("getUpdates")).hasSize(1);
    }

    @Test
    void confirmedUpdatesCanComeAgain() throws Exception {
        var id = client.ok("getUpdates").get(0).path("update_id").asLong(0);
        client.ok("getUpdates", "offset", id + 1);
        client.control("POST", "redeliver", "{\"update_id\":%d,\"times\":2}".formatted(id));

        assertThat(client.ok("getUpdates", "offset", id + 1)).hasSize(1);
        assertThat(client.ok("getUpdates", "offset", id + 1)
                        .get(0)
                        .path("update_id")
                        .asLong(0))
                .isEqualTo(id);
        assertThat(client.ok("getUpdates", "offset", id + 1)).isEmpty();
        client.control("POST", "redeliver", "{\"update_id\":%d,\"times\":3,\"parallel\":true}".formatted(id));
        assertThat(client.ok("getUpdates", "offset", id + 1)).hasSize(3);
        assertThat(client.controlRaw("POST", "redeliver", "{\"update_id\":1}").statusCode())
                .isEqualTo(404);
    }

    @Test
    void updatesOfAChatCanComeInAnotherOrder() throws Exception {
        client.control("POST", "hold", "{\"chat_id\":%d}".formatted(user));
        client.write(user, "a");
        client.write(user, "b");
        assertThat(client.ok("getUpdates")).hasSize(1);

        client.control("POST", "release", "{\"chat_id\":%d,\"order\":\"reversed\"}".formatted(user));

        var updates = client.ok("getUpdates");
        assertThat(updates.get(1).at("/message/text").asString("")).isEqualTo("b");
        assertThat(updates.get(2).at("/message/text").asString("")).isEqualTo("a");
        client.write(user, "c");
        assertThat(client.ok("getUpdates")).hasSize(4);
    }

    @Test
    void theStateSaysHowUpdatesAreTaken() throws Exception {
        assertThat(client.control("GET", "state").path("intake").asString("")).isEqualTo("none");
        client.ok("getUpdates");
        assertThat(client.control("GET", "state").path("intake").asString("")).isEqualTo("polling");
        assertThat(client.control("GET", "state").path("pending_updates").asInt(0))
                .isEqualTo(1);
        assertThat(client.controlRaw("POST", "clock", "{}").statusCode()).isEqualTo(400);
    }
}
