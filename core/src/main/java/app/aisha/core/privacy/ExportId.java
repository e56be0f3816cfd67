package app.aisha.core.privacy;

import java.util.UUID;

/** Identifies a copy of what is kept of a person. */
public record ExportId(UUID value) {}
