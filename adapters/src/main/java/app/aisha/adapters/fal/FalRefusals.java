package app.aisha.adapters.fal;

import app.aisha.core.work.OperatorAlarm.Trouble;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Says what answers mean that have nothing to do with the request that was asked about. Sentences name what has to be done
 * and never quote FAL, which may repeat what it was sent.
 */
final class FalRefusals {

    private static final Pattern MONEY = Pattern.compile("balance|locked|billing|top up|payment|credit");
    private static final Duration UNTIL_IT_PASSED = Duration.ofMinutes(1);

    private final FalSettings settings;
    private final InstantSource clock;

    FalRefusals(FalSettings settings, InstantSource clock) {
        this.settings = settings;
        this.clock = clock;
    }

    FalUnavailable of(FalAnswer answer) {
        return switch (answer.status()) {
            case 401 -> needsOperator(Trouble.KEY_REFUSED, "FAL refuses the key (401): set FAL_API_KEY to a valid one");
            case 402 -> unpaid(402);
            case 403 ->
                speaksOfMoney(answer)
                        ? unpaid(403)
                        : needsOperator(
                                Trouble.FORBIDDEN, "FAL forbids this to the key (403): give FAL_API_KEY the scope API");
            case 407 ->
                needsOperator(
                        Trouble.ADDRESS_WRONG,
                        "The proxy on the way to FAL wants a password (407): set HTTP_PROXY_URL");
            case 301, 302, 303, 307, 308 ->
                needsOperator(
                        Trouble.ADDRESS_WRONG,
                        "FAL redirects elsewhere (%d): check FAL_QUEUE_URL, FAL_REST_URL and HTTP_PROXY_URL"
                                .formatted(answer.status()));
            default -> lasting(FalHttp.useless(answer, clock));
        };
    }

    /** Whether the same request would meet the same for ever: neither money nor an address that is set right changes it. */
    boolean isFinal(FalAnswer answer) {
        return answer.status() / 100 == 4
                && !answer.mayPass()
                && of(answer)
                        .trouble()
                        .filter(it -> it == Trouble.UNPAID || it == Trouble.ADDRESS_WRONG)
                        .isEmpty();
    }

    FalUnavailable unreadable(String what) {
        return lasting(FalHttp.passing(what + " that nobody can read", Duration.ZERO));
    }

    /** The same trouble with a pause after which another call is worthwhile. */
    FalUnavailable lasting(FalUnavailable trouble) {
        var pause = trouble.pause().compareTo(UNTIL_IT_PASSED) > 0 ? trouble.pause() : UNTIL_IT_PASSED;
        return trouble.after(pause);
    }

    private FalUnavailable unpaid(int status) {
        return needsOperator(
                Trouble.UNPAID,
                "The balance at FAL is spent (%d): top it up at fal.ai/dashboard/billing".formatted(status));
    }

    private FalUnavailable needsOperator(Trouble trouble, String sentence) {
        return new FalUnavailable(sentence, settings.pause(), Optional.of(trouble));
    }

    private static boolean speaksOfMoney(FalAnswer answer) {
        return MONEY.matcher(answer.body().toLowerCase(Locale.ROOT)).find();
    }
}
