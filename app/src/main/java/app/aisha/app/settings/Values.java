package app.aisha.app.settings;

import java.net.URI;

/** Checks that several settings share; a value that fails is malformed. */
final class Values {

    private Values() {}

    static int within(String value, int least, int most) {
        var number = Integer.parseInt(value);
        return require(number, number >= least && number <= most);
    }

    static <T> T require(T value, boolean fine) {
        if (!fine) {
            throw new IllegalArgumentException("malformed");
        }
        return value;
    }

    /** Of HTTP, without a name, a query or slashes at its end. */
    static URI address(String value) {
        var uri = URI.create(value.replaceFirst("/+$", ""));
        return require(uri, uri.getHost() != null && uri.getRawUserInfo() == null && isHttp(uri));
    }

    private static boolean isHttp(URI uri) {
        return ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))
                && uri.getRawQuery() == null
                && uri.getRawFragment() == null;
    }
}
