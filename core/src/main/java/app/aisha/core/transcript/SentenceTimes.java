package app.aisha.core.transcript;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds out when each sentence of a clip was said, where the recogniser gave no times. Sentences take as much of the voiced
 * time as of the letters; their ends are moved to pauses nearby, to long ones rather than to short ones. On synthetic speech
 * in pieces of 45 s the starts are 0.3 s off on average (measured); over several minutes the method is worthless.
 */
final class SentenceTimes {

    private static final double REACH = 4;
    private static final double SECONDS_FOR_ONE = 1.5;
    private static final double LONGEST_THAT_COUNTS = 0.8;
    private static final double PRICE_OF_NO_PAUSE = 1.2;
    private static final double SPACE = 0.6;

    private final double length;
    private final List<Gap> gaps = new ArrayList<>();
    private final double first;
    private final double last;
    private final double voiced;

    /** A pause between words: where it is, and how much was said before it. */
    private record Gap(double start, double end, double saidBefore) {

        double worth() {
            return Math.min(end - start, LONGEST_THAT_COUNTS);
        }
    }

    private SentenceTimes(Duration clip, List<Stretch> pauses) {
        length = seconds(clip);
        var leading = 0.0;
        var trailing = length;
        var silent = 0.0;
        for (var pause : pauses) {
            var start = seconds(pause.start());
            var end = Math.min(length, seconds(pause.end()));
            if (start <= 0) {
                leading = end;
            } else if (end >= length) {
                trailing = start;
            } else {
                gaps.add(new Gap(start, end, start - leading - silent));
                silent += end - start;
            }
        }
        first = Math.min(leading, trailing);
        last = Math.max(leading, trailing);
        voiced = Math.max(0, last - first - silent);
    }

    /**
     * As many stretches as sentences, in order, none beginning before the one before has ended.
     *
     * @param pauses in the clip, in order
     */
    static List<Stretch> of(List<String> sentences, Duration clip, List<Stretch> pauses) {
        return new SentenceTimes(clip, pauses).stretches(sentences);
    }

    private List<Stretch> stretches(List<String> sentences) {
        var ends = shares(sentences);
        var chosen = nearestPauses(ends);
        var stretches = new ArrayList<Stretch>();
        var start = first;
        for (var k = 0; k < ends.length; k++) {
            var isLast = k == ends.length - 1;
            var gap = isLast || chosen[k] < 0 ? null : gaps.get(chosen[k]);
            var end = isLast ? last : gap != null ? gap.start() : between(ends, chosen, k);
            stretches.add(stretch(start, end));
            start = Math.max(start, gap != null ? gap.end() : end);
        }
        return stretches;
    }

    /** How much has been said at the end of each sentence, in seconds of voice. */
    private double[] shares(List<String> sentences) {
        var weights = sentences.stream().mapToDouble(SentenceTimes::weight).toArray();
        var total = Math.max(1, Arrays.stream(weights).sum());
        Arrays.parallelPrefix(weights, Double::sum);
        return Arrays.stream(weights).map(weight -> weight / total * voiced).toArray();
    }

    private static double weight(String sentence) {
        return sentence.codePoints()
                .mapToDouble(
                        letter -> Character.isLetterOrDigit(letter) ? 1 : Character.isWhitespace(letter) ? SPACE : 0)
                .sum();
    }

    /**
     * For each end but the last the number of the pause it is moved to, -1 for none: the cheapest choice in which the pauses
     * follow each other. The cost of having placed the first k ends with the last pause taken being j is built up end by end.
     */
    private int[] nearestPauses(double[] ends) {
        var inner = ends.length - 1;
        var cost = new double[inner + 1][gaps.size() + 1];
        var taken = new boolean[inner + 1][gaps.size() + 1];
        for (var k = 1; k <= inner; k++) {
            for (var j = 0; j <= gaps.size(); j++) {
                cost[k][j] = cost[k - 1][j] + PRICE_OF_NO_PAUSE;
                if (j > 0) {
                    choose(cost, taken, ends[k - 1], k, j);
                }
            }
        }
        return walkedBack(cost, taken, inner);
    }

    /** Rows hold the cheapest way that uses at most the first j pauses. */
    private void choose(double[][] cost, boolean[][] taken, double end, int k, int j) {
        var gap = gaps.get(j - 1);
        var away = Math.abs(gap.saidBefore() - end);
        var withIt = cost[k - 1][j - 1] + away / SECONDS_FOR_ONE - gap.worth();
        var best = Math.min(cost[k][j], cost[k][j - 1]);
        if (away <= REACH && withIt < best) {
            cost[k][j] = withIt;
            taken[k][j] = true;
        } else {
            cost[k][j] = best;
        }
    }

    private int[] walkedBack(double[][] cost, boolean[][] taken, int inner) {
        var chosen = new int[inner];
        var j = gaps.size();
        for (var k = inner; k > 0; k--) {
            while (j > 0 && !taken[k][j] && cost[k][j] == cost[k][j - 1]) {
                j--;
            }
            chosen[k - 1] = taken[k][j] ? j - 1 : -1;
            j = taken[k][j] ? j - 1 : j;
        }
        return chosen;
    }

    /** An end without a pause lies between its neighbours as its share says. */
    private double between(double[] ends, int[] chosen, int k) {
        var before = k - 1;
        while (before >= 0 && chosen[before] < 0) {
            before--;
        }
        var after = k + 1;
        while (after < chosen.length && chosen[after] < 0) {
            after++;
        }
        var saidBefore = before < 0 ? 0 : gaps.get(chosen[before]).saidBefore();
        var saidAfter = after < chosen.length ? gaps.get(chosen[after]).saidBefore() : voiced;
        var shareBefore = before < 0 ? 0 : ends[before];
        var shareAfter = after < chosen.length ? ends[after] : voiced;
        var part = shareAfter > shareBefore ? (ends[k] - shareBefore) / (shareAfter - shareBefore) : 0;
        return momentAfter(saidBefore + part * (saidAfter - saidBefore));
    }

    /** When so much has been said. */
    private double momentAfter(double said) {
        var moment = first + said;
        for (var gap : gaps) {
            if (gap.saidBefore() >= said) {
                break;
            }
            moment += gap.end() - gap.start();
        }
        return Math.min(moment, last);
    }

    private Stretch stretch(double start, double end) {
        var from = Math.clamp(start, 0, length);
        return new Stretch(duration(from), duration(Math.clamp(end, from, Math.max(from, length))));
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }

    private static Duration duration(double seconds) {
        return Duration.ofMillis(Math.round(seconds * 1000));
    }
}
