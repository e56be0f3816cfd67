package app.aisha.adapters.imaging;

import app.aisha.core.account.Language;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;

/** Few round ticks from zero up to the first one that is not below the highest value. */
record ValueScale(double step, double top) {

    private static final int MOST_STEPS = 4;
    private static final double LONGEST_PLAIN_NUMBER = 10_000;

    static ValueScale upTo(long highest) {
        var atLeast = Math.max(1, (double) highest / MOST_STEPS);
        var power = Math.pow(10, Math.floor(Math.log10(atLeast)));
        var step = 10 * power;
        for (var factor : new int[] {5, 2, 1}) {
            if (factor * power >= atLeast) {
                step = factor * power;
            }
        }
        return new ValueScale(step, step * Math.max(1, Math.ceil(highest / step)));
    }

    /** As the language writes it, large numbers in its short form. */
    String label(double tick, Language language) {
        var format = top < LONGEST_PLAIN_NUMBER
                ? NumberFormat.getIntegerInstance(language.locale())
                : NumberFormat.getCompactNumberInstance(language.locale(), NumberFormat.Style.SHORT);
        format.setMaximumFractionDigits(1);
        return format.format(tick);
    }

    List<String> labels(Language language) {
        var labels = new ArrayList<String>();
        for (var tick = 0; tick * step <= top; tick++) {
            labels.add(label(tick * step, language));
        }
        return labels;
    }
}
