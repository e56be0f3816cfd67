package app.aisha.adapters.styles;

import app.aisha.core.account.Language;
import app.aisha.core.picture.StyleId;
import app.aisha.core.picture.StylePacks.Names;
import app.aisha.core.picture.StylePacks.Pack;
import app.aisha.core.picture.StylePacks.Style;
import app.aisha.core.picture.Wording;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads a file of styles and refuses whatever is not as it should be.
 *
 * <pre>{"packs": [{"id", "names": {"ru", "en"}, "styles": [{"id", "names": {"ru", "en"}, "prompt", "readings": {"ru"}}]}]}</pre>
 */
final class StylesFile {

    /** What a button holds. */
    static final int LONGEST_NAME = 24;

    /** Leaves room for a wish beside it. */
    static final int LONGEST_PROMPT = 900;

    private static final String ENGLISH = Language.EN.locale().getLanguage();
    private static final Set<String> ALL = Arrays.stream(Language.values())
            .map(language -> language.locale().getLanguage())
            .collect(Collectors.toUnmodifiableSet());

    /** English readers read the prompt. */
    private static final Set<String> OTHERS =
            ALL.stream().filter(language -> !language.equals(ENGLISH)).collect(Collectors.toUnmodifiableSet());

    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");
    private static final Pattern NOT_LATIN = Pattern.compile("[\\p{L}&&[^\\p{IsLatin}]]");
    private static final Pattern BREAK = Pattern.compile("[\\p{Cc}\\u2028\\u2029]");
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final String name;
    private final Set<String> packIds = new HashSet<>();
    private final Set<String> styleIds = new HashSet<>();

    /** Takes the name of the file, to be said in refusals. */
    StylesFile(String name) {
        this.name = name;
    }

    List<Pack> read(byte[] content) {
        var packs = new ArrayList<Pack>();
        for (var pack : list(tree(content), "packs", "the file", Set.of("packs"))) {
            packs.add(pack(pack));
        }
        return packs;
    }

    private JsonNode tree(byte[] content) {
        try {
            return JSON.readTree(content);
        } catch (JacksonException e) {
            var place = e.getLocation();
            throw wrong(
                    "the file",
                    "is no JSON at line %d: %s"
                            .formatted(place == null ? 1 : place.getLineNr(), e.getOriginalMessage()));
        }
    }

    private Pack pack(JsonNode pack) {
        var where = "pack \"%s\"".formatted(pack.path("id").asString(""));
        var styles = list(pack, "styles", where, Set.of("id", "names", "styles"));
        var id = id(pack, where, packIds);
        return new Pack(
                id,
                names(pack.path("names"), where),
                styles.stream().map(this::style).toList());
    }

    private Style style(JsonNode style) {
        var where = "style \"%s\"".formatted(style.path("id").asString(""));
        requireFields(style, where, Set.of("id", "names", "prompt", "readings"));
        return new Style(
                new StyleId(id(style, where, styleIds)),
                names(style.path("names"), where),
                prompt(style, where),
                readings(style.path("readings"), where));
    }

    private String prompt(JsonNode style, String where) {
        var prompt = text(style, "prompt", where, LONGEST_PROMPT);
        if (slots(prompt) != 1) {
            throw wrong(where, "has to say %s exactly once in its prompt".formatted(Wording.SLOT));
        }
        if (NOT_LATIN.matcher(prompt).find()) {
            throw wrong(where, "has a prompt that is not in English");
        }
        return prompt;
    }

    private static int slots(String text) {
        return text.split(Pattern.quote(Wording.SLOT), -1).length - 1;
    }

    private Names names(JsonNode names, String where) {
        requireFields(names, where + ", names", ALL);
        return texts(names, where + ", names", ALL, LONGEST_NAME);
    }

    private Names readings(JsonNode readings, String where) {
        requireFields(readings, where + ", readings", OTHERS);
        var read = texts(readings, where + ", readings", OTHERS, LONGEST_PROMPT);
        if (read.byLanguage().values().stream().anyMatch(reading -> slots(reading) > 0)) {
            throw wrong(where, "has %s in a reading; it belongs into the prompt alone".formatted(Wording.SLOT));
        }
        return read;
    }

    private Names texts(JsonNode texts, String where, Set<String> languages, int longest) {
        var read = new HashMap<String, String>();
        languages.forEach(language -> read.put(language, text(texts, language, where, longest)));
        return new Names(read);
    }

    private String id(JsonNode node, String where, Set<String> taken) {
        var id = text(node, "id", where, LONGEST_PROMPT);
        if (!ID.matcher(id).matches()) {
            throw wrong(where, "has an id that is not 1 to 40 lower-case letters, digits and dashes");
        }
        if (!taken.add(id)) {
            throw wrong(where, "is there twice");
        }
        return id;
    }

    private String text(JsonNode node, String field, String where, int longest) {
        var text = node.path(field);
        if (!text.isString() || text.stringValue().isBlank()) {
            throw wrong(where, "lacks \"%s\"".formatted(field));
        }
        if (text.stringValue().length() > longest) {
            throw wrong(
                    where,
                    "has %d characters in \"%s\", at most %d are possible"
                            .formatted(text.stringValue().length(), field, longest));
        }
        if (BREAK.matcher(text.stringValue()).find()) {
            throw wrong(where, "has a line break in \"%s\"".formatted(field));
        }
        return text.stringValue().strip();
    }

    private List<JsonNode> list(JsonNode node, String field, String where, Set<String> fields) {
        requireFields(node, where, fields);
        var list = node.path(field);
        if (!list.isArray() || list.isEmpty()) {
            throw wrong(where, "has no list \"%s\"".formatted(field));
        }
        return List.copyOf(list.valueStream().toList());
    }

    private void requireFields(JsonNode node, String where, Set<String> fields) {
        if (!node.isObject()) {
            throw wrong(where, "has to be an object with %s".formatted(String.join(", ", sorted(fields))));
        }
        node.propertyNames().stream()
                .filter(field -> !fields.contains(field))
                .findFirst()
                .ifPresent(field -> {
                    throw wrong(where, "has the unknown field \"%s\"".formatted(field));
                });
    }

    private static List<String> sorted(Set<String> fields) {
        return fields.stream().sorted().toList();
    }

    private IllegalArgumentException wrong(String where, String what) {
        return new IllegalArgumentException("%s: %s %s".formatted(name, where, what));
    }
}
