package app.aisha.simulators.telegram;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/** Telegram's HTML, as strictly as the server reads it. Offsets in complaints count bytes of UTF-8. */
final class HtmlText {

    private static final Map<String, String> PLAIN = Map.ofEntries(
            Map.entry("b", "bold"),
            Map.entry("strong", "bold"),
            Map.entry("i", "italic"),
            Map.entry("em", "italic"),
            Map.entry("u", "underline"),
            Map.entry("ins", "underline"),
            Map.entry("s", "strikethrough"),
            Map.entry("strike", "strikethrough"),
            Map.entry("del", "strikethrough"),
            Map.entry("tg-spoiler", "spoiler"),
            Map.entry("span", "spoiler"),
            Map.entry("code", "code"),
            Map.entry("pre", "pre"),
            Map.entry("blockquote", "blockquote"),
            Map.entry("a", "text_link"),
            Map.entry("tg-emoji", "custom_emoji"));

    private record Open(String tag, Map<String, String> attributes, int offset, int begin) {}

    private final String html;
    private final StringBuilder text = new StringBuilder();
    private final Deque<Open> open = new ArrayDeque<>();
    private final List<Formatted.Entity> entities = new ArrayList<>();
    private int at;

    HtmlText(String html) {
        this.html = html;
    }

    /**
     * The text without its tags.
     *
     * @throws Refusal with the server's complaint
     */
    Formatted parse() {
        while (at < html.length()) {
            var c = html.charAt(at);
            if (c == '<' && peek(1) == '/') {
                endTag();
            } else if (c == '<') {
                startTag();
            } else {
                text.appendCodePoint(character());
            }
        }
        if (!open.isEmpty()) {
            throw complaint("Can't find end tag corresponding to start tag \"%s\""
                    .formatted(open.getLast().tag()));
        }
        return new Formatted(text.toString(), withoutNestedInCode());
    }

    private List<Formatted.Entity> withoutNestedInCode() {
        List<Formatted.Entity> kept = new ArrayList<>();
        for (int i = 0; i < entities.size(); i++) {
            var inner = entities.get(i);
            var code = entities.subList(i + 1, entities.size()).stream()
                    .anyMatch(outer -> Set.of("pre", "code").contains(outer.type()) && outer.covers(inner));
            if (!code) {
                kept.add(inner);
            }
        }
        return kept.reversed();
    }

    /** The character here or the one that is written here by its name or number. */
    private int character() {
        if (html.charAt(at) == '&') {
            var decoded = HtmlEntity.at(html, at);
            if (decoded != null) {
                at += decoded.length();
                return decoded.codePoint();
            }
        }
        var plain = html.codePointAt(at);
        at += Character.charCount(plain);
        return plain;
    }

    private char peek(int ahead) {
        return at + ahead < html.length() ? html.charAt(at + ahead) : 0;
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == 0x0b;
    }

    private void skipSpaces() {
        while (isSpace(peek(0))) {
            at++;
        }
    }

    private void startTag() {
        var begin = at++;
        while (peek(0) != 0 && !isSpace(peek(0)) && peek(0) != '>') {
            at++;
        }
        if (at >= html.length()) {
            throw complaint("Unclosed start tag at byte offset " + bytes(begin));
        }
        var tag = html.substring(begin + 1, at).toLowerCase(Locale.ROOT);
        if (!PLAIN.containsKey(tag)) {
            throw complaint("Unsupported start tag \"%s\" at byte offset %d".formatted(tag, bytes(begin)));
        }
        Map<String, String> attributes = new HashMap<>();
        for (skipSpaces(); peek(0) != '>'; skipSpaces()) {
            attribute(tag, begin, attributes);
        }
        at++;
        checkTag(tag, attributes, begin);
        open.addLast(new Open(tag, attributes, text.length(), begin));
    }

    private void checkTag(String tag, Map<String, String> attributes, int begin) {
        if (tag.equals("span") && !"tg-spoiler".equals(attributes.get("class"))) {
            throw complaint("Tag \"span\" must have class \"tg-spoiler\" at byte offset " + bytes(begin));
        }
        if (tag.equals("blockquote")
                && open.stream().anyMatch(outer -> outer.tag().equals(tag))) {
            throw complaint("Can't nest tag \"blockquote\" at byte offset " + bytes(begin));
        }
    }

