package app.aisha.core.picture;

import java.util.UUID;

/** Identifies an order of pictures; time-ordered (version 7), so later orders have greater ids. */
public record OrderId(UUID value) {}
