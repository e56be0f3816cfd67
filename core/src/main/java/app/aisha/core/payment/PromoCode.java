package app.aisha.core.payment;

import app.aisha.core.wallet.Credits;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * A word that is worth something.
 *
 * @param code 3 to 40 letters (Latin or Cyrillic), digits and dashes, in upper case
 * @param endedAt when an admin ended it, which counts like the end of its window
 * @param uses by everybody so far, without those given back
 */
public record PromoCode(
        PromoCodeId id,
        String code,
        Benefit benefit,
        Limits limits,
        Window window,
        Optional<Instant> endedAt,
        int uses) {

    private static final Pattern FORM = Pattern.compile("[A-ZА-ЯЁ0-9-]{3,40}");

    public PromoCode {
        if (!FORM.matcher(code).matches()) {
            throw new IllegalArgumentException("Not a promo code");
        }
    }

    /** What a code is worth. */
    public sealed interface Benefit {

        /** Credits at once; more than none. */
        record Balance(Credits credits) implements Benefit {

            public Balance {
                require(!credits.isNone());
            }
        }

        /** More credits with the next package, 1 to {@value #MOST_BONUS} percent. */
        record Bonus(int percent) implements Benefit {

            public Bonus {
                require(percent >= 1 && percent <= MOST_BONUS);
            }

            /** Rounded down, and at least 1. */
            Credits on(Credits credits) {
                return new Credits(Math.max(1, credits.amount() * percent / 100));
            }
        }

        /** Fewer stars for the next package, 1 to 100 percent. */
        record Discount(int percent) implements Benefit {

            public Discount {
                require(percent >= 1 && percent <= 100);
            }

            /** Rounded up, and at least 1. */
            int on(int stars) {
                return Math.max(1, Math.ceilDiv(stars * (100 - percent), 100));
            }
        }
    }

    /** The most that a bonus adds, in percent. */
    public static final int MOST_BONUS = 500;

    /**
     * How often a code can be used.
     *
     * @param total by everybody; empty for any number
     * @param perPerson at least 1
     */
    public record Limits(OptionalInt total, int perPerson) {

        public Limits {
            require(perPerson >= 1 && total.orElse(1) >= 1);
        }
    }

    /**
     * When a code counts.
     *
     * @param until the first moment at which it does not count any more; empty for ever
     */
    public record Window(Instant from, Optional<Instant> until) {

        public Window {
            require(until.filter(end -> !end.isAfter(from)).isEmpty());
        }
    }

    /** Whether it counts at this moment; uses that are left are another matter. */
    public boolean isOpenAt(Instant moment) {
        return !moment.isBefore(window.from()) && !isOverAt(moment);
    }

    public boolean isOverAt(Instant moment) {
        return endedAt.isPresent()
                || window.until().filter(end -> !moment.isBefore(end)).isPresent();
    }

    boolean isUsedUp() {
        return limits.total().isPresent() && uses >= limits.total().getAsInt();
    }

    /** What somebody typed as a code is stored; empty where it can be none. */
    public static Optional<String> normalised(String words) {
        return Optional.of(words.strip().toUpperCase(Locale.ROOT))
                .filter(code -> FORM.matcher(code).matches());
    }

    private static void require(boolean fine) {
        if (!fine) {
            throw new IllegalArgumentException("Out of range");
        }
    }
}
