package app.aisha.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The arithmetic and the table; the benchmarks themselves never run in a build. */
class FiguresTest {

    @Test
    void aPercentileIsTheSmallestValueThatSoManyDoNotExceed() {
        var hundred = Sample.of(
                IntStream.rangeClosed(1, 100).mapToObj(i -> (double) (101 - i)).toList());

        assertThat(hundred.percentile(50)).isEqualTo(50);
        assertThat(hundred.percentile(99)).isEqualTo(99);
        assertThat(Sample.of(List.of(3.0, 1.0, 2.0)).median()).isEqualTo(2);
        assertThat(Sample.of(List.of(7.0)).percentile(99)).isEqualTo(7);
    }

    @Test
    void nothingMeasuredIsAnError() {
        assertThatThrownBy(() -> Sample.of(List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void columnsStandBelowEachOther() {
        var figures = new Figures("none", "", "per second");
        figures.row("Aisha", "1,234");

        assertThat(figures.text()).isEqualTo("|        per second |\n| Aisha       1,234 |\n");
    }
}
