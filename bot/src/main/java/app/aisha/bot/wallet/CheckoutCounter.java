package app.aisha.bot.wallet;

import app.aisha.bot.intake.PreCheckouts;
import app.aisha.bot.intake.Reading;
import app.aisha.bot.screen.Text;
import app.aisha.bot.screen.Texts;
import app.aisha.core.account.Language;
import app.aisha.core.account.User;
import app.aisha.core.account.Users;
import app.aisha.core.payment.Cashier;
import app.aisha.core.payment.CheckStarOrder;
import app.aisha.core.payment.CheckStarOrder.Reason;
import app.aisha.core.work.StorageUnavailable;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers whoever is about to pay. Where the decision does not come in time, the payment is declined with the advice to try
 * again, because Telegram would let it run out in silence.
 */
public final class CheckoutCounter implements PreCheckouts {

    private static final Logger LOG = LoggerFactory.getLogger(CheckoutCounter.class);

    private final CheckStarOrder check;
    private final Users users;
    private final Cashier cashier;
    private final Texts texts;
    private final Duration patience;

    /**
     * Opens the counter.
     *
     * @param users read in a way that nobody else can hold up, like whatever {@code check} reads
     * @param patience how long a decision may take
     */
    public CheckoutCounter(CheckStarOrder check, Users users, Cashier cashier, Texts texts, Duration patience) {
        this.check = check;
        this.users = users;
        this.cashier = cashier;
        this.texts = texts;
        this.patience = patience;
    }

    /** What to answer, and in which language. */
    private record Decision(Optional<Text> refusal, Language language) {}

    @Override
    public void answer(Reading.PreCheckout asked) {
        try {
            var decision = decision(asked);
            if (decision.refusal().isEmpty()) {
                cashier.approve(asked.query());
            } else {
                cashier.decline(asked.query(), texts.plain(decision.refusal().get(), decision.language()));
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private Decision decision(Reading.PreCheckout asked) throws InterruptedException {
        var deciding = new FutureTask<>(() -> decide(asked));
        Thread.ofVirtual().name("pre-checkout-decision").start(deciding);
        try {
            return deciding.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException _) {
            LOG.warn("A payment is declined: the database does not answer in time");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof StorageUnavailable away) {
                LOG.warn("A payment is declined: {}", away.getMessage());
            } else {
                LOG.error("A payment is declined because of an error", e.getCause());
            }
        } finally {
            deciding.cancel(true);
        }
        return new Decision(
                Optional.of(new WalletText.CheckoutBusy()), asked.sender().language());
    }

    private Decision decide(Reading.PreCheckout asked) {
        var language = users.at(asked.sender().chat())
                .map(User::language)
                .orElse(asked.sender().language());
        return new Decision(
                switch (check.check(asked.question())) {
                    case CheckStarOrder.Outcome.Fine _ -> Optional.empty();
                    case CheckStarOrder.Outcome.Declined(var reason) -> Optional.of(words(reason));
                },
                language);
    }

    private static Text words(Reason reason) {
        return switch (reason) {
            case NOT_SOLD -> new WalletText.CheckoutNotSold();
            case UNKNOWN, OUTDATED, CHANGED -> new WalletText.CheckoutOutdated();
            case NOT_YOURS -> new WalletText.CheckoutNotYours();
            case PAID_ALREADY -> new WalletText.CheckoutPaid();
            case PROMO_OVER -> new WalletText.CheckoutPromoOver();
        };
    }
}
