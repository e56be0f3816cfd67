package app.aisha.adapters.fal;

import app.aisha.adapters.http.Secret;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where FAL is and how patient to be with it.
 *
 * @param key FAL_API_KEY, {@code id:secret}
 * @param fileHosts whose files are downloaded; {@code *.name} stands for every host below {@code name}. The hosts of the
 *     roots count as well
 * @param proxy HTTP_PROXY_URL
 * @param pause between two tries while FAL waits for its operator: a wrong key, a spent balance
 */
public record FalSettings(
        Secret key, Roots roots, Set<String> fileHosts, Timeouts timeouts, Optional<URI> proxy, Duration pause) {

    /** Where files of FAL come from. */
    public static final Set<String> FAL_FILES = Set.of("fal.media", "*.fal.media");

    /** Hosts are compared in lower case. */
    public FalSettings {
        fileHosts =
                fileHosts.stream().map(host -> host.toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());
    }

    /** FAL itself, with the usual patience. */
    public static FalSettings of(Secret key, Optional<URI> proxy) {
        return new FalSettings(key, Roots.FAL, FAL_FILES, Timeouts.USUAL, proxy, Duration.ofMinutes(1));
    }

    /**
     * The addresses of the interfaces. A slash at the end is ignored.
     *
     * @param queue FAL_QUEUE_URL, where requests stand in line
     * @param rest FAL_REST_URL, where files are handed over
     * @param platform with the version, where requests are listed and prices told
     * @param jwks FAL_JWKS_URL, the keys that webhooks are signed with
     */
    public record Roots(URI queue, URI rest, URI platform, URI jwks) {

        /** Those of FAL itself. */
        public static final Roots FAL = new Roots(
                URI.create("https://queue.fal.run"),
                URI.create("https://rest.fal.ai"),
                URI.create("https://api.fal.ai/v1"),
                URI.create("https://rest.fal.ai/.well-known/jwks.json"));

        /** Refuses addresses that cannot work. */
        public Roots {
            queue = checked("FAL_QUEUE_URL", queue);
            rest = checked("FAL_REST_URL", rest);
            platform = checked("FAL_PLATFORM_URL", platform);
            jwks = checked("FAL_JWKS_URL", jwks);
        }

        List<URI> all() {
            return List.of(queue, rest, platform, jwks);
        }

        private static URI checked(String name, URI root) {
            var scheme = root.getScheme();
            if (root.getHost() == null || !("http".equals(scheme) || "https".equals(scheme))) {
                throw new IllegalArgumentException(name + " must be an http or https address");
            }
            if (root.getRawQuery() != null || root.getRawFragment() != null || root.getRawUserInfo() != null) {
                throw new IllegalArgumentException(name + " must hold neither a password nor a query");
            }
            return URI.create(root.toString().replaceAll("/+$", ""));
        }
    }

    /**
     * How long to wait.
     *
     * @param answer until the last byte of an answer, each try
     * @param submission the same for a request for training
     * @param transfer for a whole file, each try
     */
    public record Timeouts(Duration connect, Duration answer, Duration submission, Duration transfer) {

        /** The usual ones. */
        public static final Timeouts USUAL = new Timeouts(
                Duration.ofSeconds(10), Duration.ofSeconds(20), Duration.ofSeconds(60), Duration.ofMinutes(10));
    }

    /** Whether the key may be sent there. */
    boolean trustsWithKey(URI address) {
        return Stream.of(roots.queue(), roots.rest(), roots.platform()).anyMatch(root -> sameOrigin(root, address));
    }

    /** Whether a file may be handed to this address or asked from it at all. */
    boolean isSafe(URI address) {
        return address.getHost() != null
                && address.getRawUserInfo() == null
                && ("https".equals(address.getScheme()) || isConfigured(address));
    }

    /** Whether files of results come from there. */
    boolean hasFiles(URI address) {
        return isSafe(address) && (isConfigured(address) || isListed(address));
    }

    static boolean sameOrigin(URI one, URI other) {
        return Objects.equals(one.getScheme(), other.getScheme())
                && one.getHost().equalsIgnoreCase(other.getHost())
                && one.getPort() == other.getPort()
                && other.getRawUserInfo() == null;
    }

    private boolean isConfigured(URI address) {
        return roots.all().stream()
                .anyMatch(root -> root.getScheme().equals(address.getScheme())
                        && root.getHost().equalsIgnoreCase(address.getHost()));
    }

    private boolean isListed(URI address) {
        var host = address.getHost().toLowerCase(Locale.ROOT);
        var usualPort = address.getPort() == -1 || address.getPort() == 443;
        return usualPort
                && fileHosts.stream()
                        .anyMatch(known ->
                                known.startsWith("*.") ? host.endsWith(known.substring(1)) : host.equals(known));
    }
}
