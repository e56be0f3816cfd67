package app.aisha.adapters.openai;

import java.io.IOException;
import java.net.URI;
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
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends requests to one server and judges what comes back. Thread-safe. */
final class ServiceHttp {

    private static final Logger LOG = LoggerFactory.getLogger(ServiceHttp.class);
    private static final long LONGEST_ANSWER = 10L << 20;

    /** The server of whisper.cpp calls plain text HTML, so that alone means nothing. */
    private static final Pattern NO_TEXT = Pattern.compile("(?i)^\\s*(audio|video|image|font|multipart)/");

    private final ServiceAccount account;
    private final HttpClient http;
    private final Failures failures;

    ServiceHttp(ServiceAccount account, HttpClient http, InstantSource clock) {
        this.account = account;
        this.http = http;
        this.failures = new Failures(account, clock);
    }

    /** How to read the answers of an endpoint. */
    interface Reading<A> {

        /** Empty when the body is no answer. */
        Optional<A> read(String body);

        /** Whether a failure that calls itself a success is about what was asked, so that asking again is pointless. */
        Predicate<Verdict.Rejected<?>> aboutTheQuestion();
    }

    HttpRequest.Builder request(URI address) {
        var request = HttpRequest.newBuilder(address);
        account.key().ifPresent(key -> request.header("Authorization", "Bearer " + key.reveal()));
        return request;
    }

    /** One request, with a limit on the time until the last byte of the answer. */
    <A> Verdict<A> ask(HttpRequest request, Duration limit, Reading<A> reading) throws InterruptedException {
        try {
            var response = send(request, limit);
            response.headers().firstValue("x-request-id").ifPresent(id -> LOG.debug("x-request-id {}", id));
            return verdict(response, reading);
        } catch (TimeoutException e) {
            return new Verdict.Passing<>("no answer within " + limit.toSeconds() + " s", Optional.empty(), false, true);
        } catch (IOException e) {
            return Verdict.Passing.of(
                    "connection failed (%s)".formatted(e.getClass().getSimpleName()));
        }
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

    private <A> Verdict<A> verdict(HttpResponse<byte[]> response, Reading<A> reading) {
        var body = new String(response.body(), StandardCharsets.UTF_8);
        var headers = response.headers();
        if (response.statusCode() / 100 != 2) {
            return failures.read(response.statusCode(), headers, ServiceError.read(account.withoutKey(body)));
        }
        if (headers.firstValue("content-type").filter(NO_TEXT.asPredicate()).isPresent()) {
            return Verdict.Passing.of("an answer that is no text");
        }
        var answer = reading.read(body);
        if (answer.isPresent()) {
            return new Verdict.Answered<>(
                    answer.get(), headers.firstValue("server").orElse(""));
        }
        return ServiceError.insteadOfAnswer(account.withoutKey(body))
                .map(error -> failures.<A>readDisguised(headers, error, reading.aboutTheQuestion()))
                .orElseGet(() -> Verdict.Passing.of("an answer nobody can read"));
    }
}
