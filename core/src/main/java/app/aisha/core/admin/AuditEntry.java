package app.aisha.core.admin;

import app.aisha.core.account.UserId;
import app.aisha.core.wallet.Credits;
import java.time.Instant;
import java.util.Optional;

/**
 * One change by hand.
 *
 * @param id the order that was carried out
 * @param person whom it concerned; the person may be gone since
 * @param amount how many credits were moved; none where it was not about credits
 * @param reason empty where none is asked for
 * @param details what else there is to know, in English; may be empty
 */
public record AuditEntry(
        OrderId id,
        Instant at,
        Actor actor,
        Act act,
        Optional<UserId> person,
        Credits amount,
        String reason,
        String details) {

    /** What was done. */
    public enum Act {
        GRANT,
        TAKE,
        /** Credits of a charge went back. */
        REFUND,
        /** The stars of a payment are to go back; the amount is what was taken for them. */
        REFUND_STARS,
        CREATE_PROMO,
        END_PROMO
    }
}
