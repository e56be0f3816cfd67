package app.aisha.bench;

import java.util.Collection;

/** Measured values. */
record Sample(double[] sorted) {

    static Sample of(Collection<Double> values) {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("Nothing was measured");
        }
        return new Sample(
                values.stream().mapToDouble(Double::doubleValue).sorted().toArray());
    }

    double median() {
        return percentile(50);
    }

    /** The smallest value that at least so many percent of the values do not exceed. */
    double percentile(int percent) {
        var rank = (int) Math.ceil(percent / 100.0 * sorted.length);
        return sorted[Math.max(0, rank - 1)];
    }
}
