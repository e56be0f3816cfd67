package app.aisha.core.avatar;

import java.util.UUID;

/** Identifies an avatar; time-ordered (version 7), so later avatars have greater ids. */
public record AvatarId(UUID value) {}
