package app.aisha.core.payment;

import java.util.UUID;

/** Identifies one use of a promo code by one person. */
public record RedemptionId(UUID value) {}
