package app.aisha.bench;

import java.util.Collection;
import java.util.List;

/**
 * Measured values.
 *
 * @param sorted the smallest first
 */
record Sample(List<Double> sorted) {

    Sample {
        sorted = sorted.stream().sorted().toList();
    }

    static Sample of(Collection<Double> values) {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("Nothing was measured");
        }
        return new Sample(List.copyOf(values));
    }

    double median() {
        return percentile(50);
    }

    /** The smallest value that at least so many percent of the values do not exceed. */
    double percentile(int percent) {
        var rank = (int) Math.ceil(percent / 100.0 * sorted.size());
        return sorted.get(Math.max(0, rank - 1));
    }
}
