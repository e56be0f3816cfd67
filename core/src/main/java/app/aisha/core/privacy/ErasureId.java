package app.aisha.core.privacy;

import java.util.UUID;

/** Identifies the leaving of a person, and nobody. */
public record ErasureId(UUID value) {}
