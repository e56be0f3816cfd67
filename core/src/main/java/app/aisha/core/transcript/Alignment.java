package app.aisha.core.transcript;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * Finds out which sentences were said in which bursts of voice; a burst is what is heard between two pauses. Of all ways to
 * share the sentences out in order the cheapest is taken (dynamic programming). A price is paid for sentences that last
 * longer or shorter than is expected of them, for a pause within a sentence, the more the longer it is, for the end of a
 * sentence without a pause, and for a burst that is no sentence: a cough, or a word the recogniser left out.
 */
final class Alignment {

    /** Standard deviations: of a sentence, of all that is said in one go, both as shares, and of any in seconds. */
    private static final double SENTENCE_VARIES = 0.15;

    private static final double SPEED_VARIES = 0.08;
    private static final double EDGES_VARY = 0.2;

    private static final double NO_PAUSE = 0.8;
    private static final double FIRST_SECOND_OF_PAUSE = 3;
    private static final double LATER_SECOND_OF_PAUSE = 1.5;
    private static final double NO_SENTENCE = 3;
    private static final double SECOND_OF_NO_SENTENCE = 2;

    /** More sentences or bursts are one run only where that run is everything: the work grows with the square of this. */
    private static final int LONGEST = 16;

    private final double[] expected;
    private final double[] variances;
    private final double[] voiced;
    private final double[] pausing;
    private final double[][] cost;
    private final Run[][] last;

    /** The sentences said in these bursts; none where a burst is no sentence. Numbers of first and, exclusive, last. */
    record Run(int sentence, int sentenceEnd, int burst, int burstEnd) {}

    private Alignment(double[] sentences, double[] bursts, double[] pauses) {
        expected = sums(sentences, seconds -> seconds);
        variances = sums(sentences, seconds -> square(SENTENCE_VARIES * seconds));
        voiced = sums(bursts, seconds -> seconds);
        pausing = sums(pauses, Alignment::priceWithin);
        cost = new double[sentences.length + 1][bursts.length + 1];
        last = new Run[sentences.length + 1][bursts.length + 1];
    }

    /**
     * Runs that follow each other and hold all sentences and all bursts.
     *
     * @param sentences how many seconds of voice are to be expected of each
     * @param bursts how many seconds of voice there are; one or more
     * @param pauses how many seconds lie between the bursts
     */
    static List<Run> of(double[] sentences, double[] bursts, double[] pauses) {
        var alignment = new Alignment(sentences, bursts, pauses);
        alignment.findCheapest(sentences.length, bursts.length);
        return alignment.walkedBack(sentences.length, bursts.length);
    }

    /** The cheapest way to the end of so many sentences and bursts consists of its last run and the cheapest way there. */
    private void findCheapest(int sentences, int bursts) {
        for (var row : cost) {
            Arrays.fill(row, Double.POSITIVE_INFINITY);
        }
        cost[0][0] = 0;
        for (var sentenceEnd = 0; sentenceEnd <= sentences; sentenceEnd++) {
            for (var burstEnd = 1; burstEnd <= bursts; burstEnd++) {
                for (var burst = burstEnd - 1; burst >= Math.max(0, burstEnd - LONGEST); burst--) {
                    for (var sentence = Math.max(0, sentenceEnd - LONGEST); sentence < sentenceEnd; sentence++) {
                        offer(sentence, sentenceEnd, burst, burstEnd);
                    }
                }
                offer(sentenceEnd, sentenceEnd, burstEnd - 1, burstEnd);
            }
        }
        offer(0, sentences, 0, bursts);
    }

    private void offer(int sentence, int sentenceEnd, int burst, int burstEnd) {
        var seconds = voiced[burstEnd] - voiced[burst];
        var price = sentence == sentenceEnd
                ? NO_SENTENCE + SECOND_OF_NO_SENTENCE * seconds
                : surprise(sentence, sentenceEnd, seconds)
                        + NO_PAUSE * (sentenceEnd - sentence - 1)
                        + pausing[burstEnd - 1]
                        - pausing[burst];
        if (cost[sentence][burst] + price < cost[sentenceEnd][burstEnd]) {
            cost[sentenceEnd][burstEnd] = cost[sentence][burst] + price;
            last[sentenceEnd][burstEnd] = new Run(sentence, sentenceEnd, burst, burstEnd);
        }
    }

    /** How unlikely it is that these sentences last so long, as the logarithm of a normal distribution. */
    private double surprise(int sentence, int sentenceEnd, double seconds) {
        var usual = expected[sentenceEnd] - expected[sentence];
        var variance = variances[sentenceEnd] - variances[sentence] + square(SPEED_VARIES * usual) + square(EDGES_VARY);
        return square(seconds - usual) / (2 * variance);
    }

    private static double priceWithin(double pause) {
        return FIRST_SECOND_OF_PAUSE * Math.min(pause, 1) + LATER_SECOND_OF_PAUSE * Math.max(0, pause - 1);
    }

    private List<Run> walkedBack(int sentences, int bursts) {
        var runs = new ArrayList<Run>();
        for (var run = last[sentences][bursts]; run != null; run = last[run.sentence][run.burst]) {
            runs.addFirst(run);
        }
        return runs;
    }

    /** Of the first so many. */
    private static double[] sums(double[] parts, DoubleUnaryOperator worth) {
        var sums = new double[parts.length + 1];
        for (var i = 0; i < parts.length; i++) {
            sums[i + 1] = sums[i] + worth.applyAsDouble(parts[i]);
        }
        return sums;
    }

    private static double square(double number) {
        return number * number;
    }
}
