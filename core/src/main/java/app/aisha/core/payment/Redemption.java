package app.aisha.core.payment;

import app.aisha.core.account.UserId;
import java.time.Instant;

/**
 * One use of a promo code by one person.
 *
 * @param ordinal which use of this code by this person, from 1
 */
public record Redemption(RedemptionId id, PromoCodeId code, UserId user, int ordinal, State state, Instant at) {

    /** What became of it. */
    public enum State {
        /** The credits were given at once. */
        CREDITED,
        /** Waits for the next package. */
        ACTIVE,
        /** A payment used it. */
        CONSUMED,
        /** Given back by the person; does not count as a use. */
        DROPPED,
        /** Its code was over before a package was bought. */
        LAPSED
    }
}
