package app.aisha.simulators.telegram;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Photos, recordings, documents and albums of them. */
final class MediaMethods {

    private static final Set<StoredFile.Kind> IN_ALBUMS =
            Set.of(StoredFile.Kind.PHOTO, StoredFile.Kind.VIDEO, StoredFile.Kind.DOCUMENT, StoredFile.Kind.AUDIO);

    private final World world;
    private final Sending sending;
    private final MediaReader reader;

    MediaMethods(World world, MediaReader reader) {
        this.world = world;
        this.reader = reader;
        sending = new Sending(world);
    }

    void addTo(Map<String, Method> methods) {
        methods.put("sendPhoto", call -> send(call, StoredFile.Kind.PHOTO));
        methods.put("sendAudio", call -> send(call, StoredFile.Kind.AUDIO));
        methods.put("sendVoice", call -> send(call, StoredFile.Kind.VOICE));
        methods.put("sendVideo", call -> send(call, StoredFile.Kind.VIDEO));
        methods.put("sendVideoNote", call -> send(call, StoredFile.Kind.VIDEO_NOTE));
        methods.put("sendDocument", call -> send(call, StoredFile.Kind.DOCUMENT));
        methods.put("sendAnimation", call -> send(call, StoredFile.Kind.ANIMATION));
        methods.put("sendMediaGroup", this::sendMediaGroup);
    }

    private Answer send(Call call, StoredFile.Kind kind) throws IOException {
        var content = content(call, kind, kind.field());
        return Answer.of(sending.send(call, content));
    }

    /** The media and its caption as a message shows them. */
    Sending.Content content(Call call, StoredFile.Kind kind, String field) throws IOException {
        var caption = kind == StoredFile.Kind.VIDEO_NOTE
                ? Formatted.typed("")
                : Formatted.given(call, "caption").asCaption();
        var media = reader.read(call, kind, field);
        return (batch, message) -> {
            show(message, kind, world.files.register(batch, media));
            caption.addTo(message, "caption");
            if (call.flag("show_caption_above_media")) {
                message.put("show_caption_above_media", true);
            }
            if (call.flag("has_spoiler")) {
                message.put("has_media_spoiler", true);
            }
        };
    }

    static void show(ObjectNode message, StoredFile.Kind kind, JsonNode shown) {
        message.set(kind.field(), shown);
        if (kind == StoredFile.Kind.ANIMATION) {
            message.set("document", shown);
        }
    }

    private Answer sendMediaGroup(Call call) throws IOException {
        var items = call.json("media", "can't parse media JSON object").orElse(Json.array());
        if (!items.isArray() || items.isEmpty()) {
            throw Refusal.badRequest("there are no messages to send");
        }
        if (items.size() == 1) {
            throw Refusal.badRequest("too few messages to send as an album");
        }
        if (items.size() > 10) {
            throw Refusal.badRequest("too many messages to send as an album");
        }
        refuseMixed(items);
        var group = Long.toString(ThreadLocalRandom.current().nextLong(1L << 53, Long.MAX_VALUE));
        List<Sending.Content> contents = new ArrayList<>();
        for (var item : items) {
            var content = content(itemOf(call, item), kindOf(item), "media");
            contents.add((batch, message) -> content.addTo(batch, message.put("media_group_id", group)));
        }
        var sent = Json.array();
        sending.sendAll(call, Markup.NONE, contents).forEach(sent::add);
        return Answer.of(sent);
    }

    private static void refuseMixed(JsonNode items) {
        var kinds = items.valueStream().map(MediaMethods::kindOf).collect(Collectors.toSet());
        for (var alone : List.of(StoredFile.Kind.DOCUMENT, StoredFile.Kind.AUDIO)) {
            if (kinds.size() > 1 && kinds.contains(alone)) {
                throw Refusal.badRequest(alone.field() + " can't be mixed with other media types");
            }
        }
    }

    private static StoredFile.Kind kindOf(JsonNode item) {
        var type = item.path("type").asString("");
        return kindNamed(type)
                .filter(IN_ALBUMS::contains)
                .orElseThrow(() -> Refusal.badRequest(
                        "can't parse InputMedia: type \"%s\" can't be used in sendMediaGroup".formatted(type)));
    }

    static Optional<StoredFile.Kind> kindNamed(String field) {
        return List.of(StoredFile.Kind.values()).stream()
                .filter(kind -> kind.field().equals(field))
                .findFirst();
    }

    /** The fields of an InputMedia read like the parameters of a call, with the uploads of the call. */
    static Call itemOf(Call call, JsonNode item) {
        return new Call(call.method(), CallReader.fields(item), call.uploads());
    }
}
