package app.aisha.adapters.fal;

import app.aisha.core.avatar.AvatarTrainer.TrainerUnavailable;
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
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Hands archives over: asks for a place, then sends the file there, in parts where it is over 90 MiB (fal.md 3.1). The key
 * goes along when a place is asked for and never to the place itself. Thread-safe.
 */
final class FalUpload {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String ZIP = "application/zip";
    private static final long LARGEST_WHOLE = 90L << 20;
    private static final int PART = 10 << 20;
    private static final Duration THREE_DAYS = Duration.ofDays(3);

    private final FalHttp http;

    FalUpload(FalHttp http) {
        this.http = http;
    }

    URI of(Path archive, String fileName) throws TrainerUnavailable, InterruptedException {
        var bytes = size(archive);
        if (bytes <= LARGEST_WHOLE) {
            var place = place("initiate", fileName);
            sent(place.upload(), content(archive));
            return place.file();
        }
        var place = place("initiate-multipart", fileName);
        var parts = JSON.createObjectNode();
        var list = parts.putArray("parts");
        for (var number = 1; (number - 1L) * PART < bytes; number++) {
            var body = BodyPublishers.ofByteArray(part(archive, (number - 1L) * PART));
            var answer = sent(Addresses.below(place.upload(), Integer.toString(number)), body);
            list.addObject().put("partNumber", number).put("etag", etag(answer));
        }
        complete(Addresses.below(place.upload(), "complete"), JSON.writeValueAsString(parts));
        return place.file();
    }

    private record Place(URI upload, URI file) {}

    private Place place(String route, String fileName) throws TrainerUnavailable, InterruptedException {
        var address =
                URI.create(http.settings().roots().rest() + "/storage/upload/" + route + "?storage_type=fal-cdn-v3");
        var wish = JSON.createObjectNode().put("file_name", fileName).put("content_type", ZIP);
        var lifetime = Lifetime.of(THREE_DAYS);
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

    private FalAnswer sent(URI place, BodyPublisher body) throws TrainerUnavailable, InterruptedException {
        return taken(HttpRequest.newBuilder(place).header("Content-Type", ZIP).PUT(body));
    }

    private void complete(URI place, String parts) throws TrainerUnavailable, InterruptedException {
        taken(HttpRequest.newBuilder(place)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(parts)));
    }

    /** A place that refuses says nothing about the key, which it never sees. */
    private FalAnswer taken(HttpRequest.Builder request) throws TrainerUnavailable, InterruptedException {
        var answer = http.repeat(request.build(), http.settings().timeouts().transfer(), _ -> false);
        if (!answer.ok()) {
            throw http.refusals()
                    .lasting(FalHttp.passing("the place for files answers HTTP " + answer.status(), Duration.ZERO));
        }
        return answer;
    }

    private String etag(FalAnswer answer) throws TrainerUnavailable {
        return answer.json()
                .map(json -> json.path("etag").asString(""))
                .filter(tag -> !tag.isBlank())
                .or(() -> answer.header("etag"))
                .orElseThrow(() -> http.refusals().unreadable("a receipt for a part"));
    }

    private static long size(Path archive) {
        try {
            return Files.size(archive);
        } catch (IOException e) {
            throw new UncheckedIOException("The archive cannot be read", e);
        }
    }

    private static BodyPublisher content(Path archive) {
        try {
            return BodyPublishers.ofFile(archive);
        } catch (IOException e) {
            throw new UncheckedIOException("The archive cannot be read", e);
        }
    }

    private static byte[] part(Path archive, long from) {
        try (var file = new RandomAccessFile(archive.toFile(), "r")) {
            file.seek(from);
            var bytes = new byte[(int) Math.min(PART, file.length() - from)];
            file.readFully(bytes);
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException("The archive cannot be read", e);
        }
    }
}
