package app.aisha.adapters.telegram;

import app.aisha.adapters.telegram.ApiResult.NoAnswer;
import app.aisha.adapters.telegram.ApiResult.Ok;
import com.pengrad.telegrambot.request.BaseRequest;
import com.pengrad.telegrambot.response.BaseResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;

/**
 * One call of the Bot API over HTTP, without retries. Uses the request types of the pengrad library as a description of the
 * calls only. The token appears in no message, log or exception. Thread-safe.
 */
public final class TelegramApi {

    private static final Duration CALL = Duration.ofSeconds(15);
    private static final Duration UPLOAD = Duration.ofSeconds(25);
    private static final int LARGEST_ANSWER = 32 << 20;
    private static final int OK = 200;

    private final TelegramSettings settings;
    private final HttpClient http;
    private final ApiAnswers answers;

    public TelegramApi(TelegramSettings settings, HttpClient http) {
        this.settings = settings;
        this.http = http;
        this.answers = new ApiAnswers(settings.token(), InstantSource.system());
    }

    <R extends BaseResponse> ApiResult<R> call(BaseRequest<?, R> request) throws InterruptedException {
        return call(request, request.isMultipart() ? UPLOAD : CALL);
    }

    <R extends BaseResponse> ApiResult<R> call(BaseRequest<?, R> request, Duration timeout)
            throws InterruptedException {
        try {
            return answers.read(exchanged(request, timeout), request.getResponseType());
        } catch (IOException e) {
            return new NoAnswer<>(e.getClass().getSimpleName());
        }
    }

    /** The raw body of a call whose answer is read piece by piece; not necessarily JSON. */
    ApiResult<String> raw(BaseRequest<?, ?> request, Duration timeout) throws InterruptedException {
        try {
            var response = exchanged(request, timeout);
            return response.statusCode() == OK ? new Ok<>(response.body()) : answers.failure(response);
        } catch (IOException e) {
            return new NoAnswer<>(e.getClass().getSimpleName());
        }
    }

    /** What is made of a download. */
    @FunctionalInterface
    interface DownloadReader<T> {

        T read(int status, InputStream body) throws IOException;
    }

    /**
     * Downloads a file.
     *
     * @param path as {@code getFile} gave it, not encoded; of an absolute one, which a server with {@code --local} gives,
     *     what follows the folder of this bot
     * @param timeout for all of it, to the last byte
     */
    <T> T download(String path, Duration timeout, DownloadReader<T> reader) throws IOException, InterruptedException {
        var address = URI.create(settings.files() + "/bot" + settings.token().reveal() + "/" + encoded(relative(path)));
        var begun = System.nanoTime();
        var response = answered(HttpRequest.newBuilder(address).build(), BodyHandlers.ofInputStream(), timeout);
        var expired = new AtomicBoolean();
        try (var body = response.body()) {
            var left = timeout.minusNanos(System.nanoTime() - begun);
            var deadline = Thread.startVirtualThread(() -> closeAfter(left, body, expired));
            try {
                return reader.read(response.statusCode(), new Expiring(body, expired));
            } finally {
                deadline.interrupt();
            }
        } catch (IOException e) {
            if (Thread.interrupted()) {
                throw new InterruptedException("The download was interrupted");
            }
            throw e;
        }
    }

    private static void closeAfter(Duration time, InputStream body, AtomicBoolean expired) {
        try {
            Thread.sleep(time);
            expired.set(true);
            body.close();
        } catch (InterruptedException | IOException _) {
            Thread.currentThread().interrupt();
        }
    }

    private HttpResponse<String> exchanged(BaseRequest<?, ?> request, Duration timeout)
            throws IOException, InterruptedException {
        var address = URI.create(settings.api() + "/bot" + settings.token().reveal() + "/" + request.getMethod());
        var text = BodyHandlers.limiting(BodyHandlers.ofString(StandardCharsets.UTF_8), LARGEST_ANSWER);
        return answered(RequestEncoding.encoded(request, address), text, timeout);
    }

    /**
     * The client's own timeout ends with the headers; this one counts to the end of the body. A thread of its own sends,
     * because the client's asynchronous way needs a place in the common pool, which has but one on a small machine.
     */
    private <T> HttpResponse<T> answered(HttpRequest request, BodyHandler<T> handler, Duration timeout)
            throws IOException, InterruptedException {
        var call = new FutureTask<>(() -> http.send(request, handler));
        Thread.startVirtualThread(call);
        try {
            return call.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException _) {
            throw new HttpTimeoutException("No answer in time");
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException cause ? cause : new IOException("The call failed", e.getCause());
        } finally {
            call.cancel(true);
        }
    }

    private String relative(String path) {
        var folder = "/" + settings.token().reveal() + "/";
        var at = path.startsWith("/") ? path.indexOf(folder) : -1;
        return at < 0 ? path : path.substring(at + folder.length());
    }

    private static String encoded(String path) {
        return Arrays.stream(path.split("/", -1))
                .map(segment ->
                        URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20"))
                .collect(Collectors.joining("/"));
    }
}
