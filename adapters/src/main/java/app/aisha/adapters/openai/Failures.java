package app.aisha.adapters.openai;

import app.aisha.adapters.http.RetryAfter;
import app.aisha.core.work.OperatorAlarm.Trouble;
import java.net.http.HttpHeaders;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Reads what an answer that is no success means. The status decides first: a 413 calls itself a "server_error". Sentences
 * for the operator name what has to be done and never quote the server, which may repeat the key.
 */
final class Failures {

    private static final Pattern MONEY = Pattern.compile("quota|billing|credit|spend|balance|payment");
    private static final Pattern CODE = Pattern.compile("[\\w.-]{1,60}");

    private final ServiceAccount account;
    private final InstantSource clock;

    Failures(ServiceAccount account, InstantSource clock) {
        this.account = account;
        this.clock = clock;
    }

    <A> Verdict<A> read(int status, HttpHeaders headers, ServiceError error) {
        if (isUnknownModel(status, error)) {
            return needs(
                    Trouble.MODEL_UNKNOWN,
                    "does not know the model %s%s; set %s to one that it has"
                            .formatted(account.model(), because(status, error), account.modelVariable()));
        }
        return switch (status) {
            case 400, 413, 415, 422 -> new Verdict.Rejected<>(status, error);
            case 429 -> isAboutMoney(error) ? unpaid(status, error) : tooMany(headers);
            case 402 -> unpaid(status, error);
            case 401 -> keyRefused(status, error);
            case 403 -> isAboutMoney(error) ? unpaid(status, error) : forbidden(status, error);
            case 408, 409, 425 -> passing(status, headers);
            default ->
                status < 500
                        ? wrongAddress(status, error)
                        : isForGood(error) ? new Verdict.Rejected<>(status, error) : passing(status, headers);
        };
    }

    /** An error that calls itself a success, as whisper.cpp and some gateways send. */
    <A> Verdict<A> readDisguised(
            HttpHeaders headers, ServiceError error, Predicate<Verdict.Rejected<?>> aboutTheQuestion) {
        if (isAboutMoney(error)) {
            return unpaid(200, error);
        }
        if (error.code().matches("[45]\\d\\d")) {
            return read(Integer.parseInt(error.code()), headers, error);
        }
        var rejected = new Verdict.Rejected<A>(200, error);
        return aboutTheQuestion.test(rejected) ? rejected : Verdict.Passing.of("an error that calls itself a success");
    }

    private static boolean isUnknownModel(int status, ServiceError error) {
        return error.code().equals("model_not_found")
                || (status == 404
                        && (error.param().equals("model") || error.message().matches("(?i).*\\bmodel\\b.*")));
    }

    private static boolean isAboutMoney(ServiceError error) {
        return MONEY.matcher(error.type() + " " + error.code()).find();
    }

    /** The server of llama.cpp calls it a failure of its own that a model without eyes was shown a picture. */
    private static boolean isForGood(ServiceError error) {
        return error.message().contains("image input is not supported");
    }

    private <A> Verdict<A> passing(int status, HttpHeaders headers) {
        return new Verdict.Passing<>("status " + status, RetryAfter.of(headers, clock), false, false);
    }

    private <A> Verdict<A> tooMany(HttpHeaders headers) {
        var asked = RetryAfter.of(headers, clock).or(() -> RateLimitReset.of(headers));
        return new Verdict.Passing<>("too many calls (429)", asked, true, false);
    }

    private <A> Verdict<A> unpaid(int status, ServiceError error) {
        return needs(
                Trouble.UNPAID,
                "has no money or quota left for this account%s; top it up or raise its limit"
                        .formatted(because(status, error)));
    }

    private <A> Verdict<A> keyRefused(int status, ServiceError error) {
        return needs(
                Trouble.KEY_REFUSED,
                (account.key().isPresent() ? "refuses the key%s; set %s to a valid one" : "wants a key%s; set %s")
                        .formatted(because(status, error), account.keyVariable()));
    }

    private <A> Verdict<A> forbidden(int status, ServiceError error) {
        var country = error.code().contains("country") || error.code().contains("region");
        return needs(
                Trouble.FORBIDDEN,
                country
                        ? "does not serve this country%s; set HTTP_PROXY_URL, or %s to another service"
                                .formatted(because(status, error), account.addressVariable())
                        : "forbids the call%s; check the rights of %s, or set HTTP_PROXY_URL"
                                .formatted(because(status, error), account.keyVariable()));
    }

    private <A> Verdict<A> wrongAddress(int status, ServiceError error) {
        return needs(
                Trouble.ADDRESS_WRONG,
                status == 407
                        ? "cannot be reached: the proxy wants a password (407); set it in HTTP_PROXY_URL"
                        : "does not %s at this address%s; check %s"
                                .formatted(account.duty(), because(status, error), account.addressVariable()));
    }

    private <A> Verdict<A> needs(Trouble trouble, String what) {
        return new Verdict.NeedsOperator<>(account.service(), trouble, account.name() + " " + what);
    }

    /** Status and code; a code that is no word is left out. */
    private String because(int status, ServiceError error) {
        var code = Optional.of(error.code())
                .filter(it -> CODE.matcher(it).matches() && !it.equals(Integer.toString(status)))
                .filter(it -> !account.holdsKey(it));
        return " (%d%s)".formatted(status, code.map(it -> " " + it).orElse(""));
    }
}
