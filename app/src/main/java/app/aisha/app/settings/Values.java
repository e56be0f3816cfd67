package app.aisha.app.settings;

import app.aisha.adapters.http.Secret;
import java.net.URI;
import java.util.Optional;

/** Checks that several settings share; a value that fails is malformed. */
final class Values {

    private Values() {}

    static int within(String value, int least, int most) {
        var number = Integer.parseInt(value);
        return require(number, number >= least && number <= most);
    }

    static Optional<URI> address(Environment environment, Setting setting) {
        return environment.as(setting, "an address http://… or https://…", value -> {
            var uri = URI.create(value.replaceFirst("/+$", ""));
            return require(uri, uri.getHost() != null && uri.getRawUserInfo() == null && isHttp(uri));
        });
    }

    private static boolean isHttp(URI uri) {
        return ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))
                && uri.getRawQuery() == null
                && uri.getRawFragment() == null;
    }

    /** What goes into a header may hold nothing that a header cannot. */
    static Optional<Secret> key(Environment environment, Setting setting) {
        return environment.as(
                setting,
                "a key of ASCII characters without spaces",
                value -> new Secret(require(value, value.matches("[!-~]+"))));
    }

    static <T> T require(T value, boolean fine) {
        if (!fine) {
            throw new IllegalArgumentException("malformed");
        }
        return value;
    }
}
