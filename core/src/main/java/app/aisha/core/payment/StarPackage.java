package app.aisha.core.payment;

import app.aisha.core.wallet.Credits;
import java.util.Optional;

/**
 * Credits that can be bought at once.
 *
 * @param credits more than none
 * @param stars price in Telegram Stars, 1 to {@value #MOST_STARS}
 */
public record StarPackage(Credits credits, int stars) {

    /** The most that one invoice in Stars can ask for, Bot API. */
    public static final int MOST_STARS = 10_000;

    public StarPackage {
        if (credits.isNone() || stars < 1 || stars > MOST_STARS) {
            throw new IllegalArgumentException("%d credits for %d stars".formatted(credits.amount(), stars));
        }
    }

    /** Empty where there can be no such package. */
    public static Optional<StarPackage> listed(long credits, int stars) {
        return credits < 1 || stars < 1 || stars > MOST_STARS
                ? Optional.empty()
                : Optional.of(new StarPackage(new Credits(credits), stars));
    }
}
