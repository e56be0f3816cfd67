package app.aisha.adapters.openai;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;
import java.util.regex.Pattern;

/** Makes names and terms fit to be sent. */
final class Vocabulary {

    private static final int MOST_TERMS = 100;
    private static final int LONGEST_TERM = 60;

    /** Whisper reads the last 224 tokens of a prompt; a token of names is hardly ever shorter than three bytes. */
    private static final int LONGEST_PROMPT_BYTES = 224 * 3;

    private static final Pattern UNFIT = Pattern.compile("[\\p{Cntrl}\\p{Z}\\s<>]+");

    private Vocabulary() {}

    /** One line each, without angle brackets, none twice; the last hundred, sixty characters of each. */
    static List<String> clean(List<String> terms) {
        var clean = terms.stream()
                .map(term -> shortened(UNFIT.matcher(term).replaceAll(" ").strip()))
                .filter(term -> !term.isEmpty())
                .distinct()
                .toList();
        return clean.subList(Math.max(0, clean.size() - MOST_TERMS), clean.size());
    }

    /** As many of the last terms as a prompt holds. */
    static String prompt(List<String> terms) {
        var kept = new ArrayDeque<String>();
        var bytes = 0;
        for (var term : terms.reversed()) {
            bytes += term.getBytes(StandardCharsets.UTF_8).length + 2;
            if (bytes > LONGEST_PROMPT_BYTES) {
                break;
            }
            kept.addFirst(term);
        }
        return String.join(", ", kept);
    }

    private static String shortened(String term) {
        return term.codePointCount(0, term.length()) <= LONGEST_TERM
                ? term
                : term.substring(0, term.offsetByCodePoints(0, LONGEST_TERM)).strip();
    }
}
