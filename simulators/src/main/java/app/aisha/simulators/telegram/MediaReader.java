package app.aisha.simulators.telegram;

import java.io.IOException;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** Finds the file a bot wants to send: uploaded with the call, sent before, or on the disk of a local server. */
final class MediaReader {

    private static final long MAX_PHOTO = 10L << 20;
    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("ogg", "audio/ogg"),
            Map.entry("oga", "audio/ogg"),
            Map.entry("opus", "audio/ogg"),
            Map.entry("mp3", "audio/mpeg"),
            Map.entry("m4a", "audio/mp4"),
            Map.entry("wav", "audio/x-wav"),
            Map.entry("flac", "audio/flac"),
            Map.entry("mp4", "video/mp4"),
            Map.entry("mov", "video/quicktime"),
            Map.entry("webm", "video/webm"),
            Map.entry("webp", "image/webp"),
            Map.entry("srt", "application/x-subrip"),
            Map.entry("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"));

    private final World world;
    private final Photos photos;
    private final boolean local;

    MediaReader(World world, Photos photos, boolean local) {
        this.world = world;
        this.photos = photos;
        this.local = local;
    }

    /** The file the call gives under the field. */
    Media read(Call call, StoredFile.Kind kind, String field) throws IOException {
        var direct = call.uploads().get(field);
        if (direct != null) {
            return uploaded(kind, direct, call);
        }
        var value = call.given(field)
                .orElseThrow(() -> Refusal.badRequest("there is no %s in the request".formatted(kind.field())));
        if (value.startsWith("attach://")) {
            var upload = call.uploads().get(value.substring("attach://".length()));
            if (upload == null) {
                throw Refusal.badRequest("can't parse InputMedia: media not found");
            }
            return uploaded(kind, upload, call);
        }
        if (local && value.startsWith("file://")) {
            return uploaded(kind, fromDisk(Path.of(value.substring("file://".length()))), call);
        }
        if (value.startsWith("http://") || value.startsWith("https://")) {
            throw Refusal.badRequest("failed to get HTTP URL content");
        }
        return known(kind, value);
    }

    private Media known(StoredFile.Kind kind, String fileId) {
        var file = world.read(() -> world.files.find(fileId))
                .orElseThrow(() -> Refusal.badRequest("wrong file identifier/HTTP URL specified"));
        if (file.kind() != kind) {
            throw Refusal.badRequest(
                    "can't use file of type %s as %s".formatted(file.kind().tdlibName, kind.tdlibName));
        }
        return new Media.Known(file);
    }

    private Upload fromDisk(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw Refusal.badRequest("wrong file identifier/HTTP URL specified");
        }
        try (var in = Files.newInputStream(file)) {
            return new Upload(String.valueOf(file.getFileName()), "", world.blobs.store(in, 2000L << 20));
        }
    }

    private Media uploaded(StoredFile.Kind kind, Upload upload, Call call) throws IOException {
        var size = upload.blob().size();
        if (size == 0) {
            throw Refusal.badRequest("file must be non-empty");
        }
        if (kind == StoredFile.Kind.PHOTO && size > MAX_PHOTO) {
            throw Refusal.badRequest("file of size %d bytes is too big for a photo; the maximum size is %d bytes"
                    .formatted(size, MAX_PHOTO));
        }
        return prepare(kind, upload, call, size);
    }

    /** What a message shows of uploaded bytes, with details such as the duration as the sender gives them. */
    Media prepare(StoredFile.Kind kind, Upload upload, Call details, long shownSize) throws IOException {
        if (kind == StoredFile.Kind.PHOTO) {
            return photos.of(upload.blob());
        }
        var shown = new Media.Variant(upload.blob().hash(), shownSize, details(kind, upload, details));
        return new Media.Fresh(kind, List.of(shown));
    }

    private ObjectNode details(StoredFile.Kind kind, Upload upload, Call details) throws IOException {
        var json = Json.object();
        var type = typeOf(upload);
        switch (kind) {
            case VOICE ->
                json.put("duration", duration(upload, details)).put("mime_type", asKind(type, "audio/", "audio/ogg"));
            case AUDIO -> {
                json.put("duration", duration(upload, details)).put("mime_type", asKind(type, "audio/", "audio/mpeg"));
                details.given("performer").ifPresent(performer -> json.put("performer", performer));
                details.given("title").ifPresent(title -> json.put("title", title));
                named(json, upload);
            }
            case VIDEO, ANIMATION -> {
                json.put("duration", details.number("duration"))
                        .put("width", details.number("width", 640, 0, 10_000))
                        .put("height", details.number("height", 360, 0, 10_000))
                        .put("mime_type", asKind(type, "video/", "video/mp4"));
                named(json, upload);
            }
            case VIDEO_NOTE ->
                json.put("duration", details.number("duration")).put("length", details.number("length", 240, 1, 640));
            case DOCUMENT -> named(json.put("mime_type", type), upload);
            case PHOTO -> throw new IllegalStateException("Photos have sizes instead");
        }
        return json;
    }

    private long duration(Upload upload, Call details) throws IOException {
        return details.given("duration").isPresent()
                ? details.number("duration", 0, 0, 86_400)
                : OggDuration.seconds(world.blobs.path(upload.blob().hash()));
    }

    private static String asKind(String type, String prefix, String fallback) {
        return type.startsWith(prefix) ? type : fallback;
    }

    private static void named(ObjectNode json, Upload upload) {
        if (!upload.name().isEmpty()) {
            json.put("file_name", upload.name());
        }
    }

    /** By the name; where that says nothing, by what the client claims. */
    private static String typeOf(Upload upload) {
        var name = upload.name().toLowerCase(Locale.ROOT);
        var extension = name.substring(name.lastIndexOf('.') + 1);
        var claimed = upload.mime().isEmpty() ? "application/octet-stream" : upload.mime();
        return Optional.ofNullable(TYPES.get(extension))
                .or(() -> Optional.ofNullable(URLConnection.getFileNameMap().getContentTypeFor(name)))
                .orElse(claimed);
    }
}
