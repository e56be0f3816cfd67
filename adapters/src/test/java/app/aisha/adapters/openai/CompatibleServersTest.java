package app.aisha.adapters.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.aisha.adapters.ffmpeg.Ffmpeg;
import app.aisha.adapters.ffmpeg.FfmpegSettings;
import app.aisha.adapters.ffmpeg.FfmpegSoundEncoder;
import app.aisha.adapters.http.HttpClients;
import app.aisha.adapters.http.Secret;
import app.aisha.adapters.openai.OpenAiSettings.Probing;
import app.aisha.core.transcript.SoundPiece;
import app.aisha.core.transcript.Transcriber.Clip;
import app.aisha.core.transcript.Transcriber.Hearing;
import app.aisha.core.transcript.Transcriber.Hearing.Heard;
import app.aisha.core.transcript.Transcriber.Hints;
import app.aisha.core.transcript.Transcriber.TranscriberUnavailable;
import app.aisha.core.work.OperatorAlarm.Alarm;
import app.aisha.simulators.openai.OpenAiSimulator;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the transcriber promises holds at every server that calls itself compatible. */
@Timeout(120)
class CompatibleServersTest {

    private static final String SAID = "Добрый день, коллеги. Начнём.";
    private static final Hints ANY = new Hints(Optional.empty());

    @TempDir
    private static Path folder;

    private static Ffmpeg ffmpeg;
    private static OpenAiSimulator simulator;
    private final HttpClient http = HttpClient.newHttpClient();
    private final List<Alarm> alarms = new CopyOnWriteArrayList<>();

    @BeforeAll
    static void start() throws Exception {
        ffmpeg = Ffmpeg.find(new FfmpegSettings(Optional.empty(), folder.resolve("ffmpeg")));
        simulator = OpenAiSimulator.start(
                app.aisha.simulators.openai.OpenAiSettings.anyPort(ffmpeg.program(), ffmpeg.environment()));
    }

    @AfterAll
    static void stop() {
        simulator.close();
    }

    @ParameterizedTest
    @EnumSource
    void aPieceIsHeard(CompatibleServer server) throws Exception {
        var transcriber = playing(server);

        var hearing = transcriber.transcribe(piece(), new Hints(Optional.of("ru"), List.of("Аиша", "Kafka")));

        assertThat(hearing).isInstanceOfSatisfying(Heard.class, heard -> {
            assertThat(heard.text()).isEqualTo(SAID);
            assertThat(heard.segments()).hasSize(server.tellsTimes ? 1 : 0).allSatisfy(segment -> {
                assertThat(segment.text()).isEqualTo(SAID);
                assertThat(segment.end()).isBetween(Duration.ofSeconds(3), Duration.ofSeconds(4));
            });
        });
    }

    @ParameterizedTest
    @EnumSource
    void withoutAHintNobodyTakesRussianForEnglish(CompatibleServer server) throws Exception {
        var transcriber = playing(server);

        assertThat(transcriber.transcribe(piece(), ANY))
                .isInstanceOfSatisfying(
                        Heard.class, heard -> assertThat(heard.text()).isEqualTo(SAID));
    }

    @ParameterizedTest
    @EnumSource
    void withoutATrialItIsHeardAsWell(CompatibleServer server) throws Exception {
        become(server);
        var transcriber = transcriber(server, server.model, Optional.of(new Secret("key")), Probing.NEVER);

        assertThat(transcriber.transcribe(piece(), ANY))
                .isInstanceOfSatisfying(
                        Heard.class, heard -> assertThat(heard.text()).isEqualTo(SAID));
    }

