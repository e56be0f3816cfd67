package app.aisha.simulators.fal;

import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What lies in the CDN, by address. Thread-safe. */
final class CdnFiles {
    static final String PATH = "/cdn/files/";

    private final String base;
    private final Ids ids;
    private final InstantSource clock;
    private final Map<String, CdnFile> files = new ConcurrentHashMap<>();

    CdnFiles(URI base, Ids ids, InstantSource clock) {
        this.base = base.toString();
        this.ids = ids;
        this.clock = clock;
    }

    /** An address that nobody else has; nothing lies there yet. */
    URI addressFor(String name) {
        var plain = name.replaceAll("[^A-Za-z0-9._-]", "_");
        return URI.create(base + PATH + ids.animal() + "/" + ids.token() + "_" + plain);
    }

    void put(URI address, CdnFile file) {
        var now = clock.instant();
        files.values().removeIf(other -> other.isGone(now));
        files.put(address.getPath(), file);
    }

    URI put(String name, String type, byte[] bytes, Instant expiry) {
        var address = addressFor(name);
        put(address, new CdnFile(type, bytes, expiry));
        return address;
    }

    /** Empty when there is nothing, or nothing any more. */
    Optional<CdnFile> find(String path) {
        return Optional.ofNullable(files.get(path)).filter(file -> !file.isGone(clock.instant()));
    }

    /** Empty also for addresses of other servers. */
    Optional<CdnFile> at(String address) {
        return isOurs(address) ? find(address.substring(base.length())) : Optional.empty();
    }

    boolean isOurs(String address) {
        return address.startsWith(base + PATH);
    }

    void remove(URI address) {
        files.remove(address.getPath());
    }
}
