package app.aisha.simulators.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys, faults, scripted texts, the log: what surrounds the endpoints. */
class SimulatorTest {
    private static final byte[] SPEECH = Tones.speech(3, 2).wav();
    private OpenAiSimulator simulator;
    private Client client;

    @BeforeEach
    void start() throws Exception {
        simulator = OpenAiSimulator.start(new OpenAiSettings(
                0, Ffmpeg.program(), Ffmpeg.environment(), "key", () -> Instant.parse("2026-11-23T10:00:00Z")));
        client = new Client(simulator);
    }

    @AfterEach
    void stop() {
        client.close();
        simulator.close();
    }

    private HttpResponse<String> transcribe() throws Exception {
        return client.transcribe(Client.upload("gpt-transcribe", "a.wav", SPEECH));
    }

    private String text() throws Exception {
        return Client.json(transcribe()).path("text").stringValue();
    }

    @Test
    void aMissingOrWrongKeyIsUnauthorized() throws Exception {
        var missing = client.send(client.to("/v1/models"));
        assertThat(missing.statusCode()).isEqualTo(401);
        assertThat(missing.body()).contains("You didn't provide an API key");
        var wrong = client.send(client.to("/v1/models").header("Authorization", "Bearer other"));
        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(Client.json(wrong).path("error").path("code").stringValue()).isEqualTo("invalid_api_key");
    }

    @Test
    void modelsAreListedAndShown() throws Exception {
        assertThat(client.get("/v1/models").body()).contains("gpt-transcribe", "whisper-1", "gpt-6-luna");
        assertThat(Client.json(client.get("/v1/models/gpt-6-luna"))
                        .path("object")
                        .stringValue())
                .isEqualTo("model");
        assertThat(client.get("/v1/models/none").statusCode()).isEqualTo(404);
        assertThat(client.post("/v1/models", "{}").statusCode()).isEqualTo(405);
    }

    @Test
    void anUnknownAddressOrMethodIsRefused() throws Exception {
        assertThat(client.post("/v1/nothing", "{}").statusCode()).isEqualTo(404);
        assertThat(client.get("/v1/chat/completions").statusCode()).isEqualTo(405);
    }

    @ParameterizedTest
    @CsvSource({
        "too_many_requests,429,rate_limit_exceeded",
        "insufficient_quota,429,insufficient_quota",
        "server_error,500,server_error",
        "overloaded,503,server_is_overloaded",
        "unauthorized,401,invalid_api_key",
        "model_not_found,404,model_not_found",
        "too_large,413,Maximum content size limit",
        "country,403,unsupported_country_region_territory",
        "html,502,<html>",
        "empty,200,''"
    })
    void aFaultIsShownSoManyTimesAndThenIsOver(String kind, int status, String said) throws Exception {
        client.control("faults", "{\"kind\":\"%s\",\"times\":2,\"path\":\"transcriptions\"}".formatted(kind));
        assertThat(client.get("/v1/models").statusCode()).isEqualTo(200);
        for (int i = 0; i < 2; i++) {
            var answer = transcribe();
            assertThat(answer.statusCode()).isEqualTo(status);
            assertThat(answer.body()).contains(said);
        }
        assertThat(text()).contains("simulation");
        assertThat(client.get("/control/faults").body()).isEqualTo("[]");
    }

    @Test
    void tooManyRequestsSaysWhenToComeBack() throws Exception {
        client.control("faults", "{\"kind\":\"too_many_requests\",\"retry_after\":7}");
        var answer = transcribe();
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("7");
        assertThat(answer.headers().firstValue("retry-after-ms")).hasValue("7000");
    }

    @Test
    void aResetDropsTheConnectionAndOnlyActThenResetHasActed() throws Exception {
        client.control("text", "{\"text\":\"spent\",\"times\":1}");
        client.control("faults", "{\"kind\":\"reset\",\"times\":1}");
        client.control("faults", "{\"kind\":\"act_then_reset\",\"times\":1}");
        assertThatThrownBy(this::transcribe).isInstanceOf(IOException.class);
        assertThatThrownBy(this::transcribe).isInstanceOf(IOException.class);
        assertThat(text()).contains("simulation");
        assertThat(client.calls().get(0).path("sha256").isNull()).isTrue();
        assertThat(client.calls().get(1).path("sha256").stringValue()).hasSize(64);
        assertThat(client.calls().get(1).path("status").intValue()).isZero();
    }

    @Test
    void aHangEndsWithADroppedConnection() throws Exception {
        client.control("faults", "{\"kind\":\"hang\",\"millis\":1}");
        assertThatThrownBy(this::transcribe).isInstanceOf(IOException.class);
    }

