package app.aisha.core.payment;

import app.aisha.core.account.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What an invoice was sent for. It keeps its terms whatever the packages cost later.
 *
 * @param stars price, 1 to {@value StarPackage#MOST_STARS}
 * @param redemption the use of a promo code that made the terms
 * @param validUntil from this moment on it cannot be paid any more
 * @param payment what paid it
 */
public record StarOrder(
        StarOrderId id,
        UserId buyer,
        Sold sold,
        int stars,
        Optional<RedemptionId> redemption,
        Instant validUntil,
        Optional<PaymentId> payment) {

    /** How long an invoice can be paid. */
    public static final Duration VALIDITY = Duration.ofHours(24);

    public InvoicePayload payload() {
        return new InvoicePayload(id, sold);
    }

    public StarOrder paid(PaymentId paying) {
        return new StarOrder(id, buyer, sold, stars, redemption, validUntil, Optional.of(paying));
    }
}
