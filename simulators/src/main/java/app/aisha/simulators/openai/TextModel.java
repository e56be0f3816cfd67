package app.aisha.simulators.openai;

import java.util.List;
import java.util.Set;

/**
 * A text model.
 *
 * @param reasoning whether it thinks first, and so refuses {@code temperature} and {@code max_tokens}
 */
record TextModel(String name, boolean reasoning) {
    private static final Set<String> REASONING = Set.of("gpt-6-luna", "gpt-6.1-terra", "gpt-6-sol", "gpt-6-astra");
    private static final Set<String> PLAIN = Set.of("gpt-4.1", "gpt-4.1-mini", "gpt-4o-mini");

    static TextModel named(String name) {
        if (!REASONING.contains(name) && !PLAIN.contains(name)) {
            throw ApiError.modelNotFound(name);
        }
        return new TextModel(name, REASONING.contains(name));
    }

    /** Servers of one's own have other models and ask nothing of the name. */
    static TextModel any(String name) {
        return new TextModel(name, REASONING.contains(name));
    }

    static List<String> names() {
        return java.util.stream.Stream.concat(REASONING.stream(), PLAIN.stream())
                .sorted()
                .toList();
    }
}