    /** Of whisper.cpp it is learnt that it does not read them; the pieces do. */
    @ParameterizedTest
    @EnumSource
    void aWholeFileIsHeardOrRefusedForGood(CompatibleServer server) throws Exception {
        var transcriber = playing(server);
        var file = Files.write(folder.resolve(server + ".ogg"), new FfmpegSoundEncoder(ffmpeg).opus(sound()));

        var hearing = transcriber.transcribe(new Clip.WholeFile(file, "ogg", Duration.ofSeconds(3)), ANY);

        var taken = server != CompatibleServer.WHISPERCPP;
        assertThat(hearing).isInstanceOf(taken ? Heard.class : Hearing.Refused.class);
        assertThat(transcriber.acceptsAsIs("ogg", Duration.ofSeconds(3), 9)).isEqualTo(taken);
        assertThat(transcriber.acceptsAsIs("wav", Duration.ofSeconds(3), 9)).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void whatIsNoSoundIsRefusedOrLeftForLater(CompatibleServer server) throws Exception {
        var transcriber = playing(server);
        var file = Files.writeString(folder.resolve(server + "-broken.ogg"), "no sound at all");
        var clip = new Clip.WholeFile(file, "ogg", Duration.ofSeconds(3));

        if (server == CompatibleServer.LOCALAI) {
            assertThatThrownBy(() -> transcriber.transcribe(clip, ANY))
                    .isInstanceOfSatisfying(
                            TranscriberUnavailable.class,
                            e -> assertThat(e.needsOperator()).isFalse());
        } else {
            assertThat(transcriber.transcribe(clip, ANY)).isInstanceOf(Hearing.Refused.class);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"OPENAI", "LOCALAI", "VLLM", "GROQ", "GATEWAY"})
    void whatIsTooLargeIsRefusedAtOnce(CompatibleServer server) throws Exception {
        var transcriber = playing(server);
        var file = Files.write(folder.resolve(server + "-large.ogg"), new byte[27 << 20]);
        control("/calls", "DELETE", "");

        assertThat(transcriber.transcribe(new Clip.WholeFile(file, "ogg", Duration.ofSeconds(3)), ANY))
                .isInstanceOf(Hearing.Refused.class);
        assertThat(calls()).hasSize(1);
        Files.delete(file);
    }

    @ParameterizedTest
    @EnumSource(names = {"OPENAI", "SPEACHES", "VLLM", "GROQ"})
    void anUnknownModelIsTheOperatorsBusiness(CompatibleServer server) throws Exception {
        become(server);
        var transcriber = transcriber(server, "no-such-whisper", Optional.of(new Secret("key")), Probing.AUTO);

        assertThatThrownBy(() -> transcriber.transcribe(piece(), ANY))
                .isInstanceOfSatisfying(
                        TranscriberUnavailable.class,
                        e -> assertThat(e.needsOperator()).isTrue())
                .hasMessageContaining("does not know the model no-such-whisper");
    }

    @ParameterizedTest
    @EnumSource
    void aWrongAddressIsTheOperatorsBusiness(CompatibleServer server) throws Exception {
        become(server);
        var elsewhere = new OpenAiSettings(
                URI.create(simulator.address() + "/wrong"),
                Optional.of(new Secret("key")),
                server.model,
                Optional.empty(),
                Probing.AUTO,
                OpenAiSettings.USUAL_PAUSE);
        var transcriber = transcriber(elsewhere);

        assertThatThrownBy(() -> transcriber.transcribe(piece(), ANY))
                .isInstanceOfSatisfying(
                        TranscriberUnavailable.class,
                        e -> assertThat(e.needsOperator()).isTrue())
                .hasMessageContaining("check OPENAI_BASE_URL");
    }

    @ParameterizedTest
    @EnumSource
    void aKeyIsMissedOnlyWhereOneIsWanted(CompatibleServer server) throws Exception {
        become(server);
        var transcriber = transcriber(server, server.model, Optional.empty(), Probing.AUTO);

        if (server.wantsKey) {
            assertThatThrownBy(() -> transcriber.transcribe(piece(), ANY)).hasMessageContaining("set OPENAI_API_KEY");
            assertThat(alarms).hasSize(1);
        } else {
            assertThat(transcriber.transcribe(piece(), ANY)).isInstanceOf(Heard.class);
        }
    }

    @Test
    void aServerThatTakesOneClipAtATimeGetsOne() throws Exception {
        var transcriber = playing(CompatibleServer.WHISPERCPP);
        control("/calls", "DELETE", "");
        control("/latency", "POST", "{\"millis\": 30}");

        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var i = 0; i < 6; i++) {
                var _ = callers.submit(() -> transcriber.transcribe(piece(), ANY));
            }
        }
        control("/latency", "POST", "{\"millis\": 0}");

        assertThat(calls())
                .hasSize(6)
                .allSatisfy(call -> assertThat(call.path("beside").asInt()).isZero());
    }

    private OpenAiTranscriber playing(CompatibleServer server) throws IOException, InterruptedException {
        become(server);
        var transcriber = transcriber(server, server.model, Optional.of(new Secret("key")), Probing.AUTO);
        transcriber.probe();
        return transcriber;
    }

    private void become(CompatibleServer server) throws IOException, InterruptedException {
        control("/persona", "POST", "{\"kind\": \"%s\"}".formatted(server.name().toLowerCase(Locale.ROOT)));
        control("/text", "DELETE", "");
        control("/text", "POST", "{\"text\": \"%s\"}".formatted(SAID));
    }

    private OpenAiTranscriber transcriber(
            CompatibleServer server, String model, Optional<Secret> key, Probing probing) {
        return transcriber(new OpenAiSettings(
                URI.create(simulator.address() + server.path),
                key,
                model,
                Optional.empty(),
                probing,
                OpenAiSettings.USUAL_PAUSE));
    }

    private OpenAiTranscriber transcriber(OpenAiSettings settings) {
        return new OpenAiTranscriber(
                settings,
                new FfmpegSoundEncoder(ffmpeg),
                alarms::add,
                InstantSource.system(),
                HttpClients.create(Optional.empty(), Duration.ofSeconds(5)),
                new Patience(Duration.ofSeconds(30), _ -> {}, new Random(1)));
    }

    private static Clip piece() {
        return new Clip.Piece(sound());
    }

    /** Three seconds of a tone. */
    private static SoundPiece sound() {
        var samples = ByteBuffer.allocate(3 * 2 * SoundPiece.SAMPLES_PER_SECOND).order(ByteOrder.LITTLE_ENDIAN);
        for (var i = 0; samples.hasRemaining(); i++) {
            samples.putShort((short) (9_000 * Math.sin(i / 6.0)));
        }
        var length = Duration.ofSeconds(3);
        return new SoundPiece(0, Duration.ZERO, length, Duration.ZERO, length, List.of(), samples.flip());
    }

    private List<JsonNode> calls() throws IOException, InterruptedException {
        var answer = new JsonMapper().readTree(control("/calls", "GET", ""));
        return StreamSupport.stream(answer.spliterator(), false).toList();
    }

    private String control(String path, String method, String body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(simulator.address() + "/control" + path))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
        var answer = http.send(request, BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }
}
