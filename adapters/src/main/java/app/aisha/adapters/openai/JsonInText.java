package app.aisha.adapters.openai;

import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Finds JSON in what a model says around it: fences, greetings, loud thinking. */
final class JsonInText {

    private static final Pattern THINKING = Pattern.compile("(?s)<think(ing)?>.*?</think(ing)?>");
    private static final Pattern BEGINNING = Pattern.compile("[{\\[]");
    private static final int TRIES = 50;

    /** Reads one value and leaves alone what follows it; small models write raw line breaks and a comma too many. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS, JsonReadFeature.ALLOW_TRAILING_COMMA)
            .build();

    private JsonInText() {}

    /** The outermost value that means something. */
    static <T> Optional<T> first(String text, Function<JsonNode, Optional<T>> meaning) {
        var said = THINKING.matcher(text).replaceAll("");
        return BEGINNING
                .matcher(said)
                .results()
                .limit(TRIES)
                .flatMap(found -> value(said.substring(found.start())).stream())
                .flatMap(value -> meaning.apply(value).stream())
                .findFirst();
    }

    private static Optional<JsonNode> value(String text) {
        try {
            return Optional.of(JSON.readTree(text));
        } catch (JacksonException notJson) {
            return Optional.empty();
        }
    }
}
