package app.aisha.simulators.openai;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * Fills a schema that asks for {@code english} and {@code reading} from the marked texts and the pictures of a conversation. The
 * English is what the glossary makes of them, with the placeholder that the instructions name in it once; the reading is
 * Russian where the instructions speak of Russian, else empty. Both say that they are simulated.
 */
final class SimulatedTranslator {
    private static final String ENGLISH = "english";
    private static final String READING = "reading";
    private static final String ENRICHED = ", soft light (simulated enrichment)";
    private static final String ENRICHED_RUSSIAN = ", мягкий свет";
    private static final String SIGN = "(симуляция) ";
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{[a-z_]+}");
    private static final Pattern RUSSIAN = Pattern.compile("\\bRussian\\b");
    private static final Pattern TRAILING = Pattern.compile("[\\s,.;:!?]+$");
    private static final int LONGEST = 1_500;

    private final List<MarkedBlocks.Block> blocks;
    private final Conversation conversation;

    private SimulatedTranslator(Conversation conversation) {
        this.conversation = conversation;
        var marked = MarkedBlocks.named(conversation.fromUsers());
        this.blocks = marked.isEmpty() && conversation.pictures().isEmpty()
                ? List.of(new MarkedBlocks.Block("", List.of(conversation.fromUsers())))
                : marked;
    }

    /** Empty when the schema asks for something else. */
    static Optional<JsonNode> fill(JsonNode schema, Conversation conversation) {
        var properties = schema.path("properties");
        if (!properties.has(ENGLISH) || !properties.has(READING)) {
            return Optional.empty();
        }
        var translator = new SimulatedTranslator(conversation);
        var object = Json.object();
        properties.forEachEntry((name, property) -> {
            switch (name) {
                case ENGLISH -> object.put(name, translator.english());
                case READING -> object.put(name, translator.reading());
                default -> object.set(name, StrictSchema.sample(property));
            }
        });
        return Optional.of(object);
    }

    private String english() {
        var pieces = new ArrayList<String>();
        conversation.pictures().forEach(picture -> pieces.add(described(picture, Look::english, "a picture")));
        for (var block : blocks) {
            if (!block.name().equals(READING)) {
                pieces.add(trimmed(Glossary.english(text(block).replace(ENRICHED, ""))));
            }
        }
        return withPlaceholder(joined(pieces)) + ENRICHED;
    }

    private String reading() {
        if (!RUSSIAN.matcher(conversation.instructions()).find()) {
            return "";
        }
        var pieces = new ArrayList<String>();
        conversation.pictures().forEach(picture -> pieces.add(described(picture, Look::russian, "картина")));
        for (var block : blocks) {
            if (block.name().equals(READING) && !pieces.isEmpty()) {
                pieces.removeLast();
            }
            pieces.add(trimmed(text(block)
                    .replace(SIGN, "")
                    .replace(ENRICHED_RUSSIAN, "")
                    .replace(ENRICHED, "")));
        }
        return SIGN + PLACEHOLDER.matcher(joined(pieces)).replaceAll("человек") + ENRICHED_RUSSIAN;
    }

    private static String described(
            SentPicture picture, java.util.function.Function<Look, String> words, String otherwise) {
        return picture.look().map(words).orElse(otherwise);
    }

    private static String text(MarkedBlocks.Block block) {
        return String.join(" ", block.lines()).strip();
    }

    private static String trimmed(String text) {
        return TRAILING.matcher(text).replaceAll("");
    }

    private static String joined(List<String> pieces) {
        var text = String.join(", ", pieces.stream().filter(piece -> !piece.isEmpty()).toList());
        return text.length() <= LONGEST ? text : text.substring(0, text.offsetByCodePoints(0, text.codePointCount(0, LONGEST)));
    }

    /** The placeholder once: where it stands first, else in front. */
    private String withPlaceholder(String text) {
        var told = PLACEHOLDER.matcher(conversation.instructions());
        if (!told.find()) {
            return text;
        }
        var placeholder = told.group();
        int first = text.indexOf(placeholder);
        if (first < 0) {
            return text.isEmpty() ? placeholder : placeholder + ", " + text;
        }
        int after = first + placeholder.length();
        return text.substring(0, after)
                + text.substring(after).replaceAll(Pattern.quote(placeholder), Matcher.quoteReplacement("the person"));
    }
}
