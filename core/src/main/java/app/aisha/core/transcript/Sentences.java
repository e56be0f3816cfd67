package app.aisha.core.transcript;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Splits what was heard into sentences; what goes on for long without an end is cut between words. */
final class Sentences {

    private static final int LONGEST = 240;

    private Sentences() {}

    /** Without line breaks and outer spaces; none is blank. Only white space is lost. */
    static List<String> of(String text, Optional<String> language) {
        var line = text.replaceAll("\\s+", " ").strip();
        var ends = BreakIterator.getSentenceInstance(language.map(Locale::of).orElse(Locale.ROOT));
        ends.setText(line);
        var sentences = new ArrayList<String>();
        var start = ends.first();
        for (var end = ends.next(); end != BreakIterator.DONE; start = end, end = ends.next()) {
            addAll(sentences, line.substring(start, end).strip());
        }
        return List.copyOf(sentences);
    }

    private static void addAll(List<String> sentences, String sentence) {
        var rest = sentence;
        while (rest.length() > LONGEST) {
            var cut = placeToCut(rest);
            if (cut <= 0) {
                break;
            }
            sentences.add(rest.substring(0, cut).strip());
            rest = rest.substring(cut).strip();
        }
        if (!rest.isEmpty()) {
            sentences.add(rest);
        }
    }

    /** Behind a comma in the second half, else between words. */
    private static int placeToCut(String sentence) {
        var comma = sentence.lastIndexOf(", ", LONGEST - 1);
        return comma > LONGEST / 2 ? comma + 1 : sentence.lastIndexOf(' ', LONGEST);
    }
}
