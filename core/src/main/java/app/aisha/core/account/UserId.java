package app.aisha.core.account;

import java.util.UUID;

/** Identifies a person inside Aisha; a time-ordered UUID (version 7). */
public record UserId(UUID value) {}
