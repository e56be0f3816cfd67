package app.aisha.adapters.http;

import java.io.IOException;
import java.net.Authenticator;
import java.net.InetSocketAddress;
import java.net.PasswordAuthentication;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Builds the clients that call foreign services. */
public final class HttpClients {

    /** Must be set before the first client of the process exists, else proxies with a password refuse HTTPS. */
    private static final String TUNNEL_SCHEMES = "jdk.http.auth.tunneling.disabledSchemes";

    private HttpClients() {}

    /**
     * A client that follows no redirects and speaks HTTP/1.1, which every compatible server understands.
     *
     * @param proxy {@code http://[user:password@]host:port}, for every address but this machine's own
     * @throws IllegalArgumentException when the proxy is of another kind; SOCKS is not supported
     */
    public static HttpClient create(Optional<URI> proxy, Duration connectTimeout) {
        var builder = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(connectTimeout);
        proxy.ifPresent(address -> useProxy(builder, address));
        return builder.build();
    }

    private static void useProxy(HttpClient.Builder builder, URI address) {
        if (!"http".equalsIgnoreCase(address.getScheme()) || address.getHost() == null) {
            throw new IllegalArgumentException(
                    "The proxy must look like http://host:port or http://user:password@host:port");
        }
        builder.proxy(new Outward(address));
        var credentials = address.getUserInfo();
        if (credentials != null) {
            System.setProperty(TUNNEL_SCHEMES, System.getProperty(TUNNEL_SCHEMES, ""));
            builder.authenticator(new ProxyPassword(credentials));
        }
    }

    /** Everything goes through the proxy except what stays on this machine. */
    private static final class Outward extends ProxySelector {

        private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "::1", "[::1]");

        private final List<Proxy> proxy;

        Outward(URI address) {
            var port = address.getPort() < 0 ? 80 : address.getPort();
            proxy = List.of(new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(address.getHost(), port)));
        }

        @Override
        public List<Proxy> select(URI uri) {
            return HERE.contains(uri.getHost().toLowerCase(Locale.ROOT)) ? List.of(Proxy.NO_PROXY) : proxy;
        }

        @Override
        public void connectFailed(URI uri, SocketAddress address, IOException failure) {}
    }

    private static final class ProxyPassword extends Authenticator {

        private final PasswordAuthentication password;

        ProxyPassword(String credentials) {
            var colon = credentials.indexOf(':');
            password = colon < 0
                    ? new PasswordAuthentication(credentials, new char[0])
                    : new PasswordAuthentication(
                            credentials.substring(0, colon),
                            credentials.substring(colon + 1).toCharArray());
        }

        @Override
        protected PasswordAuthentication getPasswordAuthentication() {
            return getRequestorType() == RequestorType.PROXY ? password : super.getPasswordAuthentication();
        }
    }
}
