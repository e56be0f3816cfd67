package app.aisha.core.payment;

import java.util.UUID;

/** Identifies an order of credits; time-ordered. */
public record StarOrderId(UUID value) {}
