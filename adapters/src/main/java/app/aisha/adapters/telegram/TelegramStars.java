package app.aisha.adapters.telegram;

import app.aisha.adapters.http.Delay;
import app.aisha.core.account.ChatId;
import app.aisha.core.payment.Cashier;
import app.aisha.core.payment.CashierUnavailable;
import com.pengrad.telegrambot.request.AnswerPreCheckoutQuery;
import com.pengrad.telegrambot.request.BaseRequest;
import com.pengrad.telegrambot.request.RefundStarPayment;
import com.pengrad.telegrambot.response.BaseResponse;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Telegram's answers before payments and refunds of its stars. */
public final class TelegramStars implements Cashier {

    private static final Logger LOG = LoggerFactory.getLogger(TelegramStars.class);
    private static final int BAD_REQUEST = 400;
    private static final String REFUNDED_BEFORE = "CHARGE_ALREADY_REFUNDED";

    /** Telegram waits ten seconds for an answer before a payment. */
    private static final Duration ANSWER = Duration.ofSeconds(3);

    private static final int TRIES = 3;
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);
    private static final Duration SHORT_PAUSE = Duration.ofMillis(100);
    private static final Duration BEFORE_ASKING_AGAIN = Duration.ofSeconds(10);

    private final TelegramApi api;
    private final Delay delay;

    public TelegramStars(TelegramApi api, Delay delay) {
        this.api = api;
        this.delay = delay;
    }

    @Override
    public void approve(String query) throws InterruptedException {
        answer(new AnswerPreCheckoutQuery(query));
    }

    @Override
    public void decline(String query, String why) throws InterruptedException {
        answer(new AnswerPreCheckoutQuery(query, why));
    }

    private void answer(BaseRequest<?, BaseResponse> request) throws InterruptedException {
        for (var attempt = 1; ; attempt++) {
            var result = api.call(request, ANSWER);
            var pause = switch (result) {
                case ApiResult.RetryAfter<?>(var asked) -> asked.compareTo(LONGEST_PAUSE) < 0 ? asked : LONGEST_PAUSE;
                case ApiResult.NoAnswer<?> _ -> SHORT_PAUSE;
                case ApiResult.Ok<?> _, ApiResult.Rejected<?> _ -> Duration.ZERO;
            };
            if (pause.isZero() || attempt == TRIES) {
                if (!(result instanceof ApiResult.Ok<?>)) {
                    LOG.warn("A question before a payment stays unanswered: {}", result.reason());
                }
                return;
            }
            delay.pass(pause);
        }
    }

    @Override
    public Payback giveBack(ChatId payer, String charge) throws CashierUnavailable, InterruptedException {
        var result = api.call(new RefundStarPayment(payer.value(), charge));
        return switch (result) {
            case ApiResult.Ok<?> _ -> new Payback.Done();
            case ApiResult.Rejected<?> rejected
            when rejected.description().contains(REFUNDED_BEFORE) -> new Payback.Done();
            case ApiResult.Rejected<?> rejected
            when rejected.code() == BAD_REQUEST -> {
                LOG.error("Telegram does not give back the stars of charge {}: {}", charge, result.reason());
                yield new Payback.Refused(result.reason());
            }
            case ApiResult.RetryAfter<?>(var pause) -> throw new CashierUnavailable(result.reason(), pause);
            case ApiResult.Rejected<?> _, ApiResult.NoAnswer<?> _ ->
                throw new CashierUnavailable(result.reason(), BEFORE_ASKING_AGAIN);
        };
    }
}
