package app.aisha.adapters.openai;

import app.aisha.adapters.http.RetryAfter;
import app.aisha.core.transcript.Transcriber.Hearing.Heard;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.regex.Pattern;

/** What one answer of the service means. The status decides first: a 413 calls itself a "server_error". */
sealed interface Verdict {

    record Answered(Heard heard) implements Verdict {}

    /** This clip, asked for in this way, will not do. */
    record Rejected(int status, ServiceError error) implements Verdict {}

    /** Nothing will do until somebody changes the settings or pays. */
    record NeedsOperator(String why) implements Verdict {}

    /**
     * Worth another try.
     *
     * @param tooMany it was about the rate of calls
     * @param slow the whole time allowed was used up
     */
    record Passing(String why, Optional<Duration> asked, boolean tooMany, boolean slow) implements Verdict {

        static Passing of(String why) {
            return new Passing(why, Optional.empty(), false, false);
        }
    }

    Pattern MONEY = Pattern.compile("quota|billing|credit|spend|balance");

    /** Of an answer that is not a success. */
    static Verdict ofFailure(int status, HttpHeaders headers, String body, InstantSource clock) {
        var error = ServiceError.read(body);
        return switch (status) {
            case 400, 413, 415, 422 ->
                error.code().equals("model_not_found")
                        ? new NeedsOperator("the speech model is unknown there")
                        : new Rejected(status, error);
            case 429 -> {
                if (MONEY.matcher(error.type() + " " + error.code()).find()) {
                    yield new NeedsOperator("the account has no money or quota left (%s)".formatted(error.code()));
                }
                yield new Passing("too many calls", RetryAfter.of(headers, clock), true, false);
            }
            case 401 -> new NeedsOperator("the key is wrong (401)");
            case 402 -> new NeedsOperator("the account has to be paid for (402)");
            case 403 -> new NeedsOperator("forbidden, perhaps in this country (403 %s)".formatted(error.code()));
            case 404 -> new NeedsOperator("the speech model or the address is unknown there (404)");
            case 408, 409, 425 -> new Passing("status " + status, RetryAfter.of(headers, clock), false, false);
            default ->
                status >= 500
                        ? new Passing("status " + status, RetryAfter.of(headers, clock), false, false)
                        : new NeedsOperator("unexpected status %d; is the address right?".formatted(status));
        };
    }
}
