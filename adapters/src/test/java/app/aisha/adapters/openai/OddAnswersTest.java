package app.aisha.adapters.openai;

import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.adapters.http.HttpClients;
import app.aisha.adapters.openai.OpenAiSettings.Probing;
import app.aisha.adapters.openai.SpeechServerDouble.Answer;
import app.aisha.core.transcript.Transcriber.Hearing.Heard;
import app.aisha.core.transcript.Transcriber.Hints;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever a server answers, it means something. */
class OddAnswersTest {

    private static final List<Integer> STATUSES =
            List.of(200, 200, 200, 201, 302, 400, 401, 402, 403, 404, 405, 408, 413, 415, 418, 422, 429, 500, 503, 599);
    private static final List<String> TYPES =
            List.of("application/json", "text/plain", "text/html; charset=utf-8", "audio/mpeg", "nonsense", "");
    private static final List<String> PARTS = List.of(
            "{",
            "}",
            "[",
            "]",
            ",",
            ":",
            "\"text\":",
            "\"error\":",
            "\"detail\":",
            "\"code\":",
            "\"segments\":",
            "\"a\"",
            "\"loc\":",
            "\"insufficient_quota\"",
            "null",
            "1e999",
            "-1",
            "429",
            "\\u12",
            "<html>",
            "слово ",
            "\0",
            "\n",
            "{\"error\":{\"code\":\"500\"}}",
            "{\"text\":\"a\",\"segments\":[{\"start\":\"0\",\"end\":-5,\"text\":\"a\"}]}");

    @Test
    void noAnswerIsTooOddForAVerdict() throws Exception {
        try (var server = new SpeechServerDouble();
                var service = new TranscriberOnLoopback()) {
            var settings = service.settings(server.base(), "whisper-1", Probing.NEVER);
            var client = new SpeechServer(
                    settings, HttpClients.create(Optional.empty(), Duration.ofSeconds(5)), () -> Instant.EPOCH);
            var manner = Manner.toBeginWith(server.base(), "whisper-1");
            var question = SpeechQuestion.of(
                    "whisper-1", manner, new Hints(Optional.of("ru"), List.of("Kafka")), new SpeechSound.Trial());
            server.answers(OddAnswersTest::odd);

            for (var seed = 1; seed <= 2_000; seed++) {
                var verdict = client.ask(question, Duration.ofSeconds(1), Duration.ofSeconds(20));

                assertThat(verdict).as("seed %d", seed).isNotNull();
                if (verdict instanceof Verdict.Rejected<Heard> rejected) {
                    assertThat(question.easier(rejected)).as("seed %d", seed).isNotNull();
                    assertThat(rejected.reason()).as("seed %d", seed).hasSizeLessThan(250);
                }
            }
        }
    }

    private static Answer odd(int seed) {
        var random = new Random(seed);
        var body = new StringBuilder();
        for (var i = random.nextInt(12); i > 0; i--) {
            body.append(one(PARTS, random));
        }
        return new Answer(
                one(STATUSES, random),
                Map.of("Content-Type", one(TYPES, random), "Retry-After", body.isEmpty() ? "soon" : "1e3"),
                body.toString());
    }

    private static <T> T one(List<T> from, Random random) {
        return from.get(random.nextInt(from.size()));
    }
}
