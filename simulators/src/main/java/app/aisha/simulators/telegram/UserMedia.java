package app.aisha.simulators.telegram;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What users do with files: send one, send an album, save what they got. */
final class UserMedia {

    private static final long CLIENT_LIMIT = 2000L << 20;

    private final World world;
    private final Users users;
    private final MediaReader reader;

    UserMedia(World world, Users users, MediaReader reader) {
        this.world = world;
        this.users = users;
        this.reader = reader;
    }

    void addTo(ControlApi control) {
        control.route("POST chats/*/media", request -> Optional.of(send(request)));
        control.route("POST chats/*/album", request -> Optional.of(sendAlbum(request)));
        control.route("GET files/*", request -> save(request.exchange(), request.subject()));
    }

    private JsonNode send(ControlApi.Request request) throws IOException {
        var query = new Call("media", request.query(), Map.of());
        var kind = kindOf(query);
        world.read(() -> users.chatOf(request.number()));
        var blob = world.blobs.store(request.exchange().getRequestBody(), CLIENT_LIMIT);
        var size = Math.max(blob.size(), query.number("declared_size"));
        var media = prepare(kind, new Upload(query.text("name"), query.text("mime"), blob), query, size);
        return post(request.number(), query, media, "");
    }

    private static StoredFile.Kind kindOf(Call query) {
        return MediaMethods.kindNamed(query.text("kind"))
                .orElseThrow(() -> new Refusal(
                        400,
                        "kind must be one of photo, voice, audio, video, video_note, " + "document and animation"));
    }

    private Media prepare(StoredFile.Kind kind, Upload upload, Call query, long size) throws IOException {
        return reader.prepare(kind, upload, query, size);
    }

    private ObjectNode post(long user, Call query, Media media, String group) {
        var wish = Json.object().put("reply_to", query.number("reply_to"));
        var caption = Formatted.typed(query.text("caption"));
        if (caption.text().length() > 1024) {
            throw new Refusal(400, "caption is longer than 1024");
        }
        return world.change(batch -> users.post(batch, users.chatOf(user), wish, (_, message) -> {
            if (!group.isEmpty()) {
                message.put("media_group_id", group);
            }
            MediaMethods.show(message, media.kind(), world.files.register(batch, media));
            caption.addTo(message, "caption");
        }));
    }

    private JsonNode sendAlbum(ControlApi.Request request) throws IOException, InterruptedException {
        var query = new Call("album", request.query(), Map.of());
        var kind = kindOf(query);
        Map<String, String> texts = new HashMap<>();
        List<Media> album = new ArrayList<>();
        for (var upload : uploads(request.exchange(), texts)) {
            album.add(prepare(kind, upload, query, upload.blob().size()));
        }
        if (album.size() < 2 || album.size() > 10) {
            throw new Refusal(400, "an album has 2 to 10 files");
        }
        var group = Long.toString(ThreadLocalRandom.current().nextLong(1L << 53, Long.MAX_VALUE));
        var sent = Json.array();
        for (var media : album) {
            if (!sent.isEmpty()) {
                Thread.sleep(query.number("delay_ms"));
            }
            sent.add(post(request.number(), new Call("album", texts, Map.of()), media, group));
            texts.clear();
        }
        return sent;
    }

    private List<Upload> uploads(HttpExchange exchange, Map<String, String> texts) throws IOException {
        var type = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Content-Type"))
                .orElse("");
        List<Upload> uploads = new ArrayList<>();
        try {
            var parts = new Multipart(exchange.getRequestBody(), type);
            for (var part = parts.next(); part.isPresent(); part = parts.next()) {
                var name = part.get().fileName();
                if (name == null) {
                    texts.put(part.get().name(), part.get().text());
                } else {
                    var blob = world.blobs.store(part.get().content(), CLIENT_LIMIT);
                    uploads.add(new Upload(name, part.get().contentType(), blob));
                }
            }
        } catch (Multipart.Malformed e) {
            throw new Refusal(400, "multipart/form-data is expected: " + e.getMessage());
        }
        return uploads;
    }

    private Optional<JsonNode> save(HttpExchange exchange, String fileId) throws IOException {
        var file = world.read(() -> world.files.find(fileId)).orElseThrow(() -> new Refusal(404, "no such file"));
        var path = file.path();
        var name = file.json().path("file_name").asString(path.substring(path.indexOf('/') + 1));
        var encoded = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
        exchange.getResponseHeaders().set("Content-Disposition", "inline; filename*=UTF-8''" + encoded);
        Http.file(exchange, typeOf(file), world.blobs.path(file.hash()), Long.MAX_VALUE);
        return Optional.empty();
    }

    private static String typeOf(StoredFile file) {
        var fallback = switch (file.kind()) {
            case PHOTO -> "image/jpeg";
            case VIDEO_NOTE -> "video/mp4";
            case VOICE, AUDIO, VIDEO, DOCUMENT, ANIMATION -> "application/octet-stream";
        };
        return file.json().path("mime_type").asString(fallback);
    }
}
