package app.aisha.adapters.fal;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads and writes the addresses in answers. */
final class Addresses {

    /** Signed addresses open what they name, so what follows the host is nobody's business. */
    private static final Pattern ADDRESS = Pattern.compile("(?i)\\b(https?://[^/\\s\"'<>?#@]*)[^\\s\"'<>]*");

    private Addresses() {}

    /** An absolute address with a host and a path. */
    static Optional<URI> parse(String text) {
        return reference(text).filter(address -> address.getHost() != null && address.getPath() != null);
    }

    /** Any address, whole or not. */
    static Optional<URI> reference(String text) {
        try {
            return Optional.of(new URI(text));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    static URI with(URI address, String parameter) {
        return URI.create(address + (address.getRawQuery() == null ? "?" : "&") + parameter);
    }

    /** The address with more path, before the query it may have. */
    static URI below(URI address, String path) {
        var query = address.getRawQuery();
        var whole = address.toString();
        var plain = query == null ? whole : whole.substring(0, whole.indexOf('?'));
        return URI.create(plain + "/" + path + (query == null ? "" : "?" + query));
    }

    /** The text with nothing left of addresses but the host. */
    static String hidden(String text) {
        return ADDRESS.matcher(text).replaceAll("$1/…");
    }
}