    @Test
    void closingTheServerEndsAHang() throws Exception {
        client.control("faults", "{\"kind\":\"hang\"}");
        var failed = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var _ = threads.submit(() -> {
                try {
                    return transcribe();
                } catch (IOException dropped) {
                    failed.countDown();
                    throw dropped;
                }
            });
            simulator.close();
            failed.await();
        }
        assertThat(failed.getCount()).isZero();
    }

    @Test
    void slowAnswersAreRightAnswers() throws Exception {
        client.control("faults", "{\"kind\":\"slow\",\"millis\":1}");
        client.control("latency", "{\"millis\":1,\"per_audio_second_millis\":1}");
        assertThat(text()).contains("simulation");
    }

    @Test
    void faultsAreListedAndRemoved() throws Exception {
        var id = Client.json(client.control("faults", "{\"kind\":\"slow\",\"path\":\"/v1/chat\"}"))
                .path("id")
                .intValue();
        client.control("faults", "{\"kind\":\"html\"}");
        assertThat(client.get("/control/faults").body()).contains("\"kind\":\"slow\"", "\"kind\":\"html\"");
        assertThat(client.delete("/control/faults/" + id).statusCode()).isEqualTo(200);
        assertThat(client.get("/control/faults").body()).doesNotContain("slow").contains("html");
        assertThat(client.delete("/control/faults/" + id).statusCode()).isEqualTo(400);
        client.delete("/control/faults");
        assertThat(client.get("/control/faults").body()).isEqualTo("[]");
    }

    @Test
    void textsAreSaidInOrderAndTheLastingOneAfterThem() throws Exception {
        client.control("text", "{\"text\":\"always\",\"times\":null}");
        client.control("text", "{\"text\":\"twice\",\"times\":2}");
        client.control("text", "{\"text\":\"\",\"times\":1}");
        var said = new ArrayList<String>();
        for (int i = 0; i < 5; i++) {
            said.add(text());
        }
        assertThat(said).containsExactly("twice", "twice", "", "always", "always");
        client.delete("/control/text");
        assertThat(text()).contains("simulation");
    }

    @Test
    void aForgottenRecordingIsNoLongerRecognised() throws Exception {
        var speech = Tones.speech(3, 2);
        client.control("script", Client.form().file("audio", "a.wav", SPEECH).field("words", speech.wordsJson()));
        assertThat(text()).startsWith("word0000 word0001");
        client.delete("/control/script");
        assertThat(text()).contains("simulation");
    }

    @Test
    void callsAreNumberedStampedAndForgotten() throws Exception {
        client.get("/v1/models/gpt-6-luna");
        client.get("/v1/models/none");
        var calls = client.calls();
        assertThat(calls.get(1).path("n").intValue()).isEqualTo(2);
        assertThat(calls.get(1).path("at").stringValue()).isEqualTo("2026-11-23T10:00:00Z");
        assertThat(calls.get(1).path("status").intValue()).isEqualTo(404);
        assertThat(calls.get(1).path("model").stringValue()).isEqualTo("none");
        client.delete("/control/calls");
        assertThat(client.calls().isEmpty()).isTrue();
    }

    @Test
    void theLogKeepsTheLastCallsOnly() {
        var log = new CallLog(() -> Instant.EPOCH);
        for (int i = 0; i < CallLog.KEPT + 5; i++) {
            log.add("/v1/models", new CallNotes(), 200);
        }
        assertThat(log.all()).hasSize(CallLog.KEPT);
        assertThat(log.all().get(0).path("n").intValue()).isEqualTo(6);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "faults {\"kind\":\"flood\"}",
                "persona {\"kind\":\"parrot\"}",
                "text {\"text\":1}",
                "chat {\"match\":\"a\"}",
                "nowhere {}",
                "latency [",
                "script {}"
            })
    void wrongSwitchesAreRefusedWithAReason(String call) throws Exception {
        var answer = client.control(call.substring(0, call.indexOf(' ')), call.substring(call.indexOf(' ') + 1));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Client.json(answer).path("error").stringValue()).isNotEmpty();
    }

    @Test
    void aScriptNeedsDecodableAudioAndTimedWords() throws Exception {
        var form = Client.form().file("audio", "a.wav", SPEECH);
        assertThat(client.control("script", form).body()).contains("'words' is missing");
        assertThat(client.control("script", Client.form().field("words", "[]")).body())
                .contains("'audio' is missing");
        var untimed = Client.form().file("audio", "a.wav", SPEECH).field("words", "[{\"text\":\"a\"}]");
        assertThat(client.control("script", untimed).body()).contains("needs text, start and end");
        var broken = Client.form().file("audio", "a.wav", new byte[10]).field("words", "[]");
        assertThat(client.control("script", broken).body()).contains("cannot be decoded");
        var noJson = Client.form().file("audio", "a.wav", SPEECH).field("words", "[");
        assertThat(client.control("script", noJson).statusCode()).isEqualTo(400);
    }
}
