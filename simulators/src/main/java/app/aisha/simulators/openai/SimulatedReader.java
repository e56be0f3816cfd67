package app.aisha.simulators.openai;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Fills a schema from the transcript that stands in a conversation: lists whose items have a {@code quote} get real sentences
 * with their times, chosen by a few words. It looks as if somebody had read it; nobody has.
 */
final class SimulatedReader {
    private static final int CASELESS =
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS;
    private static final Pattern DUTY = Pattern.compile(
            "\\b(need to|needs to|has to|have to|must|надо|нужно|необходимо|долж(ен|на|ны)|сделать до)\\b", CASELESS);
    private static final Pattern DECISION =
            Pattern.compile("\\b(decided|agreed|решили|решено|договорились|постановили)\\b", CASELESS);
    private static final Pattern DAY = Pattern.compile("\\b\\d{4}-\\d\\d-\\d\\d\\b");
    private static final Pattern RUSSIAN = Pattern.compile("\\p{IsCyrillic}");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final int STEM = 5;
    private static final int MOST = 20;

    private final List<Sentence> sentences;
    private final Set<String> asked;
    private final Optional<LocalDate> today;

    private SimulatedReader(List<List<String>> blocks, String conversation) {
        sentences = Sentence.in(blocks.getFirst());
        asked = blocks.size() > 1 ? stems(String.join(" ", blocks.get(1))) : Set.of();
        today = DAY.matcher(conversation).results().findFirst().flatMap(found -> day(found.group()));
    }

    /** Empty when there is no transcript, or nothing in the schema to be filled from one. */
    static Optional<JsonNode> fill(JsonNode schema, Conversation conversation) {
        var blocks = MarkedBlocks.in(conversation.fromUsers());
        var quotes = schema.path("properties").valueStream().anyMatch(SimulatedReader::quotes);
        return blocks.isEmpty() || !quotes
                ? Optional.empty()
                : Optional.of(new SimulatedReader(blocks, conversation.text()).filled(schema));
    }

    /** The schema that stands in the conversation itself, on a line of its own. */
    static Optional<ObjectNode> schemaIn(Conversation conversation) {
        return conversation
                .text()
                .lines()
                .filter(line -> line.startsWith("{") && line.contains("\"properties\""))
                .flatMap(line -> Json.parsed(line).stream())
                .findFirst();
    }

    private static boolean quotes(JsonNode list) {
        return list.path("items").path("properties").has("quote");
    }

    private ObjectNode filled(JsonNode schema) {
        var object = Json.object();
        schema.path("properties").forEachEntry((name, property) -> object.set(name, value(name, property)));
        return object;
    }

    private JsonNode value(String name, JsonNode property) {
        var list = Json.array();
        if (quotes(property)) {
            chosen(name).limit(MOST).forEach(one -> list.add(item(one, property.path("items"))));
            if (name.equals("points") && list.path(0) instanceof ObjectNode first) {
                first.put("text", sign() + first.path("text").asString(""));
            }
            return list;
        }
        if (name.equals("participants")) {
            sentences.stream()
                    .flatMap(one -> Stream.ofNullable(one.speaker()))
                    .distinct()
                    .forEach(list::add);
            return list;
        }
        return StrictSchema.sample(property);
    }

    private String sign() {
        return sentences.stream().anyMatch(one -> RUSSIAN.matcher(one.text()).find())
                ? "(симуляция) "
                : "(simulation) ";
    }

    private Stream<Sentence> chosen(String list) {
        return switch (list) {
            case "tasks" ->
                sentences.stream().filter(one -> DUTY.matcher(one.text()).find());
            case "decisions" ->
                sentences.stream().filter(one -> DECISION.matcher(one.text()).find());
            case "claims" -> sentences.stream().filter(this::answers).limit(3);
            case "agenda" -> spread(2);
            default -> spread(5);
        };
    }

    /** So many from all over the transcript. */
    private Stream<Sentence> spread(int count) {
        var telling = sentences.stream().filter(Sentence::isTelling).toList();
        var from = telling.isEmpty() ? sentences : telling;
        var some = Math.min(count, from.size());
        return IntStream.range(0, some).mapToObj(i -> from.get(i * from.size() / some));
    }

    private boolean answers(Sentence sentence) {
        return stems(sentence.text()).stream().anyMatch(asked::contains);
    }

    private static Set<String> stems(String text) {
        return BETWEEN_WORDS
                .splitAsStream(text.toLowerCase(Locale.ROOT))
                .filter(word -> word.length() >= STEM)
                .map(word -> word.substring(0, STEM))
                .collect(Collectors.toSet());
    }

    private ObjectNode item(Sentence sentence, JsonNode schema) {
        var due = Due.in(sentence.text());
        var item = Json.object();
        schema.path("properties").forEachEntry((name, property) -> {
            switch (name) {
                case "text", "what" -> item.put(name, sentence.text());
                case "quote" -> item.put(name, sentence.quote());
                case "at" -> item.put(name, sentence.at());
                case "who" -> item.put(name, sentence.speaker());
                case "due" -> item.put(name, due.map(Due::words).orElse(null));
                case "date" -> item.put(name, due.flatMap(this::date).orElse(null));
                default -> item.set(name, StrictSchema.sample(property));
            }
        });
        return item;
    }

    private Optional<String> date(Due due) {
        return today.flatMap(due::date).map(LocalDate::toString);
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException noDay) {
            return Optional.empty();
        }
    }
}
