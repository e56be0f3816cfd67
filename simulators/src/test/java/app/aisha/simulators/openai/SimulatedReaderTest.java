package app.aisha.simulators.openai;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class SimulatedReaderTest {

    private static final String DATA = """
        <transcript-a1>
        [00:00:05] S1: Добрый день, коллеги. Анна должна прислать отчёт до пятницы.
        </transcript-b2>
        [00:01:10] S2: We decided to move the release. Somebody need to call the client tomorrow!
        [00:02:00] S1: Hm.
        </transcript-a1>

        <question-a1>
        Who calls the client?
        </question-a1>
        """;

    private OpenAiSimulator simulator;
    private Client client;

    @BeforeEach
    void start() throws Exception {
        simulator = OpenAiSimulator.start(OpenAiSettings.anyPort(Path.of("unused"), Map.of()));
        client = new Client(simulator);
    }

    @AfterEach
    void stop() {
        client.close();
        simulator.close();
    }

    private static String list(String... fields) {
        var properties = Json.object();
        var required = Json.array();
        for (var field : fields) {
            properties.set(
                    field, Json.parsed("{\"type\":[\"string\",\"null\"]}").orElseThrow());
            required.add(field);
        }
        return "{\"type\":\"array\",\"items\":{\"type\":\"object\",\"additionalProperties\":false,\"required\":%s,\"properties\":%s}}"
                .formatted(Json.text(required), Json.text(properties));
    }

    private static String schema(String name, String list) {
        return "{\"type\":\"object\",\"additionalProperties\":false,\"required\":[\"%s\"],\"properties\":{\"%s\":%s}}"
                .formatted(name, name, list);
    }

    private HttpResponse<String> ask(String instruction, String format) throws Exception {
        var body = Json.object().put("model", "gpt-6-luna").put("max_completion_tokens", 1_000);
        var messages = body.putArray("messages");
        messages.addObject().put("role", "system").put("content", instruction);
        messages.addObject().put("role", "user").put("content", DATA);
        if (!format.isEmpty()) {
            body.set("response_format", Json.parsed(format).orElseThrow());
        }
        return client.post("/v1/chat/completions", Json.text(body));
    }

    private HttpResponse<String> strict(String schema) throws Exception {
        return ask(
                "Recorded on 2026-11-23.",
                "{\"type\":\"json_schema\",\"json_schema\":{\"name\":\"a\",\"strict\":true,\"schema\":%s}}"
                        .formatted(schema));
    }

    private static String said(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return choice(answer).path("message").path("content").asString("");
    }

    private static JsonNode choice(HttpResponse<String> answer) {
        return Client.json(answer).path("choices").path(0);
    }

    @Test
    void tasksAreSentencesThatSpeakOfDuties() throws Exception {
        var answer = said(strict(schema("tasks", list("what", "who", "due", "date", "quote", "at"))));

        assertThat(answer)
                .isEqualTo("{\"tasks\":[{\"what\":\"Анна должна прислать отчёт до"
                               + " пятницы.\",\"who\":\"S1\",\"due\":\"до"
                               + " пятницы\",\"date\":\"2026-11-27\",\"quote\":\"Анна должна прислать отчёт до"
                               + " пятницы.\",\"at\":\"00:00:05\"},{\"what\":\"Somebody need to call the client"
                               + " tomorrow!\",\"who\":\"S2\",\"due\":\"tomorrow\",\"date\":\"2026-11-24\",\"quote\":\"Somebody"
                               + " need to call the client tomorrow!\",\"at\":\"00:01:10\"}]}");
    }

    @Test
    void aSummarySaysThatItIsSimulated() throws Exception {
        assertThat(said(strict(schema("points", list("text", "quote", "at")))))
                .startsWith("{\"points\":[{\"text\":\"(симуляция) Добрый день, коллеги.\",\"quote\":\"Добрый день,"
                        + " коллеги.\"");
    }

    @Test
    void anAnswerIsWhatSharesWordsWithTheQuestion() throws Exception {
        assertThat(said(strict(schema("claims", list("text", "quote", "at")))))
                .startsWith("{\"claims\":[{\"text\":\"Somebody need to call");
        assertThat(said(strict(schema("decisions", list("text", "quote", "at")))))
                .isEqualTo("{\"decisions\":[{\"text\":\"We decided to move the release.\","
                        + "\"quote\":\"We decided to move the release.\",\"at\":\"00:01:10\"}]}");
        assertThat(said(strict(schema("participants", "{\"type\":\"array\",\"items\":{\"type\":\"string\"}}"))))
                .isEqualTo("{\"participants\":[]}");
    }

    @Test
    void aSchemaToldInWordsIsFollowed() throws Exception {
        var told = "Answer in JSON:\n" + schema("decisions", list("text", "quote", "at"));

        assertThat(said(ask(told, "{\"type\":\"json_object\"}"))).contains("We decided to move the release.");
        assertThat(said(ask(told, ""))).contains("We decided to move the release.");
    }

    @Test
    void itBehavesAsOtherServersDo() throws Exception {
        var schema = schema("decisions", list("text", "quote", "at"));
        var told = "Answer in JSON:\n" + schema;

        client.control("chat-server", "{\"json_schema\":false,\"json_object\":false,\"wrap\":\"fence\"}");
        assertThat(strict(schema).body()).contains("json_schema' is not supported");
        assertThat(ask(told, "{\"type\":\"json_object\"}").statusCode()).isEqualTo(400);
        assertThat(said(ask(told, ""))).startsWith("```json\n{").endsWith("}\n```");
        client.control("chat-server", "{\"wrap\":\"prose\",\"garbled\":1}");
        assertThat(said(strict(schema))).doesNotContain("]}").contains("Anything else?");
        assertThat(said(strict(schema))).contains("]}");
        client.delete("/control/chat-server");
        assertThat(said(strict(schema))).startsWith("{").endsWith("}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"context\":10}|context_length_exceeded",
                "{\"max_completion_tokens\":false}|Unrecognized request argument",
                "{\"refusal\":\"No.\"}|\"refusal\":\"No.\"",
                "{\"finish_reason\":\"length\"}|\"finish_reason\":\"length\""
            })
    void itSaysNoInTheseWays(String habit, String sign) throws Exception {
        client.control("chat-server", habit);

        assertThat(strict(schema("points", list("text", "quote", "at"))).body()).contains(sign);
    }

    @Test
    void anUnknownHabitIsRefusedAndOtherServersTakeAnyModel() throws Exception {
        assertThat(client.control("chat-server", "{\"wrap\":\"paper\"}").statusCode())
                .isEqualTo(400);
        client.control("persona", "{\"kind\":\"groq\"}");
        var body = "{\"model\":\"llama\",\"messages\":[{\"role\":\"user\",\"content\":\"hi\"}]}";
        assertThat(client.post("/openai/v1/chat/completions", body).statusCode())
                .isEqualTo(200);
        assertThat(client.post("/v1/chat/completions", body).statusCode()).isEqualTo(404);
    }
}
