package app.aisha.core.wallet;

import java.util.UUID;

/** Identifies a quote; time-ordered. */
public record QuoteId(UUID value) {}
