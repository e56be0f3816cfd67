package app.aisha.core.document;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Text cut into cues of one or two lines, of about the same length, at ends of sentences and clauses where there are some.
 */
final class CueText {

    static final int LINE = 42;
    static final int MOST_CHARACTERS = 2 * LINE;

    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final Pattern SENTENCE_END = Pattern.compile(".*[.!?…。！？][\"»”’)\\]]*");
    private static final Pattern CLAUSE_END = Pattern.compile(".*[,;:—–、，][\"»”’)\\]]*");

    /** How much nearer to the wanted length such an end counts, as a share of that length. */
    private static final double SENTENCE_BONUS = 0.4;

    private static final double CLAUSE_BONUS = 0.2;

    /** How much of a cue words fill, which end where they end. */
    private static final double FILLED = 0.85;

    /** How much longer a line may be to avoid a word of one letter at its end. */
    private static final int LONE_LETTER = 6;

    private final List<String> words;
    private final int[] ends;

    private CueText(List<String> words) {
        this.words = words;
        this.ends = new int[words.size()];
        var end = -1;
        for (var i = 0; i < ends.length; i++) {
            end += 1 + words.get(i).length();
            ends[i] = end;
        }
    }

    /** The lines of each cue. A cue has at most as many characters as told, unless one word has more. */
    static List<List<String>> cut(String text, int characters) {
        var words = new ArrayList<String>();
        SPACE.splitAsStream(text).filter(word -> !word.isEmpty()).forEach(word -> addParts(word, words));
        return new CueText(words).cut(characters);
    }

    private List<List<String>> cut(int characters) {
        var cues = new ArrayList<List<String>>();
        var first = 0;
        while (first < words.size()) {
            var last = last(first, characters);
            cues.add(lines(first, last));
            first = last + 1;
        }
        return cues;
    }

    private int last(int first, int characters) {
        var end = words.size() - 1;
        if (fits(first, end, characters)) {
            return end;
        }
        var rest = length(first, end);
        var wanted = rest / Math.max(2, Math.ceil(rest / (characters * FILLED)));
        var best = first;
        var bestDistance = distance(first, first, wanted);
        for (var last = first + 1; last < words.size() && fits(first, last, characters); last++) {
            var distance = distance(first, last, wanted);
            if (distance <= bestDistance) {
                best = last;
                bestDistance = distance;
            }
        }
        return best;
    }

    private double distance(int first, int last, double wanted) {
        var distance = Math.abs(length(first, last) / wanted - 1);
        var word = words.get(last);
        if (SENTENCE_END.matcher(word).matches()) {
            return distance - SENTENCE_BONUS;
        }
        return CLAUSE_END.matcher(word).matches() ? distance - CLAUSE_BONUS : distance;
    }

    private boolean fits(int first, int last, int characters) {
        return length(first, last) <= characters && lines(first, last).stream().allMatch(line -> line.length() <= LINE);
    }

    /** In one line, or in two that differ least, the first not ending with a word of one letter. */
    private List<String> lines(int first, int last) {
        if (length(first, last) <= LINE || first == last) {
            return List.of(line(first, last));
        }
        var best = first;
        for (var end = first; end < last; end++) {
            if (longer(first, end, last) < longer(first, best, last)) {
                best = end;
            }
        }
        return List.of(line(first, best), line(best + 1, last));
    }

    private int longer(int first, int end, int last) {
        var longer = Math.max(length(first, end), length(end + 1, last));
        return words.get(end).length() == 1 ? longer + LONE_LETTER : longer;
    }

    private int length(int first, int last) {
        return ends[last] - ends[first] + words.get(first).length();
    }

    private String line(int first, int last) {
        return String.join(" ", words.subList(first, last + 1));
    }

    /** A word longer than a line is taken apart between letters, between code points where marks are piled up on one. */
    private static void addParts(String word, List<String> parts) {
        if (word.length() <= LINE) {
            parts.add(word);
            return;
        }
        var letters = BreakIterator.getCharacterInstance(Locale.ROOT);
        letters.setText(word);
        var start = 0;
        while (word.length() - start > LINE) {
            var end = letters.preceding(start + LINE + 1);
            if (end <= start) {
                end = start + LINE;
                end = Character.isLowSurrogate(word.charAt(end)) ? end - 1 : end;
            }
            parts.add(word.substring(start, end));
            start = end;
        }
        parts.add(word.substring(start));
    }
}
