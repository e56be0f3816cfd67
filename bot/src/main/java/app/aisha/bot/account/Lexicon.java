package app.aisha.bot.account;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Things by their names. Case, accents and punctuation make no difference.
 *
 * @param <T> what has names
 */
final class Lexicon<T> {

    private static final int SHORTEST_BEGINNING = 3;
    private static final int LONGEST_NAME = 100;

    private final SortedMap<String, Set<T>> byName = new TreeMap<>();

    void add(String name, T thing) {
        byName.computeIfAbsent(folded(name), _ -> new LinkedHashSet<>()).add(thing);
    }

    /** What is called exactly this; several where a name is shared. */
    Set<T> called(String words) {
        return words.length() > LONGEST_NAME ? Set.of() : byName.getOrDefault(folded(words), Set.of());
    }

    /** What a person who wrote this may have meant: names of which a word begins like it. */
    Set<T> like(String words) {
        var beginning = words.length() > LONGEST_NAME ? "" : folded(words);
        var found = new LinkedHashSet<T>();
        if (beginning.length() >= SHORTEST_BEGINNING) {
            byName.forEach((name, things) -> {
                if ((" " + name).contains(" " + beginning)) {
                    found.addAll(things);
                }
            });
        }
        return found;
    }

    private static String folded(String words) {
        return Normalizer.normalize(words.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
    }
}
