package app.aisha.core.transcript;

import java.util.List;
import java.util.Optional;

/**
 * Where two texts are to be cut, of which the end of the first and the beginning of the second were heard twice.
 *
 * <p>The repetition is the longest common run of at least two words between the last 30 words of the first and the first 30
 * of the second. It has to begin within the first four words of the second and to end within the last four of the first,
 * because at its edge a clip is often heard wrongly; what lies between the run and the edge is taken from the other text.
 *
 * @param endOfBefore where the first text ends
 * @param word what stands behind it, as the second text heard it
 * @param startOfAfter where the second text begins
 */
record Seam(int endOfBefore, String word, int startOfAfter) {

    private static final int REACH = 30;
    private static final int EDGE = 4;
    private static final int SHORTEST = 2;

    static Seam of(String before, String after) {
        var first = HeardWord.all(before);
        var second = HeardWord.all(after);
        var run = longestRun(first, second);
        if (run.isEmpty()) {
            return new Seam(before.length(), "", 0);
        }
        var nothingNew = run.get().inSecond + run.get().length == second.size();
        return nothingNew ? new Seam(before.length(), "", after.length()) : sewn(after, first, second, run.get());
    }

    /** The last word of the run is taken from the second text, which heard how the sentence goes on. */
    private static Seam sewn(String after, List<HeardWord> first, List<HeardWord> second, Run run) {
        var lastInFirst = first.get(run.inFirst + run.length - 1);
        var lastInSecond = second.get(run.inSecond + run.length - 1);
        return new Seam(
                lastInFirst.start(), after.substring(lastInSecond.start(), lastInSecond.end()), lastInSecond.end());
    }

    private static Optional<Run> longestRun(List<HeardWord> first, List<HeardWord> second) {
        var best = new Run(0, 0, SHORTEST - 1);
        for (var i = Math.max(0, first.size() - REACH); i < first.size(); i++) {
            for (var j = 0; j < Math.min(EDGE, second.size()); j++) {
                var run = new Run(i, j, commonFrom(first, i, second, j));
                var wordsAfter = first.size() - i - run.length;
                if (run.length >= Math.max(SHORTEST, best.length) && wordsAfter <= EDGE) {
                    best = run;
                }
            }
        }
        return best.length >= SHORTEST ? Optional.of(best) : Optional.empty();
    }

    private static int commonFrom(List<HeardWord> first, int i, List<HeardWord> second, int j) {
        var length = 0;
        while (length < REACH
                && i + length < first.size()
                && j + length < second.size()
                && first.get(i + length).soundsLike(second.get(j + length))) {
            length++;
        }
        return length;
    }

    private record Run(int inFirst, int inSecond, int length) {}
}
