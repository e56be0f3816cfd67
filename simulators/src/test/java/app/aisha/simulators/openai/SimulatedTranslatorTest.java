package app.aisha.simulators.openai;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class SimulatedTranslatorTest {

    private static final String SCHEMA = "{\"type\":\"object\",\"additionalProperties\":false,"
            + "\"required\":[\"english\",\"reading\"],\"properties\":{\"english\":{\"type\":\"string\"},"
            + "\"reading\":{\"type\":\"string\"}}}";
    private static final String TOLD = "Write {subject} once, and a reading in Russian. Answer in JSON:\n" + SCHEMA;

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

    private HttpResponse<String> ask(String instruction, JsonNode content, boolean strict) throws Exception {
        var body = Json.object().put("model", "gpt-6-luna");
        var messages = body.putArray("messages");
        messages.addObject().put("role", "system").put("content", instruction);
        messages.addObject().put("role", "user").set("content", content);
        if (strict) {
            body.set(
                    "response_format",
                    Json.parsed(
                                    "{\"type\":\"json_schema\",\"json_schema\":{\"name\":\"a\",\"strict\":true,\"schema\":%s}}"
                                            .formatted(SCHEMA))
                            .orElseThrow());
        }
        return client.post("/v1/chat/completions", Json.text(body));
    }

    private JsonNode answer(String instruction, String text) throws Exception {
        return answered(ask(instruction, Json.array().stringNode(text), true));
    }

    private static JsonNode answered(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        var said = Client.json(response).path("choices").path(0).path("message").path("content");
        return Json.parsed(said.asString("")).orElseThrow();
    }

    private static String block(String name, String text) {
        return "<%s-a1>\n%s\n</%s-a1>".formatted(name, text, name);
    }

    private static JsonNode shown(String text, String url) {
        var parts = Json.array();
        parts.addObject().put("type", "text").put("text", text);
        parts.addObject().put("type", "image_url").putObject("image_url").put("url", url);
        return parts;
    }

    private static String picture(Color colour, int width, int height, String format) throws IOException {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var canvas = image.createGraphics();
        canvas.setColor(colour);
        canvas.fillRect(0, 0, width, height);
        canvas.dispose();
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(image, format, bytes);
        return "data:image/%s;base64,%s"
                .formatted(format, Base64.getEncoder().encodeToString(bytes.toByteArray()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Я космонавт на Марсе с котом!|astronaut on Mars with cat",
                "в красном платье у моря, закат|in red dress by sea, sunset",
                "in a red dress|in a red dress",
                "Щука и ёжик|Shchuka and ezhik",
                "a portrait of {subject} at sea, {subject} smiles|a portrait of {subject} at sea, the person smiles",
                "我在山上|words in han"
            })
    void wishesBecomeGuessableEnglishWithThePlaceholderOnce(String wish, String words) throws Exception {
        var english = answer(TOLD, block("wish", wish)).path("english").stringValue();

        assertThat(english)
                .isEqualTo((words.contains("{subject}") ? "" : "{subject}, ") + words
                        + ", soft light (simulated enrichment)");
    }

    @Test
    void theReadingIsRussianWhereThatIsAskedForAndSaysThatItIsSimulated() throws Exception {
        assertThat(answer(TOLD, block("wish", "у моря.")).path("reading").stringValue())
                .isEqualTo("(симуляция) у моря, мягкий свет");
        assertThat(answer("Write {subject}.", block("wish", "у моря"))
                        .path("reading")
                        .stringValue())
                .isEmpty();
    }

    @Test
    void aChangeIsAddedToWhatThereWas() throws Exception {
        var first = answer(TOLD, block("wish", "у моря"));
        var changed = answer(
                TOLD,
                String.join(
                        "\n",
                        block("description", first.path("english").stringValue()),
                        block("reading", first.path("reading").stringValue()),
                        block("change", "ночью")));

        assertThat(changed.path("english").stringValue())
                .isEqualTo("{subject}, by sea, night, soft light (simulated enrichment)");
        assertThat(changed.path("reading").stringValue()).isEqualTo("(симуляция) у моря, ночью, мягкий свет");
    }

    @Test
    void withoutMarksAndWithoutASchemaOnTheWireItWorksToo() throws Exception {
        var answer = answered(ask(TOLD, Json.array().stringNode("у моря"), false));

        assertThat(answer.path("english").stringValue()).startsWith("{subject}, by sea, soft light");
    }

    @ParameterizedTest
    @CsvSource({
        "0x101060, 64, 32, png, 'dark blue tones, landscape', 'тёмно-синих тонах, горизонтальный'",
        "0xF0F0F0, 32, 32, jpeg, 'light grey tones, square', 'светло-серых тонах, квадратный'",
        "0xC02020, 20, 60, jpeg, 'red tones, portrait', 'красных тонах, вертикальный'"
    })
    void aPictureIsDescribedByWhatIsMeasured(
            String colour, int width, int height, String format, String english, String russian) throws Exception {
        var picture = picture(Color.decode(colour), width, height, format);
        var answer = answered(ask(TOLD, shown("The picture:", picture), true));

        assertThat(answer.path("english").stringValue())
                .contains("{subject}, a picture in ", english)
                .endsWith("(simulated enrichment)");
        assertThat(answer.path("reading").stringValue()).contains("картина в ", russian);
        assertThat(client.calls().toString()).contains("base64,[").doesNotContain(picture);
    }

    @Test
    void whatIsNoPictureIsRefused() throws Exception {
        var whole = picture(Color.PINK, 40, 40, "png");
        var half = whole.substring(0, 40);

        assertThat(code(shown("?", half))).isEqualTo("image_parse_error");
        assertThat(code(shown("?", "data:image/jpeg;base64,AAAA"))).isEqualTo("image_parse_error");
        assertThat(code(shown("?", "data:image/jpeg;base64,A"))).isEqualTo("invalid_base64_image");
        assertThat(code(shown("?", "data:text/plain;base64,AAAA"))).isEqualTo("invalid_image_url");
        client.control("chat-server", "{\"image_bytes\":20}");
        assertThat(code(shown("?", whole))).isEqualTo("image_file_too_large");
        client.control("chat-server", "{\"images\":false}");
        assertThat(ask(TOLD, shown("?", whole), true).body()).contains("image input is not supported");
    }

    private String code(JsonNode content) throws Exception {
        var response = ask(TOLD, content, true);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(400);
        return Client.json(response).path("error").path("code").asString("");
    }

    @Test
    void largerPicturesCostMore() throws Exception {
        assertThat(tokens(picture(Color.GRAY, 2_000, 1_000, "png")) - tokens(picture(Color.GRAY, 500, 500, "png")))
                .isEqualTo(170 * (2 * 3 - 1));
    }

    private int tokens(String picture) throws Exception {
        return Client.json(ask(TOLD, shown("?", picture), true))
                .path("usage")
                .path("prompt_tokens")
                .intValue();
    }
}
