package app.aisha.adapters.openai;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Names of languages as servers give them: {@code ru}, {@code ru-RU} or {@code russian}. */
final class Languages {

    private static final Map<String, String> BY_ENGLISH_NAME = Arrays.stream(Locale.getISOLanguages())
            .collect(Collectors.toMap(
                    code -> Locale.of(code).getDisplayLanguage(Locale.ENGLISH).toLowerCase(Locale.ROOT),
                    code -> code,
                    (first, second) -> first));

    private Languages() {}

    /** The ISO 639-1 code; empty for what is none. */
    static Optional<String> code(String given) {
        var name = given.strip().toLowerCase(Locale.ROOT);
        var first = name.split("[-_]", 2)[0];
        return BY_ENGLISH_NAME.containsValue(first)
                ? Optional.of(first)
                : Optional.ofNullable(BY_ENGLISH_NAME.get(name));
    }
}