    private void attribute(String tag, int begin, Map<String, String> attributes) {
        var nameBegin = at;
        while (peek(0) != 0 && !isSpace(peek(0)) && peek(0) != '=' && peek(0) != '>') {
            at++;
        }
        var name = html.substring(nameBegin, at).toLowerCase(Locale.ROOT);
        if (name.isEmpty() && at < html.length()) {
            throw complaint("Empty attribute name in the tag \"%s\" at byte offset %d".formatted(tag, bytes(begin)));
        }
        skipSpaces();
        if (peek(0) == '=') {
            at++;
            skipSpaces();
            attributes.put(name, peek(0) == '"' || peek(0) == '\'' ? quotedValue() : bareValue());
        } else if (name.equals("expandable")) {
            attributes.put(name, "");
        } else if (at < html.length()) {
            throw complaint("Expected equal sign in declaration of an attribute of the tag \"%s\" at byte offset %d"
                    .formatted(tag, bytes(begin)));
        }
        if (at >= html.length()) {
            throw complaint("Unclosed start tag \"%s\" at byte offset %d".formatted(tag, bytes(begin)));
        }
    }

    private String bareValue() {
        var begin = at;
        while (Character.isLetterOrDigit(peek(0)) || peek(0) == '.' || peek(0) == '-') {
            at++;
        }
        if (peek(0) != 0 && !isSpace(peek(0)) && peek(0) != '>') {
            throw complaint("Unexpected end of name token at byte offset " + bytes(begin));
        }
        return html.substring(begin, at).toLowerCase(Locale.ROOT);
    }

    private String quotedValue() {
        var quote = html.charAt(at++);
        var value = new StringBuilder();
        while (at < html.length() && html.charAt(at) != quote) {
            value.appendCodePoint(character());
        }
        at++;
        return value.toString();
    }

    private void endTag() {
        var begin = at;
        if (open.isEmpty()) {
            throw complaint("Unexpected end tag at byte offset " + bytes(begin));
        }
        at += 2;
        while (peek(0) != 0 && !isSpace(peek(0)) && peek(0) != '>') {
            at++;
        }
        var tag = html.substring(begin + 2, Math.min(at, html.length())).toLowerCase(Locale.ROOT);
        skipSpaces();
        if (peek(0) != '>') {
            throw complaint("Unclosed end tag at byte offset " + bytes(begin));
        }
        at++;
        var opened = open.removeLast();
        if (!tag.isEmpty() && !tag.equals(opened.tag())) {
            throw complaint("Unmatched end tag at byte offset %d, expected \"</%s>\", found \"</%s>\""
                    .formatted(bytes(begin), opened.tag(), tag));
        }
        close(opened);
    }

    private void close(Open opened) {
        var length = text.length() - opened.offset();
        if (length == 0) {
            return;
        }
        var type = PLAIN.getOrDefault(opened.tag(), "");
        var details = Json.object();
        var attributes = opened.attributes();
        switch (opened.tag()) {
            case "a" -> {
                var url = HtmlEntity.link(attributes.getOrDefault("href", text.substring(opened.offset())));
                if (url.isEmpty()) {
                    return;
                }
                details.put("url", url.get());
            }
            case "tg-emoji" -> details.put("custom_emoji_id", attributes.getOrDefault("emoji-id", ""));
            case "blockquote" -> type = attributes.containsKey("expandable") ? "expandable_blockquote" : type;
            case "code" -> language(attributes, details);
            case "pre" -> takeLanguageOfCode(opened, length, details);
            default -> {
                // The other tags carry nothing but their type.
            }
        }
        add(type, opened, length, details);
    }

    private void add(String type, Open opened, int length, ObjectNode details) {
        if (type.equals("code") && (open.isEmpty() || !open.getLast().tag().equals("pre"))) {
            details.remove("language");
        }
        entities.add(new Formatted.Entity(type, opened.offset(), length, details));
    }

    private static void language(Map<String, String> attributes, ObjectNode details) {
        var name = attributes.getOrDefault("class", "");
        if (name.startsWith("language-")) {
            details.put("language", name.substring("language-".length()));
        }
    }

    private void takeLanguageOfCode(Open pre, int length, ObjectNode details) {
        entities.stream()
                .filter(inner ->
                        inner.type().equals("code") && inner.offset() == pre.offset() && inner.length() == length)
                .findFirst()
                .ifPresent(inner -> details.setAll(inner.details()));
    }

    private int bytes(int index) {
        return html.substring(0, index).getBytes(StandardCharsets.UTF_8).length;
    }

    private static Refusal complaint(String reason) {
        return Refusal.badRequest("can't parse entities: " + reason);
    }
}
