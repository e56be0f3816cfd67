package app.aisha.simulators.openai;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A sentence of a transcript that stands in a conversation.
 *
 * @param at its time code as written
 * @param speaker label of the voice
 */
record Sentence(@Nullable String at, @Nullable String speaker, String text) {
    private static final Pattern LINE = Pattern.compile("(?:\\[(\\d{1,3}:\\d\\d:\\d\\d)] )?(?:(S\\d{1,3}): )?(.+)");
    private static final Pattern END = Pattern.compile("(?<=[.!?…])\\s+");
    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final int QUOTED = 8;

    static List<Sentence> in(List<String> lines) {
        var sentences = new ArrayList<Sentence>();
        for (var line : lines) {
            var parts = LINE.matcher(line);
            if (parts.matches()) {
                for (var text : END.splitAsStream(parts.group(3).strip()).toList()) {
                    sentences.add(new Sentence(parts.group(1), parts.group(2), text));
                }
            }
        }
        return sentences;
    }

    /** Its first words. */
    String quote() {
        return words().limit(QUOTED).collect(Collectors.joining(" "));
    }

    boolean isTelling() {
        return words().count() >= 3;
    }

    private Stream<String> words() {
        return SPACE.splitAsStream(text);
    }
}
