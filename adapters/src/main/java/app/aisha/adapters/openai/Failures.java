package app.aisha.adapters.openai;

import app.aisha.adapters.http.RetryAfter;
import app.aisha.core.work.OperatorAlarm.Trouble;
import java.net.http.HttpHeaders;
import java.time.InstantSource;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads what an answer that is no success means. The status decides first: a 413 calls itself a "server_error". Sentences
 * for the operator name what has to be done and never quote the server, which may repeat the key.
 */
final class Failures {

    private static final Pattern MONEY = Pattern.compile("quota|billing|credit|spend|balance|payment");
    private static final Pattern CODE = Pattern.compile("[\\w.-]{1,60}");

    private final OpenAiSettings settings;
    private final InstantSource clock;

    Failures(OpenAiSettings settings, InstantSource clock) {
        this.settings = settings;
        this.clock = clock;
    }

    Verdict read(int status, HttpHeaders headers, ServiceError error) {
        if (isUnknownModel(status, error)) {
            return needs(
                    Trouble.SPEECH_MODEL_UNKNOWN,
                    "does not know the model %s%s; set OPENAI_SPEECH_MODEL to one that it has"
                            .formatted(settings.speechModel(), because(status, error)));
        }
        return switch (status) {
            case 400, 413, 415, 422 -> new Verdict.Rejected(status, error);
            case 429 -> isAboutMoney(error) ? unpaid(status, error) : tooMany(headers);
            case 402 -> unpaid(status, error);
            case 401 -> keyRefused(status, error);
            case 403 -> isAboutMoney(error) ? unpaid(status, error) : forbidden(status, error);
            case 408, 409, 425 -> passing(status, headers);
            default -> status >= 500 ? passing(status, headers) : wrongAddress(status, error);
        };
    }

    /** An error that calls itself a success, as whisper.cpp and some gateways send. */
    Verdict readDisguised(HttpHeaders headers, ServiceError error) {
        if (isAboutMoney(error)) {
            return unpaid(200, error);
        }
        if (error.code().matches("[45]\\d\\d")) {
            return read(Integer.parseInt(error.code()), headers, error);
        }
        var rejected = new Verdict.Rejected(200, error);
        return rejected.isAboutSound() || rejected.isAbout("language")
                ? rejected
                : Verdict.Passing.of("an error that calls itself a success");
    }

    private static boolean isUnknownModel(int status, ServiceError error) {
        return error.code().equals("model_not_found")
                || (status == 404
                        && (error.param().equals("model") || error.message().matches("(?i).*\\bmodel\\b.*")));
    }

    private static boolean isAboutMoney(ServiceError error) {
        return MONEY.matcher(error.type() + " " + error.code()).find();
    }

    private Verdict passing(int status, HttpHeaders headers) {
        return new Verdict.Passing("status " + status, RetryAfter.of(headers, clock), false, false);
    }

    private Verdict tooMany(HttpHeaders headers) {
        var asked = RetryAfter.of(headers, clock).or(() -> RateLimitReset.of(headers));
        return new Verdict.Passing("too many calls (429)", asked, true, false);
    }

    private Verdict unpaid(int status, ServiceError error) {
        return needs(
                Trouble.SPEECH_UNPAID,
                "has no money or quota left for this account%s; top it up or raise its limit"
                        .formatted(because(status, error)));
    }

    private Verdict keyRefused(int status, ServiceError error) {
        return needs(
                Trouble.SPEECH_KEY_REFUSED,
                settings.key().isPresent()
                        ? "refuses the key%s; set OPENAI_API_KEY to a valid one".formatted(because(status, error))
                        : "wants a key%s; set OPENAI_API_KEY".formatted(because(status, error)));
    }

    private Verdict forbidden(int status, ServiceError error) {
        var country = error.code().contains("country") || error.code().contains("region");
        return needs(
                Trouble.SPEECH_FORBIDDEN,
                country
                        ? "does not serve this country%s; set HTTP_PROXY_URL, or OPENAI_BASE_URL to another service"
                                .formatted(because(status, error))
                        : "forbids the call%s; check the rights of OPENAI_API_KEY, or set HTTP_PROXY_URL"
                                .formatted(because(status, error)));
    }

    private Verdict wrongAddress(int status, ServiceError error) {
        return needs(
                Trouble.SPEECH_ADDRESS_WRONG,
                status == 407
                        ? "cannot be reached: the proxy wants a password (407); set it in HTTP_PROXY_URL"
                        : "does not recognise speech at this address%s; check OPENAI_BASE_URL"
                                .formatted(because(status, error)));
    }

    private Verdict needs(Trouble trouble, String what) {
        return new Verdict.NeedsOperator(
                trouble,
                "The speech service at %s %s".formatted(settings.baseUrl().getHost(), what));
    }

    /** Status and code; a code that is no word is left out. */
    private String because(int status, ServiceError error) {
        var code = Optional.of(error.code())
                .filter(it -> CODE.matcher(it).matches() && !it.equals(Integer.toString(status)))
                .filter(it ->
                        settings.key().filter(key -> it.contains(key.reveal())).isEmpty());
        return " (%d%s)".formatted(status, code.map(it -> " " + it).orElse(""));
    }
}
