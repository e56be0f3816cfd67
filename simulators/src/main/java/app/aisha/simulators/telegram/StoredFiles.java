package app.aisha.simulators.telegram;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Every file ever sent, by file_id, and the download links in force. Guarded by the lock of the world. */
final class StoredFiles {

    private static final long LINK_SECONDS = 3600;

    private record Link(String fileId, long until) {}

    private final VirtualClock clock;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, StoredFile> byId = new LinkedHashMap<>();
    private final Map<String, Link> links = new HashMap<>();

    StoredFiles(VirtualClock clock) {
        this.clock = clock;
    }

    /** Gives the prepared file, all sizes of it, its identifiers and returns what a message shows of it. */
    JsonNode register(Batch batch, Media media) {
        return switch (media) {
            case Media.Known known -> shown(known.file());
            case Media.Fresh fresh -> add(batch, fresh);
        };
    }

    private JsonNode add(Batch batch, Media.Fresh fresh) {
        var ids = fresh.variants().stream().map(_ -> newId(fresh.kind())).toList();
        for (int i = 0; i < ids.size(); i++) {
            var variant = fresh.variants().get(i);
            var json = Json.object()
                    .put("file_id", ids.get(i))
                    .put("file_unique_id", uniqueId(fresh, variant))
                    .put("file_size", variant.size());
            json.setAll(variant.details());
            var path = "%s/file_%d%s".formatted(fresh.kind().folder, byId.size(), extension(fresh.kind(), json));
            var file = new StoredFile(fresh.kind(), variant.hash(), path, json, ids);
            byId.put(file.id(), file);
            batch.put("file", file.id(), toJson(file));
        }
        return shown(known(ids.getFirst()));
    }

    private JsonNode shown(StoredFile file) {
        if (file.kind() != StoredFile.Kind.PHOTO) {
            return file.json();
        }
        var sizes = Json.array();
        file.siblings().forEach(id -> sizes.add(known(id).json()));
        return sizes;
    }

    private StoredFile known(String id) {
        return Objects.requireNonNull(byId.get(id));
    }

    private String newId(StoredFile.Kind kind) {
        var bytes = new byte[36];
        random.nextBytes(bytes);
        return kind.prefix + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String uniqueId(Media.Fresh fresh, Media.Variant variant) {
        var name = variant.details().path("file_name").asString("");
        var digest = Blobs.sha256();
        digest.update((fresh.kind() + "/" + variant.hash() + "/" + name).getBytes(StandardCharsets.UTF_8));
        var text = Base64.getUrlEncoder().withoutPadding().encodeToString(digest.digest());
        return (fresh.kind() == StoredFile.Kind.PHOTO ? "AQAD" : "AgAD") + text.substring(0, 11);
    }

    private static String extension(StoredFile.Kind kind, ObjectNode json) {
        var name = json.path("file_name").asString("");
        var dot = name.lastIndexOf('.');
        var own = dot < 0 ? "" : name.substring(dot).toLowerCase(Locale.ROOT);
        if (own.matches("\\.[a-z0-9]{1,8}") && kind != StoredFile.Kind.VOICE) {
            return own;
        }
        return kind.extension.isEmpty() ? "" : "." + kind.extension;
    }

    Optional<StoredFile> find(String fileId) {
        return Optional.ofNullable(byId.get(fileId));
    }

    /** A link good for an hour from now. */
    String link(Batch batch, StoredFile file) {
        var link = new Link(file.id(), clock.seconds() + LINK_SECONDS);
        links.put(file.path(), link);
        batch.put(
                "link", file.path(), Json.object().put("file_id", link.fileId()).put("until", link.until()));
        return file.path();
    }

    Optional<StoredFile> behindLink(String path) {
        return Optional.ofNullable(links.get(path))
                .filter(link -> clock.seconds() <= link.until())
                .flatMap(link -> find(link.fileId()));
    }

    private static ObjectNode toJson(StoredFile file) {
        var json = Json.object()
                .put("kind", file.kind().name())
                .put("hash", file.hash())
                .put("path", file.path());
        json.set("json", file.json());
        file.siblings().forEach(json.putArray("siblings")::add);
        return json;
    }

    void recall(Change change) {
        var value = change.value();
        if (value == null) {
            return;
        }
        if (change.is("file")) {
            List<String> siblings = new ArrayList<>();
            value.path("siblings").forEach(id -> siblings.add(id.asString("")));
            var kind = StoredFile.Kind.valueOf(value.path("kind").asString(""));
            var hash = value.path("hash").asString("");
            var path = value.path("path").asString("");
            byId.put(change.key(), new StoredFile(kind, hash, path, (ObjectNode) value.path("json"), siblings));
        } else if (change.is("link")) {
            var until = value.path("until").asLong(0);
            links.put(change.key(), new Link(value.path("file_id").asString(""), until));
        }
    }

    Stream<Change> state() {
        return Stream.concat(
                byId.values().stream().map(file -> new Change("file", file.id(), toJson(file))),
                links.entrySet().stream()
                        .filter(link -> link.getValue().until() >= clock.seconds())
                        .map(link -> new Change(
                                "link",
                                link.getKey(),
                                Json.object()
                                        .put("file_id", link.getValue().fileId())
                                        .put("until", link.getValue().until()))));
    }
}
