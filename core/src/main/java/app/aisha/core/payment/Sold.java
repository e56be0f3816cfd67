package app.aisha.core.payment;

import app.aisha.core.wallet.Credits;

/**
 * What somebody gets for their stars.
 *
 * @param credits more than none
 * @param bonus added by a promo code; may be none
 */
public record Sold(Credits credits, Credits bonus) {

    public Sold {
        if (credits.isNone()) {
            throw new IllegalArgumentException("Nothing is sold");
        }
    }

    public Credits total() {
        return credits.plus(bonus);
    }

    Sold withoutBonus() {
        return new Sold(credits, Credits.NONE);
    }
}
