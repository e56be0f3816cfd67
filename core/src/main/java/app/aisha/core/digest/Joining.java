package app.aisha.core.digest;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Makes one content of what several parts of a transcript gave. What is nearly the same is said once. */
final class Joining {

    private static final int MOST_ANSWERS = 10;
    private static final double ALIKE = 0.75;

    private Joining() {}

    static List<Content.Statement> statements(Stream<Content.Statement> all) {
        return distinct(all.toList(), Content.Statement::text, (_, _) -> true);
    }

    static List<Content.Task> tasks(Stream<Content.Task> all) {
        return distinct(all.toList(), Content.Task::what, Joining::canBeOne);
    }

    /** Names that differ in their endings only are one. */
    static List<String> names(Stream<String> all) {
        var known = new HashSet<List<String>>();
        return all.filter(name ->
                        known.add(Stems.of(name).stream().map(Stems.Stem::root).toList()))
                .toList();
    }

    /** The first ones of every part before the second ones of any, in the order of the transcript. */
    static List<Content.Statement> answers(List<List<Content.Statement>> parts) {
        var byRank = new ArrayList<Content.Statement>();
        var longest = parts.stream().mapToInt(List::size).max().orElse(0);
        for (var rank = 0; rank < longest; rank++) {
            for (var part : parts) {
                part.stream().skip(rank).findFirst().ifPresent(byRank::add);
            }
        }
        var chosen = statements(byRank.stream()).stream().limit(MOST_ANSWERS).collect(Collectors.toSet());
        return parts.stream().flatMap(List::stream).filter(chosen::remove).toList();
    }

    private static boolean canBeOne(Content.Task one, Content.Task other) {
        return agree(one.who(), other.who()) && agree(one.due(), other.due());
    }

    private static <T> boolean agree(Optional<T> one, Optional<T> other) {
        return one.isEmpty() || other.isEmpty() || one.equals(other);
    }

    private static <T> List<T> distinct(List<T> all, Function<T, String> text, BiPredicate<T, T> canBeOne) {
        var kept = new ArrayList<T>();
        var stems = new ArrayList<Set<String>>();
        for (var item : all) {
            var own = Stems.telling(text.apply(item));
            Predicate<Integer> isKnown = i -> alike(own, stems.get(i)) && canBeOne.test(item, kept.get(i));
            if (IntStream.range(0, kept.size()).boxed().noneMatch(isKnown)) {
                kept.add(item);
                stems.add(own);
            }
        }
        return List.copyOf(kept);
    }

    /** Texts with other numbers are never alike. */
    private static boolean alike(Set<String> one, Set<String> other) {
        if (one.isEmpty() || other.isEmpty() || !numbers(one).equals(numbers(other))) {
            return false;
        }
        var common = one.stream().filter(other::contains).count();
        return common >= ALIKE * Math.max(one.size(), other.size());
    }

    private static Set<String> numbers(Set<String> stems) {
        return stems.stream()
                .filter(stem -> stem.codePoints().anyMatch(Character::isDigit))
                .collect(Collectors.toSet());
    }
}
