package app.aisha.adapters.whisper;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Names and terms as the words that a model takes for what was said before. */
final class InitialPrompt {

    /** A model reads the last 224 tokens; a token of names is hardly ever shorter than three bytes. */
    private static final int MOST_BYTES = 224 * 3;

    /** Besides what steers, all beyond the basic plane: the way into the library garbles it. */
    private static final Pattern UNFIT = Pattern.compile("[\\p{Cntrl}\\p{Z}\\s\\x{10000}-\\x{10FFFF}]+");

    private InitialPrompt() {}

    /** As many of the last terms as fit; empty where there are none. */
    static Optional<String> of(List<String> terms) {
        var kept = new ArrayDeque<String>();
        var bytes = 0;
        for (var term : terms.reversed()) {
            var clean = UNFIT.matcher(term).replaceAll(" ").strip();
            bytes += clean.getBytes(StandardCharsets.UTF_8).length + 2;
            if (bytes > MOST_BYTES) {
                break;
            }
            if (!clean.isEmpty() && !kept.contains(clean)) {
                kept.addFirst(clean);
            }
        }
        return kept.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", kept));
    }
}
