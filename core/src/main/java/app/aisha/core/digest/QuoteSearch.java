package app.aisha.core.digest;

import app.aisha.core.digest.Concordance.Range;
import app.aisha.core.digest.Stems.Stem;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Finds quotes in a transcript that were not copied to the letter: other endings, a word more or less, parts left out where the
 * quote says so. Numbers and negations have to be there.
 */
final class QuoteSearch {

    private static final Duration NEAR = Duration.ofSeconds(20);
    private static final double ENOUGH = 0.65;
    private static final int LONGEST_QUOTE = 60;
    private static final int LEFT_OUT = 40;
    private static final int MOST_TRIES = 600;
    private static final Pattern GAP = Pattern.compile("…|\\.{3}");
    private static final Pattern FRAME =
            Pattern.compile("\\[\\d{1,3}:\\d{2}(?::\\d{2})?]|^\\d{1,3}:\\d{2}:\\d{2}\\b|\\bS\\d+:");

    private final Concordance concordance;

    QuoteSearch(Concordance concordance) {
        this.concordance = concordance;
    }

    /** The number of the passage in which the quote begins: near the moment if it can be, else the best there is. */
    OptionalInt find(String quote, Optional<Duration> at) {
        var words = Stems.of(FRAME.matcher(quote).replaceAll(" ")).stream()
                .limit(LONGEST_QUOTE)
                .toList();
        if (words.isEmpty()) {
            return OptionalInt.empty();
        }
        var gaps = (int) GAP.matcher(quote.strip())
                .results()
                .filter(gap -> gap.start() > 0)
                .count();
        var wanted = new Wanted(words, words.size() / 2 + 2 + Math.min(3, gaps) * LEFT_OUT);
        var near = at.map(moment -> concordance.around(moment, NEAR)).orElse(Range.NONE);
        var focus = at.map(moment -> concordance.around(moment, Duration.ZERO))
                .filter(spoken -> !spoken.equals(Range.NONE))
                .orElse(near)
                .middle();
        var here = best(wanted, near, focus);
        if (here.isPresent() || wanted.isWeak()) {
            return here;
        }
        return best(wanted, concordance.whole(), focus);
    }

    /** Of places that fit equally well the one that is closest to the focus. */
    private OptionalInt best(Wanted wanted, Range within, int focus) {
        var tries = wanted.anchors(concordance).stream()
                .flatMap(index -> concordance.places(wanted.words().get(index).root()).stream()
                        .filter(within::has)
                        .map(place -> new Range(
                                place - index - wanted.slack(), place - index + wanted.length() + wanted.slack())))
                .distinct()
                .sorted(Comparator.comparingInt(window -> Math.abs(window.middle() - focus)))
                .limit(MOST_TRIES)
                .toList();
        var best = Match.NONE;
        for (var window : tries) {
            var match = match(wanted, cut(window));
            if (match.weight() > best.weight()) {
                best = match;
            }
        }
        return best.weight() >= ENOUGH * wanted.weight()
                ? OptionalInt.of(concordance.passageAt(best.first()))
                : OptionalInt.empty();
    }

    private Range cut(Range window) {
        return new Range(
                Math.max(0, window.from()), Math.min(concordance.whole().to(), window.to()));
    }

    /** The heaviest common subsequence of the quote and a part of the transcript. */
    private Match match(Wanted wanted, Range window) {
        if (wanted.words().stream().anyMatch(word -> word.exact() && !concordance.has(word.root(), window))) {
            return Match.NONE;
        }
        var width = window.to() - window.from();
        var row = new Match[width + 1];
        Arrays.fill(row, Match.NONE);
        for (var word : wanted.words()) {
            var diagonal = Match.NONE;
            for (var j = 1; j <= width; j++) {
                var above = row[j];
                var place = window.from() + j - 1;
                var best = above.orCloser(row[j - 1]);
                if (concordance.root(place).equals(word.root())) {
                    best = best.orCloser(diagonal.with(word, place));
                }
                row[j] = best;
                diagonal = above;
            }
        }
        var match = row[width];
        return match.telling() >= Math.min(2, wanted.telling()) && match.exact() == wanted.exact() ? match : Match.NONE;
    }

    /**
     * Common words so far.
     *
     * @param first where the first telling one stands, else the first
     */
    private record Match(int weight, int telling, int exact, int first) {

        static final Match NONE = new Match(0, 0, 0, -1);

        /** The heavier one; of equal ones that which begins later and so leaves less out. */
        Match orCloser(Match other) {
            var isHeavier = other.weight > weight || (other.weight == weight && other.first > first);
            return isHeavier ? other : this;
        }

        Match with(Stem word, int place) {
            var begins = first < 0 || (telling == 0 && word.telling());
            return new Match(
                    weight + word.weight(),
                    telling + (word.telling() ? 1 : 0),
                    exact + (word.exact() ? 1 : 0),
                    begins ? place : first);
        }
    }

    /**
     * What is looked for.
     *
     * @param slack how many words may be between its own
     */
    private record Wanted(List<Stem> words, int slack) {

        int length() {
            return words.size();
        }

        int weight() {
            return words.stream().mapToInt(Stem::weight).sum();
        }

        int telling() {
            return (int) words.stream().filter(Stem::telling).count();
        }

        int exact() {
            return (int) words.stream().filter(Stem::exact).count();
        }

        /** Words that are said in many places bear out nothing elsewhere. */
        boolean isWeak() {
            return telling() < 2;
        }

        /** The rarest words, so many that one of them has to be there. */
        List<Integer> anchors(Concordance concordance) {
            var some = isWeak() ? length() : (int) Math.ceil(telling() * (1 - ENOUGH)) + 1;
            return IntStream.range(0, length())
                    .boxed()
                    .filter(index -> isWeak() || words.get(index).telling())
                    .sorted(Comparator.comparingInt(
                            index -> concordance.places(words.get(index).root()).size()))
                    .limit(some)
                    .toList();
        }
    }
}
