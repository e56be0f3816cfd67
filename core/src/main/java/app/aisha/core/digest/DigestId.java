package app.aisha.core.digest;

import java.util.UUID;

/** Names a digest. */
public record DigestId(UUID value) {}
