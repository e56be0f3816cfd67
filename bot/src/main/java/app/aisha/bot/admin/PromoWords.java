package app.aisha.bot.admin;

import app.aisha.core.admin.IssuePromoCode.Terms;
import app.aisha.core.payment.PromoCode;
import app.aisha.core.payment.PromoCode.Benefit;
import app.aisha.core.wallet.Credits;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The terms of a promo code in one line: {@code WINTER balance 50 uses 100 per-user 1 until 2026-12-31}. The benefit is
 * {@code balance}, {@code bonus} or {@code discount}; the rest may be left out and comes in any order.
 */
final class PromoWords {

    static final String EXAMPLES = """
        WINTER balance 50 uses 100 per-user 1 until 2026-12-31
        FRIENDS bonus 20 until 2026-12-31
        SALE discount 10\
        """;

    private static final int MOST = 1_000_000;

    /** What the words mean, or the word that means nothing. */
    sealed interface Reading {

        record Understood(Terms terms) implements Reading {}

        record Unclear(String word) implements Reading {}
    }

    /** Words that cannot be read; the message is the word. */
    private static final class UnclearWord extends Exception {

        UnclearWord(String word) {
            super(word);
        }
    }

    private final Deque<String> words;
    private final Instant now;
    private final ZoneId zone;
    private OptionalInt uses = OptionalInt.empty();
    private int perPerson = 1;
    private Optional<Instant> until = Optional.empty();

    private PromoWords(String line, Instant now, ZoneId zone) {
        this.words = new ArrayDeque<>(Arrays.asList(line.strip().split("\\s+", -1)));
        this.now = now;
        this.zone = zone;
    }

    static Reading read(String line, Instant now, ZoneId zone) {
        try {
            return new Reading.Understood(new PromoWords(line, now, zone).terms());
        } catch (UnclearWord e) {
            return new Reading.Unclear(String.valueOf(e.getMessage()));
        }
    }

    private Terms terms() throws UnclearWord {
        var code = next();
        var benefit = benefit();
        while (!words.isEmpty()) {
            var name = next();
            switch (name.toLowerCase(Locale.ROOT)) {
                case "uses" -> uses = OptionalInt.of(number(MOST));
                case "per-user" -> perPerson = number(MOST);
                case "until" -> until = Optional.of(endOfDay());
                default -> throw new UnclearWord(name);
            }
        }
        return new Terms(code, benefit, new PromoCode.Limits(uses, perPerson), new PromoCode.Window(now, until));
    }

    private Benefit benefit() throws UnclearWord {
        var name = next();
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "balance" -> new Benefit.Balance(new Credits(number(MOST)));
            case "bonus" -> new Benefit.Bonus(number(PromoCode.MOST_BONUS));
            case "discount" -> new Benefit.Discount(number(100));
            default -> throw new UnclearWord(name);
        };
    }

    /** A number from 1 to the most. */
    private int number(int most) throws UnclearWord {
        var word = next();
        if (!word.matches("\\d{1,7}") || Integer.parseInt(word) < 1 || Integer.parseInt(word) > most) {
            throw new UnclearWord(word);
        }
        return Integer.parseInt(word);
    }

    /** The day itself still counts. */
    private Instant endOfDay() throws UnclearWord {
        var word = next();
        try {
            var end = LocalDate.parse(word).plusDays(1).atStartOfDay(zone).toInstant();
            if (end.isAfter(now)) {
                return end;
            }
        } catch (DateTimeException _) {
            throw new UnclearWord(word);
        }
        throw new UnclearWord(word);
    }

    private String next() throws UnclearWord {
        var word = words.poll();
        if (word == null) {
            throw new UnclearWord("…");
        }
        return word;
    }
}
