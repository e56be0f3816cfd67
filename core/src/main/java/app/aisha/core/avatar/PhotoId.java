package app.aisha.core.avatar;

import java.util.UUID;

/** Identifies a photo of an avatar; time-ordered (version 7). */
public record PhotoId(UUID value) {}
