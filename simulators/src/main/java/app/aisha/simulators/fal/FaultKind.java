package app.aisha.simulators.fal;

/** What a {@link Fault} does. */
public enum FaultKind {
    /** 500 with {@code internal_error}; nothing is done. */
    SERVER_ERROR,
    /** 502 with nginx's page and no {@code x-fal-request-id}; nothing is done. */
    BAD_GATEWAY,
    /** 503 with {@code runner_scheduling_failure}; nothing is done. */
    UNAVAILABLE,
    /** 504 with {@code request_timeout}; nothing is done. */
    TIMEOUT,
    /** 429 with {@code Retry-After: 1}; nothing is done. */
    TOO_MANY_REQUESTS,
    /** 403, the words of an account without money; nothing is done. */
    EXHAUSTED_BALANCE,
    /** 401; nothing is done. */
    UNAUTHORIZED,
    /** 422 with a detail array; nothing is done. */
    UNPROCESSABLE,
    /** 404; nothing is done. */
    NOT_FOUND,
    /** The connection is cut; nothing is done. */
    CUT,
    /** The request is carried out, then the connection is cut without an answer. */
    ACT_THEN_CUT,
    /** The answer begins, pauses in its middle for {@code millis}, and ends well. */
    SLOW,
    /** The answer is an opening brace where JSON is due. */
    MALFORMED_JSON,
    /** 200 with a page of HTML. */
    HTML,
    /** 200 with nothing. */
    EMPTY,
    /** The whole length is announced, half of it comes. */
    TRUNCATED,
    /** 10 GB are announced, a little comes. */
    HUGE,
    /** 307 to {@code location}. */
    REDIRECT,
    /** 302 to an address of a private network. */
    PRIVATE_REDIRECT,
    /** Status only: a word outside the contract. */
    UNKNOWN_STATUS,
    /** Status only: IN_PROGRESS whatever the truth. */
    STUCK
}
