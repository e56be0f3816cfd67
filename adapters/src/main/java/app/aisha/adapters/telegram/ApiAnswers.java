package app.aisha.adapters.telegram;

import app.aisha.adapters.http.Secret;
import app.aisha.adapters.telegram.ApiResult.NoAnswer;
import app.aisha.adapters.telegram.ApiResult.Ok;
import app.aisha.adapters.telegram.ApiResult.Rejected;
import com.google.gson.JsonParseException;
import com.pengrad.telegrambot.response.BaseResponse;
import com.pengrad.telegrambot.response.SendResponse;
import com.pengrad.telegrambot.utility.BotUtils;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/** Reads what came back over HTTP: an answer of the Bot API, or of something between it and us. */
final class ApiAnswers {

    private static final int TOO_LARGE = 413;
    private static final int TOO_MANY = 429;
    private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(1);

    private final Secret token;
    private final InstantSource clock;

    ApiAnswers(Secret token, InstantSource clock) {
        this.token = token;
        this.clock = clock;
    }

    <R extends BaseResponse> ApiResult<R> read(HttpResponse<String> response, Class<? extends R> type) {
        var answer = parsed(response.body(), type);
        return answer.isPresent() && answer.get().isOk() ? new Ok<>(answer.get()) : refused(response, answer);
    }

    /** For a status that is not 200. */
    <R> ApiResult<R> failure(HttpResponse<String> response) {
        return refused(response, parsed(response.body(), SendResponse.class));
    }

    private static <R> Optional<R> parsed(String body, Class<R> type) {
        try {
            return Optional.ofNullable(BotUtils.fromJson(body, type));
        } catch (JsonParseException | IllegalStateException | IllegalArgumentException | NullPointerException _) {
            return Optional.empty();
        }
    }

    private <R> ApiResult<R> refused(HttpResponse<String> response, Optional<? extends BaseResponse> answer) {
        var status = response.statusCode();
        var code = answer.map(BaseResponse::errorCode).orElse(0);
        var parameters = answer.map(BaseResponse::parameters);
        var asked = parameters
                .flatMap(known -> Optional.ofNullable(known.retryAfter()))
                .map(Duration::ofSeconds);
        if (asked.isPresent() || code == TOO_MANY || status == TOO_MANY) {
            var pause = asked.or(() -> app.aisha.adapters.http.RetryAfter.of(response.headers(), clock))
                    .orElse(SHORTEST_PAUSE);
            return new ApiResult.RetryAfter<>(pause.compareTo(SHORTEST_PAUSE) > 0 ? pause : SHORTEST_PAUSE);
        }
        if (code == 0) {
            return status == TOO_LARGE
                    ? new Rejected<>(TOO_LARGE, "the request is too large for a server on the way")
                    : new NoAnswer<>(status + (response.body().isBlank() ? " without a body" : ", not the Bot API"));
        }
        var description = redacted(answer.map(BaseResponse::description).orElse("no description"));
        return code >= 500 ? new NoAnswer<>(code + " " + description) : new Rejected<>(code, description);
    }

    /** No server is known to quote the token, but a proxy may. */
    private String redacted(String description) {
        return description.replace(token.reveal(), "[hidden]");
    }
}
