package app.aisha.core.payment;

import java.util.UUID;

/** Identifies a promo code; time-ordered. */
public record PromoCodeId(UUID value) {}
