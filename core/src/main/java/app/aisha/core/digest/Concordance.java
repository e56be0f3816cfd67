package app.aisha.core.digest;

import app.aisha.core.digest.Stems.Stem;
import app.aisha.core.transcript.Passage;
import app.aisha.core.transcript.Stretch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Every word of a transcript with the places where it stands. A place is the number of a word, counted from 0. */
final class Concordance {

    /** How many neighbours count as near where there are no times. */
    private static final int NEIGHBOURS = 2;

    private static final int FAMILY = 5;

    private final List<Passage> passages;
    private final List<Stem> words = new ArrayList<>();
    private final Map<String, List<Integer>> places = new HashMap<>();
    /** Where each passage begins; one more for the end. */
    private final int[] begins;

    Concordance(List<Passage> passages) {
        this.passages = passages;
        this.begins = new int[passages.size() + 1];
        for (var i = 0; i < passages.size(); i++) {
            begins[i] = words.size();
            for (var stem : Stems.of(passages.get(i).text())) {
                places.computeIfAbsent(stem.root(), _ -> new ArrayList<>()).add(words.size());
                words.add(stem);
            }
        }
        begins[passages.size()] = words.size();
    }

    /**
     * Neighbouring words.
     *
     * @param to behind the last one
     */
    record Range(int from, int to) {

        static final Range NONE = new Range(0, 0);

        boolean has(int place) {
            return place >= from && place < to;
        }

        int middle() {
            return (from + to) / 2;
        }
    }

    Range whole() {
        return new Range(0, words.size());
    }

    String root(int place) {
        return words.get(place).root();
    }

    /** In their order. */
    List<Integer> places(String root) {
        return places.getOrDefault(root, List.of());
    }

    boolean has(String root, Range range) {
        var all = places(root);
        var low = 0;
        var high = all.size();
        while (low < high) {
            var middle = (low + high) / 2;
            if (all.get(middle) < range.from()) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low < all.size() && range.has(all.get(low));
    }

    /** Whether this or a word stands there that begins the same, as words of one family do. */
    boolean hasAlike(String root, Range range) {
        return has(root, range)
                || words.subList(range.from(), range.to()).stream()
                        .anyMatch(word -> word.telling() && !word.exact() && isOfOneFamily(word.root(), root));
    }

    private static boolean isOfOneFamily(String one, String other) {
        var shortest = Math.min(one.length(), other.length());
        return shortest >= FAMILY - 1 && one.regionMatches(0, other, 0, Math.min(FAMILY, shortest));
    }

    Passage passage(int number) {
        return passages.get(number);
    }

    /** The number of the passage in which a word stands. */
    int passageAt(int place) {
        var low = 0;
        var high = passages.size() - 1;
        while (low < high) {
            var middle = (low + high + 1) / 2;
            if (begins[middle] <= place) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    /** What is heard this close to a moment. */
    Range around(Duration moment, Duration reach) {
        var first = -1;
        var last = -1;
        for (var i = 0; i < passages.size(); i++) {
            if (isWithin(passages.get(i), moment.minus(reach), moment.plus(reach))) {
                first = first < 0 ? i : first;
                last = i;
            }
        }
        return first < 0 ? Range.NONE : new Range(begins[first], begins[last + 1]);
    }

    /** What is heard this close to a passage, its direct neighbours in any case. */
    Range around(int passage, Duration reach) {
        var place = passages.get(passage).place().orElse(null);
        if (place == null) {
            return between(passage - NEIGHBOURS, passage + NEIGHBOURS);
        }
        var first = passage;
        while (first > 0 && isNear(passages.get(first - 1), place, reach)) {
            first--;
        }
        var last = passage;
        while (last < passages.size() - 1 && isNear(passages.get(last + 1), place, reach)) {
            last++;
        }
        return between(Math.min(first, passage - 1), Math.max(last, passage + 1));
    }

    private Range between(int first, int last) {
        return new Range(begins[Math.max(0, first)], begins[Math.min(passages.size() - 1, last) + 1]);
    }

    private static boolean isNear(Passage passage, Stretch place, Duration reach) {
        return isWithin(passage, place.start().minus(reach), place.end().plus(reach));
    }

    private static boolean isWithin(Passage passage, Duration from, Duration to) {
        return passage.place()
                .filter(place ->
                        place.end().compareTo(from) >= 0 && place.start().compareTo(to) <= 0)
                .isPresent();
    }
}
