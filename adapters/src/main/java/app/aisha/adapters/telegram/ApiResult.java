package app.aisha.adapters.telegram;

import java.time.Duration;

/**
 * What a call to the Bot API came to.
 *
 * @param <R> the answer
 */
sealed interface ApiResult<R> {

    record Ok<R>(R answer) implements ApiResult<R> {}

    /** Status 429: nothing was done; {@code parameters.retry_after} says when to come again. */
    record RetryAfter<R>(Duration pause) implements ApiResult<R> {}

    /** The server says why it did nothing. */
    record Rejected<R>(int code, String description) implements ApiResult<R> {}

    /** No usable answer; the server may have acted. */
    record NoAnswer<R>(String reason) implements ApiResult<R> {}

    /** A word about the failure for logs; never holds a token or an address. */
    default String reason() {
        return switch (this) {
            case Ok<R> _ -> "ok";
            case RetryAfter<R>(var pause) -> "429, retry after " + pause.toSeconds() + " s";
            case Rejected<R>(var code, var description) -> code + " " + description;
            case NoAnswer<R>(var reason) -> reason;
        };
    }
}
