package app.aisha.simulators.fal;

import java.time.Instant;

/** A file of the CDN. */
final class CdnFile {
    private final String type;
    private final byte[] bytes;
    private final Instant expiry;

    CdnFile(String type, byte[] bytes, Instant expiry) {
        this.type = type;
        this.bytes = bytes;
        this.expiry = expiry;
    }

    String type() {
        return type;
    }

    byte[] bytes() {
        return bytes;
    }

    boolean isGone(Instant now) {
        return !now.isBefore(expiry);
    }
}
