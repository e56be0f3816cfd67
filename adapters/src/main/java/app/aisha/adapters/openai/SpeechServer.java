package app.aisha.adapters.openai;

import app.aisha.core.transcript.Transcriber.Hearing.Heard;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The endpoint of one server that recognises speech. */
final class SpeechServer {

    private static final Logger LOG = LoggerFactory.getLogger(SpeechServer.class);
    private static final long LONGEST_ANSWER = 10L << 20;

    /** The server of whisper.cpp calls plain text HTML, so that alone means nothing. */
    private static final Pattern NO_TEXT = Pattern.compile("(?i)^\\s*(audio|video|image|font|multipart)/");

    private final OpenAiSettings settings;
    private final HttpClient http;
    private final Failures failures;

    SpeechServer(OpenAiSettings settings, HttpClient http, InstantSource clock) {
        this.settings = settings;
        this.http = http;
        this.failures = new Failures(settings, clock);
    }

    /** One request, with a limit on the time until the last byte of the answer. */
    Verdict ask(SpeechQuestion question, Duration length, Duration limit) throws InterruptedException {
        try {
            var response = send(request(question), limit);
            response.headers().firstValue("x-request-id").ifPresent(id -> LOG.debug("x-request-id {}", id));
            return verdict(response, question, length);
        } catch (TimeoutException e) {
            return new Verdict.Passing("no answer within " + limit.toSeconds() + " s", Optional.empty(), false, true);
        } catch (IOException e) {
            return Verdict.Passing.of(
                    "connection failed (%s)".formatted(e.getClass().getSimpleName()));
        }
    }

    private HttpRequest request(SpeechQuestion question) {
        var form = question.form();
        var request = HttpRequest.newBuilder(settings.transcriptions())
                .header("Content-Type", form.contentType())
                .header("Accept", "application/json, text/plain;q=0.9, */*;q=0.1")
                .POST(form.body());
        settings.key().ifPresent(key -> request.header("Authorization", "Bearer " + key.reveal()));
        return request.build();
    }

    private HttpResponse<byte[]> send(HttpRequest request, Duration limit)
            throws IOException, TimeoutException, InterruptedException {
        var answer = http.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), LONGEST_ANSWER));
        try {
            return answer.get(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException failure) {
                throw failure;
            }
            throw new IllegalStateException("The HTTP client failed", e.getCause());
        } finally {
            answer.cancel(true);
        }
    }

    /** Some servers repeat the key they did not like. */
    private String withoutKey(String body) {
        return settings.key()
                .map(key -> body.replace(key.reveal(), key.toString()))
                .orElse(body);
    }

    private Verdict verdict(HttpResponse<byte[]> response, SpeechQuestion question, Duration length) {
        var body = new String(response.body(), StandardCharsets.UTF_8);
        var headers = response.headers();
        if (response.statusCode() / 100 != 2) {
            return failures.read(response.statusCode(), headers, ServiceError.read(withoutKey(body)));
        }
        if (headers.firstValue("content-type").filter(NO_TEXT.asPredicate()).isPresent()) {
            return Verdict.Passing.of("an answer that is no text");
        }
        var heard = new SpeechAnswer(length, question.manner().format()).read(body);
        if (heard.isPresent()) {
            return new Verdict.Answered(
                    question.tellsLanguage() ? withoutLanguage(heard.get()) : heard.get(),
                    headers.firstValue("server").orElse(""));
        }
        return SpeechAnswer.failure(withoutKey(body))
                .map(error -> failures.readDisguised(headers, error))
                .orElseGet(() -> Verdict.Passing.of("an answer nobody can read"));
    }

    private static Heard withoutLanguage(Heard heard) {
        return new Heard(heard.text(), Optional.empty(), heard.segments());
    }
}
