package app.aisha.core.wallet;

import java.util.UUID;

/** Identifies a finding from when it is first seen until it is gone. */
public record FindingId(UUID value) {}
