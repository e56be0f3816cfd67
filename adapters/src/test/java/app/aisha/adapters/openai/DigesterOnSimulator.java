package app.aisha.adapters.openai;

import app.aisha.adapters.http.HttpClients;
import app.aisha.adapters.http.Secret;
import app.aisha.core.digest.Excerpt;
import app.aisha.core.transcript.Passage;
import app.aisha.core.transcript.Stretch;
import app.aisha.core.work.OperatorAlarm.Alarm;
import app.aisha.simulators.openai.OpenAiSettings;
import app.aisha.simulators.openai.OpenAiSimulator;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Digesters, prompt writers and the simulated server they talk to; their waits are remembered and take no time. */
final class DigesterOnSimulator implements AutoCloseable {

    static final String KEY = "sk-very-secret";
    private static final JsonMapper JSON = new JsonMapper();

    private final OpenAiSimulator simulator;
    private final HttpClient http = HttpClient.newHttpClient();
    private final List<Alarm> alarms = new CopyOnWriteArrayList<>();
    private final List<Duration> waits = new ArrayList<>();
    private volatile Instant now = Instant.EPOCH;
    private Duration patience = Duration.ofSeconds(20);

    DigesterOnSimulator() throws IOException {
        simulator = OpenAiSimulator.start(OpenAiSettings.anyPort(Path.of("unused"), Map.of()));
    }

    OpenAiDigester digester() {
        return digester(TextSettings.USUAL_MODEL);
    }

    OpenAiDigester digester(String model) {
        return digester(at(base("/v1"), model));
    }

    OpenAiDigester digester(TextSettings settings) {
        return new OpenAiDigester(service(settings, "OPENAI_TEXT_MODEL"));
    }

    /** Asks one model about words and another about pictures. */
    OpenAiPromptWriter writer(String words, String pictures) {
        return new OpenAiPromptWriter(
                service(at(base("/v1"), words), "OPENAI_TEXT_MODEL"),
                service(at(base("/v1"), pictures), "OPENAI_VISION_MODEL"));
    }

    OpenAiPromptWriter writer() {
        return writer(at(base("/v1"), TextSettings.USUAL_MODEL));
    }

    /** Asks the same about words and pictures. */
    OpenAiPromptWriter writer(TextSettings settings) {
        var service = service(settings, "OPENAI_TEXT_MODEL");
        return new OpenAiPromptWriter(service, service);
    }

    TextService service(TextSettings settings, String modelVariable) {
        return new TextService(
                settings,
                modelVariable,
                alarms::add,
                () -> now,
                HttpClients.create(settings.proxy(), Duration.ofSeconds(5)),
                new Patience(patience, waits::add, new Random(1)));
    }

    static TextSettings at(URI base, String model) {
        return new TextSettings(
                base, Optional.of(new Secret(KEY)), model, Optional.empty(), 8_192, Duration.ofMinutes(1));
    }

    URI base(String path) {
        return URI.create(simulator.address() + path);
    }

    /** A switch of the simulator. */
    void control(String path, String body) throws IOException, InterruptedException {
        var answer = http.send(
                HttpRequest.newBuilder(base("/control" + path))
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new AssertionError(answer.body());
        }
    }

    /** What was asked, oldest first. */
    List<JsonNode> calls() throws IOException, InterruptedException {
        var answer = http.send(HttpRequest.newBuilder(base("/control/calls")).build(), BodyHandlers.ofString());
        return List.copyOf(JSON.readTree(answer.body()).valueStream().toList());
    }

    /** The form of answer that each call asked for. */
    List<String> formsAsked() throws IOException, InterruptedException {
        return calls().stream()
                .map(call ->
                        call.path("fields").path("response_format").path("type").asString("words"))
                .toList();
    }

    List<Alarm> alarms() {
        return alarms;
    }

    List<Duration> waits() {
        return waits;
    }

    void passes(Duration time) {
        now = now.plus(time);
    }

    void patience(Duration forAnswer) {
        patience = forAnswer;
    }

    static Excerpt excerpt(String... texts) {
        return new Excerpt(
                IntStream.range(0, texts.length)
                        .mapToObj(i -> new Passage(
                                Optional.of(new Stretch(Duration.ofSeconds(70L * i), Duration.ofSeconds(70L * i + 60))),
                                Optional.of("S" + (1 + i % 2)),
                                texts[i]))
                        .toList(),
                Optional.of("en"),
                LocalDate.of(2026, 11, 23));
    }

    @Override
    public void close() {
        simulator.close();
    }
}
