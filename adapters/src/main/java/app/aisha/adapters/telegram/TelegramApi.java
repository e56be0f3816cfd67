package app.aisha.adapters.telegram;

import app.aisha.adapters.http.MultipartForm;
import app.aisha.adapters.telegram.ApiResult.NoAnswer;
import app.aisha.adapters.telegram.ApiResult.Ok;
import app.aisha.adapters.telegram.ApiResult.Rejected;
import app.aisha.adapters.telegram.ApiResult.RetryAfter;
import com.google.gson.JsonParseException;
import com.pengrad.telegrambot.request.BaseRequest;
import com.pengrad.telegrambot.response.BaseResponse;
import com.pengrad.telegrambot.utility.BotUtils;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One call of the Bot API over HTTP, without retries. Uses the request types of the pengrad library as a description of the
 * calls only. The token appears in no message, log or exception. Thread-safe.
 */
public final class TelegramApi {

    private static final Duration CALL = Duration.ofSeconds(15);
    private static final Duration UPLOAD = Duration.ofSeconds(25);

    private final TelegramSettings settings;
    private final HttpClient http;

    public TelegramApi(TelegramSettings settings, HttpClient http) {
        this.settings = settings;
        this.http = http;
    }

    <R extends BaseResponse> ApiResult<R> call(BaseRequest<?, R> request) throws InterruptedException {
        return call(request, request.isMultipart() ? UPLOAD : CALL);
    }

    <R extends BaseResponse> ApiResult<R> call(BaseRequest<?, R> request, Duration timeout)
            throws InterruptedException {
        try {
            var response = http.send(encoded(request, timeout), BodyHandlers.ofString());
            var answer = BotUtils.fromJson(response.body(), request.getResponseType());
            return answer == null ? new NoAnswer<>(response.statusCode() + " without a body") : sorted(answer);
        } catch (JsonParseException _) {
            return new NoAnswer<>("an answer that is not JSON");
        } catch (IOException e) {
            return new NoAnswer<>(e.getClass().getSimpleName());
        }
    }

    /** The raw body of a call whose answer is read piece by piece. */
    ApiResult<String> raw(BaseRequest<?, ?> request, Duration timeout) throws InterruptedException {
        try {
            return new Ok<>(http.send(encoded(request, timeout), BodyHandlers.ofString())
                    .body());
        } catch (IOException e) {
            return new NoAnswer<>(e.getClass().getSimpleName());
        }
    }

    /** Opens a download; the caller closes the stream. */
    HttpResponse<InputStream> download(String path, Duration timeout) throws IOException, InterruptedException {
        var address =
                URI.create(settings.files() + "/bot" + settings.token().reveal() + "/" + path.replace(" ", "%20"));
        return http.send(HttpRequest.newBuilder(address).timeout(timeout).build(), BodyHandlers.ofInputStream());
    }

    private static <R extends BaseResponse> ApiResult<R> sorted(R answer) {
        if (answer.isOk()) {
            return new Ok<>(answer);
        }
        var parameters = answer.parameters();
        if (parameters != null && parameters.retryAfter() != null) {
            return new RetryAfter<>(Duration.ofSeconds(parameters.retryAfter()));
        }
        if (answer.errorCode() == 429) {
            return new RetryAfter<>(Duration.ofSeconds(1));
        }
        return answer.errorCode() >= 500
                ? new NoAnswer<>(answer.errorCode() + " " + answer.description())
                : new Rejected<>(answer.errorCode(), String.valueOf(answer.description()));
    }

    private HttpRequest encoded(BaseRequest<?, ?> request, Duration timeout) {
        var address = URI.create(settings.api() + "/bot" + settings.token().reveal() + "/" + request.getMethod());
        var builder = HttpRequest.newBuilder(address).timeout(timeout);
        return request.isMultipart() ? multipart(builder, request) : form(builder, request.getParameters());
    }

    private static HttpRequest form(HttpRequest.Builder builder, Map<String, Object> parameters) {
        var body = parameters.entrySet().stream()
                .map(field ->
                        field.getKey() + "=" + URLEncoder.encode(worded(field.getValue()), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return builder.header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body))
                .build();
    }

    private static HttpRequest multipart(HttpRequest.Builder builder, BaseRequest<?, ?> request) {
        var form = new MultipartForm();
        request.getParameters().forEach((name, value) -> {
            if (value instanceof byte[] bytes) {
                form.file(
                        name,
                        Optional.ofNullable(request.getFileName()).orElse("file"),
                        Optional.ofNullable(request.getContentType()).orElse("application/octet-stream"),
                        BodyPublishers.ofByteArray(bytes));
            } else {
                form.field(name, worded(value));
            }
        });
        return builder.header("Content-Type", form.contentType())
                .POST(form.body())
                .build();
    }

    private static String worded(Object value) {
        return switch (value) {
            case String words -> words;
            case Number number -> number.toString();
            case Boolean flag -> flag.toString();
            case Enum<?> constant -> constant.name();
            default -> BotUtils.toJson(value);
        };
    }
}
