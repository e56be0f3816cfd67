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
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class ChatTest {
    private static final String ASK = "\"messages\":[{\"role\":\"user\",\"content\":\"Answer in JSON: hello\"}]";
    private static final String SCHEMA = """
        {"type":"object","additionalProperties":false,"required":["title","points","kind","count","done","sub"],
         "properties":{
          "title":{"type":"string"},
          "points":{"type":"array","minItems":2,"items":{"$ref":"#/$defs/point"}},
          "kind":{"type":"string","enum":["a","b"]},
          "count":{"type":"integer","minimum":3},
          "done":{"type":["boolean","null"]},
          "sub":{"anyOf":[{"type":"null"},{"const":"x"}]}},
         "$defs":{"point":{"type":"object","additionalProperties":false,"required":["text"],
           "properties":{"text":{"type":"string"}}}}}
        """;

    private static final String RED_PIXEL =
            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR42mP4z8AAAAMBAQD3A0FDAAAAAElFTkSuQmCC";

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

    private HttpResponse<String> complete(String body) throws Exception {
        return client.post("/v1/chat/completions", "{\"model\":\"gpt-6-luna\"," + body + "}");
    }

    private HttpResponse<String> respond(String body) throws Exception {
        return client.post("/v1/responses", "{\"model\":\"gpt-6-luna\"," + body + "}");
    }

    private static JsonNode choice(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Client.json(answer).path("choices").get(0);
    }

    private static String content(HttpResponse<String> answer) {
        return choice(answer).path("message").path("content").stringValue();
    }

    private static String format(String schema) {
        return ASK
                + ",\"response_format\":{\"type\":\"json_schema\",\"json_schema\":{\"name\":\"a\",\"strict\":true,\"schema\":%s}}"
                        .formatted(schema);
    }

    @Test
    void unscriptedItSaysThatItIsASimulation() throws Exception {
        assertThat(content(complete(ASK))).contains("This is a simulation");
        var call = client.calls().get(0);
        assertThat(call.path("fields").path("messages").get(0).path("role").stringValue())
                .isEqualTo("user");
        assertThat(call.path("model").stringValue()).isEqualTo("gpt-6-luna");
    }

    @Test
    void theNewestScriptedMatchAnswers() throws Exception {
        client.control("chat", "{\"match\":\"hello\",\"answer\":\"old\"}");
        client.control("chat", "{\"match\":\"hello\",\"answer\":{\"a\":1}}");
        client.control("chat", "{\"match\":\"other\",\"answer\":\"no\"}");
        assertThat(content(complete(ASK))).isEqualTo("{\"a\":1}");
        client.delete("/control/chat");
        assertThat(content(complete(ASK))).contains("simulation");
    }

    @Test
    void refusalsAndFinishReasonsCanBeScripted() throws Exception {
        client.control("chat", "{\"match\":\"hello\",\"refusal\":\"I will not\"}");
        assertThat(choice(complete(ASK)).path("message").path("refusal").stringValue())
                .isEqualTo("I will not");
        assertThat(choice(complete(ASK)).path("message").path("content").isNull())
                .isTrue();
        assertThat(complete(ASK + ",\"stream\":true").body()).contains("\"refusal\":\"I will not\"");
        assertThat(respond("\"input\":\"hello\"").body()).contains("{\"type\":\"refusal\",\"refusal\":\"I will not\"}");
        assertThat(respond("\"input\":\"hello\",\"stream\":true").body()).contains("response.refusal.done");
        client.control("chat", "{\"match\":\"hello\",\"answer\":\"\",\"finish_reason\":\"content_filter\"}");
        assertThat(choice(complete(ASK)).path("finish_reason").stringValue()).isEqualTo("content_filter");
        assertThat(respond("\"input\":\"hello\"").body()).contains("{\"reason\":\"content_filter\"}");
    }

    @Test
    void aSchemaIsAnsweredWithAnInstanceOfIt() throws Exception {
        assertThat(content(complete(format(SCHEMA))))
                .isEqualTo("{\"title\":\"[simulated] title\",\"points\":[{\"text\":\"[simulated] text\"},"
                        + "{\"text\":\"[simulated] text\"}],\"kind\":\"a\",\"count\":3,\"done\":false,\"sub\":null}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"string\"}",
                "{\"type\":\"object\",\"properties\":{}}",
                "{\"type\":\"object\",\"properties\":{},\"additionalProperties\":true,\"required\":[]}",
                "{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"string\"}},\"additionalProperties\":false,\"required\":[]}",
                "{\"type\":\"object\",\"properties\":{},\"additionalProperties\":false,\"required\":[\"a\"]}",
                "{\"type\":\"object\",\"properties\":{\"a\":{}},\"additionalProperties\":false,\"required\":[\"a\"]}",
                "{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"array\"}},\"additionalProperties\":false,\"required\":[\"a\"]}",
                "{\"type\":\"object\",\"properties\":{\"a\":{\"$ref\":\"#/$defs/b\"}},\"additionalProperties\":false,\"required\":[\"a\"]}",
                "{\"type\":\"object\",\"properties\":{\"a\":{\"anyOf\":[{}]}},\"additionalProperties\":false,\"required\":[\"a\"]}"
            })
    void aSchemaAgainstTheStrictRulesIsRefused(String schema) throws Exception {
        var answer = complete(format(schema));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("invalid_json_schema", "Invalid schema for response_format");
    }

    @Test
    void aSchemaNestedTooDeepIsRefused() throws Exception {
        var schema = new StringBuilder("{\"type\":\"string\"}");
        for (int i = 0; i < 12; i++) {
            schema.insert(
                            0,
                            "{\"type\":\"object\",\"additionalProperties\":false,\"required\":[\"a\"],\"properties\":{\"a\":")
                    .append("}}");
        }
        assertThat(complete(format(schema.toString())).body()).contains("nesting is deeper");
    }

    @Test
    void aSchemaThatIsNotStrictIsNotChecked() throws Exception {
        var loose = ASK
                + ",\"response_format\":{\"type\":\"json_schema\",\"json_schema\":{\"name\":\"a\",\"schema\":{\"type\":\"object\",\"properties\":{\"n\":{\"type\":\"number\"}}}}}";
        assertThat(content(complete(loose))).isEqualTo("{\"n\":0}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"messages\":[]|empty_array",
                "\"messages\":\"hi\"|invalid_type",
                "\"messages\":[1]|invalid_type",
                "\"messages\":[{\"role\":\"robot\",\"content\":\"x\"}]|invalid_value",
                "\"messages\":[{\"role\":\"user\",\"content\":1}]|invalid_type",
                "\"messages\":[{\"role\":\"user\",\"content\":[{\"type\":\"text\"}]}]|invalid_type",
                "\"messages\":[{\"role\":\"user\",\"content\":[{\"type\":\"sound\"}]}]|invalid_value",
                "\"messages\":[{\"role\":\"user\",\"content\":[{\"type\":\"image_url\",\"image_url\":{\"url\":\"x\"}}]}]|invalid_image_url",
                "\"messages\":[{\"role\":\"assistant\",\"content\":[{\"type\":\"image_url\"}]}]|invalid_value",
                "\"nothing\":1|unknown_parameter",
                "\"store\":false|missing_required_parameter"
            })
    void wrongMessagesAreRefused(String body, String code) throws Exception {
        var answer = complete(body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(Client.json(answer).path("error").path("code").stringValue()).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"temperature\":0.2|unsupported_value",
                "\"temperature\":\"hot\"|invalid_type",
                "\"max_tokens\":5|unsupported_parameter",
                "\"max_completion_tokens\":0|integer_below_min_value",
                "\"max_completion_tokens\":\"5\"|invalid_type",
                "\"reasoning_effort\":\"huge\"|invalid_value",
                "\"stream\":\"yes\"|invalid_type",
                "\"response_format\":\"json\"|invalid_type",
                "\"response_format\":{\"type\":\"xml\"}|invalid_value",
                "\"response_format\":{\"type\":\"json_schema\",\"json_schema\":{\"name\":\"a"
                        + " b\",\"schema\":{}}}|invalid_value",
                "\"stream_options\":{\"include_usage\":true}|null"
            })
    void wrongParametersAreRefused(String more, String code) throws Exception {
        var answer = complete(ASK + "," + more);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(Client.json(answer).path("error").path("code").asString("null"))
                .isEqualTo(code);
    }

    @Test
    void aModelThatDoesNotReasonTakesTemperatureAndMaxTokens() throws Exception {
        var answer = client.post(
                "/v1/chat/completions",
                "{\"model\":\"gpt-4.1-mini\",\"temperature\":0.2,\"max_tokens\":2,\"reasoning_effort\":null," + ASK
                        + "}");
        assertThat(content(answer)).isEqualTo("This is ");
        assertThat(choice(answer).path("finish_reason").stringValue()).isEqualTo("length");
        var hot = client.post("/v1/chat/completions", "{\"model\":\"gpt-4.1-mini\",\"temperature\":3," + ASK + "}");
        assertThat(hot.statusCode()).isEqualTo(400);
    }

    @Test
    void anUnknownModelAndABrokenBodyAreRefused() throws Exception {
        assertThat(client.post("/v1/chat/completions", "{\"model\":\"gpt-0\"," + ASK + "}")
                        .statusCode())
                .isEqualTo(404);
        assertThat(client.post("/v1/chat/completions", "{").body()).contains("could not parse the JSON body");
        assertThat(client.post("/v1/chat/completions", "[]").statusCode()).isEqualTo(400);
    }

    @Test
    void jsonModeWantsTheWordJson() throws Exception {
        var mode = ",\"response_format\":{\"type\":\"json_object\"}";
        assertThat(content(complete(ASK + mode))).isEqualTo("{\"simulated\":true}");
        var without = "\"messages\":[{\"role\":\"user\",\"content\":\"hello\"}]";
        assertThat(complete(without + mode).body()).contains("must contain the word 'json'");
        assertThat(content(complete(ASK + ",\"response_format\":{\"type\":\"text\"}")))
                .contains("simulation");
    }

    @Test
    void picturesAreAccepted() throws Exception {
        var body = "\"messages\":[{\"role\":\"user\",\"content\":[{\"type\":\"text\",\"text\":\"What is"
            + " it?\"},{\"type\":\"image_url\",\"image_url\":{\"url\":\"data:image/png;base64,"
            + RED_PIXEL
            + "\",\"detail\":\"low\"}}]}]";
        assertThat(content(complete(body))).contains("simulation");
        var input =
                "\"input\":[{\"role\":\"user\",\"content\":[{\"type\":\"input_text\",\"text\":\"?\"},{\"type\":\"input_image\",\"image_url\":\"https://example.org/a.png\"}]}]";
        assertThat(respond(input).statusCode()).isEqualTo(200);
    }

    @Test
    void streamingEndsWithTheReasonTheUsageAndDone() throws Exception {
        var answer = complete(ASK + ",\"stream\":true,\"stream_options\":{\"include_usage\":true}");
        assertThat(answer.body())
                .contains("\"delta\":{\"content\":\"This \"}", "\"finish_reason\":\"stop\"", "\"completion_tokens\":")
                .endsWith("data: [DONE]\n\n");
        assertThat(complete(ASK + ",\"stream\":true").body()).doesNotContain("usage");
    }

    @Test
    void responsesAnswerPlainlyByScriptAndBySchema() throws Exception {
        client.control("chat", "{\"match\":\"bye\",\"answer\":\"see you\"}");
        var scripted = Client.json(respond("\"input\":\"hi\",\"instructions\":\"say bye\""));
        assertThat(scripted.path("status").stringValue()).isEqualTo("completed");
        assertThat(scripted.path("output")
                        .get(0)
                        .path("content")
                        .get(0)
                        .path("text")
                        .stringValue())
                .isEqualTo("see you");
        var schema = respond(
                "\"input\":\"hi\",\"store\":false,\"text\":{\"format\":{\"type\":\"json_schema\",\"name\":\"a\",\"strict\":true,\"schema\":%s}}"
                        .formatted(SCHEMA));
        assertThat(schema.body()).contains("[simulated] title");
        assertThat(respond("\"input\":\"json\",\"text\":{\"format\":{\"type\":\"json_object\"}}")
                        .body())
                .contains("simulated");
        assertThat(respond("\"input\":\"x\",\"text\":{\"format\":{\"type\":\"text\"}},\"max_output_tokens\":1")
                        .body())
                .contains("\"text\":\"This\"", "\"reason\":\"max_output_tokens\"");
    }

    @Test
    void responsesStreamTypedNumberedEvents() throws Exception {
        var answer = respond("\"input\":\"hi\",\"stream\":true");
        assertThat(answer.body())
                .startsWith("event: response.created\ndata: {")
                .contains("event: response.output_text.delta", "\"sequence_number\":1", "event: response.completed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"input\":[]",
                "\"input\":1",
                "\"messages\":[]",
                "\"input\":\"x\",\"reasoning\":{\"effort\":\"huge\"}",
                "\"input\":\"x\",\"text\":{\"format\":{\"type\":\"xml\"}}",
                "\"input\":\"x\",\"text\":{\"format\":{\"type\":\"json_object\"}}"
            })
    void wrongResponsesRequestsAreRefused(String body) throws Exception {
        assertThat(respond(body).statusCode()).isEqualTo(400);
    }
}
