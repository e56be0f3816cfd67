package app.aisha.simulators.telegram;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A character written by its name or number, and how many characters that took. */
record HtmlEntity(int codePoint, int length) {

    private static final Map<String, Character> NAMED = Map.of("lt", '<', "gt", '>', "amp", '&', "quot", '"');
    private static final Pattern NUMERIC = Pattern.compile("&#(?:[xX]([0-9a-fA-F]{1,6})|([0-9]{1,7}));?");
    private static final Pattern NAME = Pattern.compile("&([a-z]+);?");
    private static final Set<String> SCHEMES = Set.of("http", "https", "tg", "ton", "mailto", "tel");

    /** The entity at this place; null where the ampersand stands for itself, as any unknown name does. */
    static @Nullable HtmlEntity at(String html, int place) {
        var rest = html.substring(place, Math.min(html.length(), place + 12));
        var numeric = NUMERIC.matcher(rest);
        if (numeric.lookingAt()) {
            var code = numeric.group(1) != null
                    ? Integer.parseInt(numeric.group(1), 16)
                    : Integer.parseInt(numeric.group(2));
            return code > 0 && code < 0x10ffff && !(code >= 0xd800 && code < 0xe000)
                    ? new HtmlEntity(code, numeric.end())
                    : null;
        }
        var name = NAME.matcher(rest);
        if (name.lookingAt() && NAMED.containsKey(name.group(1))) {
            return new HtmlEntity(NAMED.get(name.group(1)), name.end());
        }
        return null;
    }

    /** The address as Telegram shows it; empty for one it would not make a link of. */
    static Optional<String> link(String address) {
        var stripped = address.strip();
        var full = stripped.matches("(?i)[a-z][a-z0-9+.-]*:.*") ? stripped : "http://" + stripped;
        try {
            var uri = new URI(full.replace(" ", "%20"));
            if (uri.getScheme() == null || !SCHEMES.contains(uri.getScheme().toLowerCase(Locale.ROOT))) {
                return Optional.empty();
            }
            if (!uri.getScheme().startsWith("http")) {
                return Optional.of(full);
            }
            var host = uri.getHost();
            if (host == null || !(host.contains(".") || host.equals("localhost"))) {
                return Optional.empty();
            }
            return Optional.of(uri.getRawPath().isEmpty() && uri.getRawQuery() == null ? full + "/" : full);
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
