package app.aisha.core.admin;

import java.util.UUID;

/** Identifies one change by hand. An order that comes again under the same id changes nothing. */
public record OrderId(UUID value) {}
