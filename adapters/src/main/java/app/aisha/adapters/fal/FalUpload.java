package app.aisha.adapters.fal;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Hands files over: asks for a place, then sends the file there, in parts where it is over 90 MiB (fal.md 3.1). The key
 * goes along when a place is asked for and never to the place itself. Thread-safe.
 */
final class FalUpload {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Logger LOG = LoggerFactory.getLogger(FalUpload.class);
    private static final long LARGEST_WHOLE = 90L << 20;
    private static final int PART = 10 << 20;

    private final FalHttp http;

    FalUpload(FalHttp http) {
        this.http = http;
    }

    /**
     * Where FAL finds the file.
     *
     * @param name tells by its ending what the file is
     * @param lifetime how long FAL shall keep it
     */
    URI of(Path file, String name, Duration lifetime) throws FalUnavailable, InterruptedException {
        var watch = http.watch();
        var type = type(name);
        var address = size(file) <= LARGEST_WHOLE ? whole(file, name, lifetime) : inParts(file, name, lifetime);
        LOG.info("fal uploaded type={} ms={}", type, watch.millis());
        return address;
    }

    private URI whole(Path file, String name, Duration lifetime) throws FalUnavailable, InterruptedException {
        var place = place("initiate", name, lifetime);
        sent(place.upload(), type(name), content(file));
        return place.file();
    }

    private URI inParts(Path file, String name, Duration lifetime) throws FalUnavailable, InterruptedException {
        var place = place("initiate-multipart", name, lifetime);
        var parts = JSON.createObjectNode();
        var list = parts.putArray("parts");
        var bytes = size(file);
        for (var number = 1; (number - 1L) * PART < bytes; number++) {
            var body = BodyPublishers.ofByteArray(part(file, (number - 1L) * PART));
            var answer = sent(Addresses.below(place.upload(), Integer.toString(number)), type(name), body);
            list.addObject().put("partNumber", number).put("etag", etag(answer));
        }
        complete(Addresses.below(place.upload(), "complete"), JSON.writeValueAsString(parts));
        return place.file();
    }

    private static String type(String name) {
        return switch (name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT)) {
            case "zip" -> "application/zip";
            case "jpg", "jpeg" -> "image/jpeg";
            case "png" -> "image/png";
            default -> "application/octet-stream";
        };
    }

    private record Place(URI upload, URI file) {}

    private Place place(String route, String name, Duration time) throws FalUnavailable, InterruptedException {
        var address =
                URI.create(http.settings().roots().rest() + "/storage/upload/" + route + "?storage_type=fal-cdn-v3");
        var wish = JSON.createObjectNode().put("file_name", name).put("content_type", type(name));
        var lifetime = Lifetime.of(time);
        var answer = http.repeat(http.withKey(address)
                .header("Content-Type", "application/json")
                .header("X-Fal-Object-Lifecycle", lifetime)
                .header("X-Fal-Object-Lifecycle-Preference", lifetime)
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(wish)))
                .build());
        if (!answer.ok()) {
            throw http.refusals().of(answer);
        }
        return answer.json()
                .flatMap(this::place)
                .orElseThrow(() -> http.refusals().unreadable("a place for a file"));
    }

    private Optional<Place> place(JsonNode answer) {
        return address(answer, "upload_url")
                .flatMap(upload -> address(answer, "file_url").map(file -> new Place(upload, file)));
    }

    private Optional<URI> address(JsonNode answer, String field) {
        return Addresses.parse(answer.path(field).asString("")).filter(http.settings()::isSafe);
    }

    private FalAnswer sent(URI place, String type, BodyPublisher body) throws FalUnavailable, InterruptedException {
        return taken(HttpRequest.newBuilder(place).header("Content-Type", type).PUT(body));
    }

    private void complete(URI place, String parts) throws FalUnavailable, InterruptedException {
        taken(HttpRequest.newBuilder(place)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(parts)));
    }

    /** A place that refuses says nothing about the key, which it never sees. */
    private FalAnswer taken(HttpRequest.Builder request) throws FalUnavailable, InterruptedException {
        var answer = http.repeat(request.build(), http.settings().timeouts().transfer(), _ -> false);
        if (!answer.ok()) {
            throw http.refusals()
                    .lasting(FalHttp.passing("the place for files answers HTTP " + answer.status(), Duration.ZERO));
        }
        return answer;
    }

    private String etag(FalAnswer answer) throws FalUnavailable {
        return answer.json()
                .map(json -> json.path("etag").asString(""))
                .filter(tag -> !tag.isBlank())
                .or(() -> answer.header("etag"))
                .orElseThrow(() -> http.refusals().unreadable("a receipt for a part"));
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException("The file cannot be read", e);
        }
    }

    private static BodyPublisher content(Path file) {
        try {
            return BodyPublishers.ofFile(file);
        } catch (IOException e) {
            throw new UncheckedIOException("The file cannot be read", e);
        }
    }

    private static byte[] part(Path file, long from) {
        try (var open = new RandomAccessFile(file.toFile(), "r")) {
            open.seek(from);
            var bytes = new byte[(int) Math.min(PART, open.length() - from)];
            open.readFully(bytes);
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException("The file cannot be read", e);
        }
    }
}
