package app.aisha.simulators.fal;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Base64;

/**
 * Fetches what an input names. Files of the own CDN are taken from the shelf, so that faults of the CDN are spent on the
 * callers only. Thread-safe.
 */
final class Fetcher implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final CdnFiles files;
    private final HttpClient http = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NORMAL)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    Fetcher(CdnFiles files) {
        this.files = files;
    }

    /** @throws IOException when it is not there, not reachable or larger than allowed */
    byte[] fetch(String address, int most) throws IOException {
        if (files.isOurs(address)) {
            var file = files.at(address).orElseThrow(() -> new IOException("404"));
            return checked(file.bytes(), most);
        }
        var request = HttpRequest.newBuilder(uri(address)).timeout(PATIENCE).build();
        try {
            var response = http.send(request, BodyHandlers.ofInputStream());
            try (var body = response.body()) {
                if (response.statusCode() != 200) {
                    throw new IOException("status " + response.statusCode());
                }
                return checked(body.readNBytes(most + 1), most);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("stopped", interrupted);
        }
    }

    /** Like {@link #fetch}; takes base64 data URIs, too. */
    byte[] fetchOrDecode(String address, int most) throws IOException {
        var comma = address.indexOf(";base64,");
        if (!address.startsWith("data:") || comma < 0) {
            return fetch(address, most);
        }
        try {
            return checked(Base64.getDecoder().decode(address.substring(comma + 8)), most);
        } catch (IllegalArgumentException noBase64) {
            throw new IOException("no base64", noBase64);
        }
    }

    private static byte[] checked(byte[] bytes, int most) throws IOException {
        if (bytes.length > most) {
            throw new IOException("larger than " + most + " bytes");
        }
        return bytes;
    }

    private static URI uri(String address) throws IOException {
        try {
            var uri = URI.create(address);
            if ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme())) {
                return uri;
            }
        } catch (IllegalArgumentException noAddress) {
            throw new IOException("no address", noAddress);
        }
        throw new IOException("no address of the web");
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
