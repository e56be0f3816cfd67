package app.aisha.core.transcript;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What somebody looks for, as search engines read it: all of the words, those in quotes side by side, none with a minus
 * before it; {@code or} (или) between two groups finds either.
 *
 * @param anyOf each group has at least one term that is wanted; empty where there is nothing to look for
 */
public record SearchQuery(List<Group> anyOf) {

    /** Longer questions are cut. */
    public static final int LONGEST = 200;

    private static final int MOST_TERMS = 16;
    private static final Pattern TOKEN = Pattern.compile("(-?)(?:[\"“”„«»]([^\"“”„«»]*)[\"“”„«»]?|(\\S+))");
    private static final Pattern EITHER = Pattern.compile("or|или", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern SPEAKING = Pattern.compile("[\\p{L}\\p{N}]");

    public SearchQuery {
        anyOf = List.copyOf(anyOf);
    }

    /** Terms that go together. */
    public record Group(List<Term> terms) {

        public Group {
            terms = List.copyOf(terms);
        }

        boolean isAskable() {
            return terms.stream().anyMatch(Term::wanted);
        }
    }

    /**
     * A word, or words side by side.
     *
     * @param words with at least one letter or digit
     * @param wanted false for what must not be there
     */
    public record Term(String words, boolean wanted) {}

    /** Reads what a person wrote; never fails. */
    public static SearchQuery of(String words) {
        var end = Math.min(LONGEST, words.codePointCount(0, words.length()));
        var matcher = TOKEN.matcher(
                words.substring(0, words.offsetByCodePoints(0, end)).replace('\0', ' '));
        var groups = new ArrayList<List<Term>>();
        groups.add(new ArrayList<>());
        for (var terms = 0; matcher.find() && terms < MOST_TERMS; ) {
            var quoted = matcher.group(2);
            var said = quoted == null ? matcher.group(3) : quoted;
            if (quoted == null && EITHER.matcher(matcher.group()).matches()) {
                groups.add(new ArrayList<>());
            } else if (SPEAKING.matcher(said).find()) {
                groups.getLast().add(new Term(said, matcher.group(1).isEmpty()));
                terms++;
            }
        }
        return new SearchQuery(
                groups.stream().map(Group::new).filter(Group::isAskable).toList());
    }
}
