package app.aisha.core.admin;

import app.aisha.core.payment.PromoCode;
import app.aisha.core.payment.PromoCode.Benefit;

/** A promo code in the words in which one is made: {@code WINTER balance 50 uses 100 per-user 1 until 2026-12-31T21:00:00Z}. */
public final class PromoTerms {

    private PromoTerms() {}

    public static String of(PromoCode code) {
        var total = code.limits().total();
        return code.code()
                + " " + benefit(code.benefit())
                + (total.isPresent() ? " uses " + total.getAsInt() : "")
                + " per-user " + code.limits().perPerson()
                + code.window().until().map(end -> " until " + end).orElse("");
    }

    private static String benefit(Benefit benefit) {
        return switch (benefit) {
            case Benefit.Balance(var credits) -> "balance " + credits.amount();
            case Benefit.Bonus(var percent) -> "bonus " + percent;
            case Benefit.Discount(var percent) -> "discount " + percent;
        };
    }
}
