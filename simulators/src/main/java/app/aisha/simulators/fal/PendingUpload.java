package app.aisha.simulators.fal;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** A place that was promised for a file. Thread-safe. */
final class PendingUpload {
    private final URI address;
    private final String type;
    private final String signature;
    private final boolean inParts;
    private final Instant closes;
    private final Instant fileExpiry;
    private final Map<Integer, byte[]> parts = new TreeMap<>();

    PendingUpload(URI address, String type, String signature, boolean inParts, Instant closes, Instant fileExpiry) {
        this.address = address;
        this.type = type;
        this.signature = signature;
        this.inParts = inParts;
        this.closes = closes;
        this.fileExpiry = fileExpiry;
    }

    URI address() {
        return address;
    }

    String type() {
        return type;
    }

    boolean inParts() {
        return inParts;
    }

    boolean isOpenTo(String sentSignature, Instant now) {
        return signature.equals(sentSignature) && now.isBefore(closes);
    }

    CdnFile file(byte[] bytes) {
        return new CdnFile(type, bytes, fileExpiry);
    }

    static String etag(byte[] bytes) {
        return "\"%s\"".formatted(UUID.nameUUIDFromBytes(bytes).toString().replace("-", ""));
    }

    /** Keeps a part and gives its ETag. */
    synchronized String put(int number, byte[] bytes) {
        parts.put(number, bytes);
        return etag(bytes);
    }

    /**
     * Joins the parts.
     *
     * @param listed what the caller says it has sent: {@code [{"partNumber","etag"}]}
     * @return the file; empty when the list and what came differ
     */
    synchronized Optional<byte[]> join(JsonNode listed) {
        if (parts.isEmpty() || listed.size() != parts.size()) {
            return Optional.empty();
        }
        var whole = new ByteArrayOutputStream();
        for (var number = 1; number <= listed.size(); number++) {
            var part = parts.get(number);
            var entry = listed.get(number - 1);
            if (part == null
                    || entry.path("partNumber").asInt(0) != number
                    || !entry.path("etag").asString("").equals(etag(part))) {
                return Optional.empty();
            }
            whole.writeBytes(part);
        }
        return Optional.of(whole.toByteArray());
    }
}
