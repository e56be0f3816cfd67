package app.aisha.core.account;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;

/**
 * Names and terms that may be said in a person's recordings.
 *
 * @param terms at most {@value #MOST_TERMS} of at most {@value #LONGEST_TERM} characters, unescaped; those that differ in
 *     case only are there once, as they came first
 */
public record Vocabulary(List<String> terms) {

    public static final int MOST_TERMS = 100;

    public static final int LONGEST_TERM = 60;

    public static final Vocabulary EMPTY = new Vocabulary(List.of());

    /** Trims; refuses blank terms, long ones, too many and control characters. */
    public Vocabulary {
        terms = distinct(terms.stream().map(String::strip).toList());
        if (terms.size() > MOST_TERMS) {
            throw new IllegalArgumentException(terms.size() + " terms are too many");
        }
        for (var term : terms) {
            if (!isTerm(term)) {
                throw new IllegalArgumentException("Not a term: " + term);
            }
        }
    }

    /** Whether a vocabulary can have this in it. */
    public static boolean isTerm(String words) {
        var term = words.strip();
        return !term.isEmpty() && isShort(term) && term.chars().noneMatch(Character::isISOControl);
    }

    /** Whether a term may have that many characters. */
    public static boolean isShort(String term) {
        return term.codePointCount(0, term.length()) <= LONGEST_TERM;
    }

    public boolean isEmpty() {
        return terms.isEmpty();
    }

    /** Without those that differ from an earlier one in case only. */
    public static List<String> distinct(List<String> terms) {
        var seen = new HashSet<String>();
        var kept = new ArrayList<String>();
        for (var term : terms) {
            if (seen.add(term.toLowerCase(Locale.ROOT))) {
                kept.add(term);
            }
        }
        return List.copyOf(kept);
    }
}
