package app.aisha.simulators.telegram;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A text and its entities, offsets in UTF-16 units, as a message carries them. */
record Formatted(String text, List<Entity> entities) {

    /** One entity; the details are what a type needs besides, such as {@code url}. */
    record Entity(String type, int offset, int length, ObjectNode details) {

        int end() {
            return offset + length;
        }

        boolean covers(Entity other) {
            return offset <= other.offset && other.end() <= end();
        }

        ObjectNode toJson() {
            var json = Json.object().put("offset", offset).put("length", length).put("type", type);
            json.setAll(details);
            return json;
        }
    }

    private static final Pattern COMMAND =
            Pattern.compile("(?<![\\w/<>])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?(?![\\w/])");
    private static final Pattern LINK =
            Pattern.compile("https?://[^\\s<>\"]+[^\\s<>\".,;:!?)]", Pattern.CASE_INSENSITIVE);
    private static final Set<String> TYPES = Set.of(
            "mention",
            "hashtag",
            "cashtag",
            "bot_command",
            "url",
            "email",
            "phone_number",
            "bold",
            "italic",
            "underline",
            "strikethrough",
            "spoiler",
            "blockquote",
            "expandable_blockquote",
            "code",
            "pre",
            "text_link",
            "text_mention",
            "custom_emoji");

    Formatted {
        entities = List.copyOf(entities);
    }

    /** A text as a user types it. */
    static Formatted typed(String text) {
        return new Formatted(text.replace("\r", ""), List.of()).finished();
    }

    /**
     * The text a bot gave under the name, read by its {@code parse_mode} or by its entities.
     *
     * @throws Refusal if it cannot be parsed
     */
    static Formatted given(Call call, String name) {
        var text = call.text(name);
        var entities =
                call.json(name.equals("text") ? "entities" : name + "_entities", "can't parse entities: invalid JSON");
        return switch (call.text("parse_mode").toLowerCase(Locale.ROOT)) {
            case "" ->
                new Formatted(text, entities.map(list -> listed(text, list)).orElse(List.of())).finished();
            case "html" -> new HtmlText(text.replace("\r", "")).parse().finished();
            case "markdown", "markdownv2" ->
                throw Refusal.badRequest("this simulator does not read Markdown; use HTML or entities");
            default -> throw Refusal.badRequest("unsupported parse_mode");
        };
    }

    private static List<Entity> listed(String text, JsonNode list) {
        if (!list.isArray()) {
            throw Refusal.badRequest("can't parse entities: expected an Array");
        }
        List<Entity> entities = new ArrayList<>();
        for (var json : list) {
            if (!json.path("type").isString()
                    || !json.path("offset").isInt()
                    || !json.path("length").isInt()) {
                throw Refusal.badRequest("can't parse MessageEntity: type, offset and length are expected");
            }
            var details = (ObjectNode) json.deepCopy();
            var entity = new Entity(
                    json.path("type").stringValue(),
                    json.path("offset").intValue(),
                    json.path("length").intValue(),
                    details.remove(List.of("type", "offset", "length")));
            check(text, entity);
            entities.add(entity);
        }
        return entities;
    }

    private static void check(String text, Entity entity) {
        if (!TYPES.contains(entity.type())) {
            throw Refusal.badRequest("can't parse MessageEntity: unsupported type \"%s\"".formatted(entity.type()));
        }
        if (entity.offset() < 0 || entity.offset() >= text.length()) {
            throw Refusal.badRequest("entity begins after the end of the text at UTF-16 offset " + entity.offset());
        }
        if (entity.length() <= 0 || entity.end() > text.length()) {
            throw Refusal.badRequest(
                    "entity beginning at UTF-16 offset %d ends after the end of the text at UTF-16 offset %d"
                            .formatted(entity.offset(), entity.end()));
        }
    }

    /** Trimmed, with commands and links found, entities in order. */
    private Formatted finished() {
        var trimmed = trimmed();
        List<Entity> all = new ArrayList<>(trimmed.entities);
        addFound(all, COMMAND, "bot_command", trimmed.text);
        addFound(all, LINK, "url", trimmed.text);
        all.sort(Comparator.comparingInt(Entity::offset)
                .thenComparing(Comparator.comparingInt(Entity::length).reversed()));
        return new Formatted(trimmed.text, all);
    }

    private static void addFound(List<Entity> all, Pattern pattern, String type, String text) {
        var found = pattern.matcher(text);
        while (found.find()) {
            var entity = new Entity(type, found.start(), found.end() - found.start(), Json.object());
            if (all.stream().noneMatch(other -> overlapsWithout(other, entity))) {
                all.add(entity);
            }
        }
    }

    private static boolean overlapsWithout(Entity other, Entity found) {
        var apart = other.end() <= found.offset() || found.end() <= other.offset();
        return !apart
                && (!other.covers(found)
                        || Set.of("code", "pre", "text_link", "url").contains(other.type()));
    }

    private Formatted trimmed() {
        var lead = text.length() - text.stripLeading().length();
        var kept = text.strip();
        List<Entity> moved = new ArrayList<>();
        for (var entity : entities) {
            var from = Math.clamp(entity.offset() - lead, 0, kept.length());
            var to = Math.clamp(entity.end() - lead, 0, kept.length());
            if (to > from) {
                moved.add(new Entity(entity.type(), from, to - from, entity.details()));
            }
        }
        return new Formatted(kept, moved);
    }

    void addTo(ObjectNode message, String name) {
        if (text.isEmpty()) {
            return;
        }
        message.put(name, text);
        if (!entities.isEmpty()) {
            message.set(name.equals("text") ? "entities" : name + "_entities", json());
        }
    }

    ArrayNode json() {
        var list = Json.array();
        entities.forEach(entity -> list.add(entity.toJson()));
        return list;
    }

    /**
     * The same, fit to be a message.
     *
     * @throws Refusal if there is nothing left to send or too much
     */
    Formatted asText(String tooLong) {
        if (text.isEmpty()) {
            throw Refusal.badRequest("message text is empty");
        }
        return atMost(4096, tooLong);
    }

    Formatted asCaption() {
        return atMost(1024, "message caption is too long");
    }

    Formatted atMost(int units, String tooLong) {
        if (text.length() > units) {
            throw Refusal.badRequest(tooLong);
        }
        return this;
    }
}
