package app.aisha.adapters.imaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.aisha.bot.profile.ChartPainter;
import app.aisha.bot.profile.ChartPainter.Bar;
import app.aisha.bot.profile.ChartPainter.Chart;
import app.aisha.bot.profile.ChartPainter.Panel;
import app.aisha.core.account.Language;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JFreeChartPainterTest {

    private static ChartPainter painter;

    @BeforeAll
    static void open(@TempDir Path cache) throws IOException {
        painter = new JFreeChartPainter(cache);
    }

    @ParameterizedTest
    @CsvSource({"1, 408", "2, 698", "3, 988", "4, 1278"})
    void isAPngOfThePromisedSize(int panels, int height) throws IOException {
        var png = painter.paint(
                new Chart(Language.RU, "Итоги", Collections.nCopies(panels, new Panel("Минуты", month(0)))));
        assertThat(png).startsWith(0x89, 'P', 'N', 'G');
        var image = Picture.of(png).image();
        assertThat(image.getWidth()).isEqualTo(1080);
        assertThat(image.getHeight()).isEqualTo(height);
    }

    @Test
    void noDayMeansNoBar() throws IOException {
        var picture = Picture.of(paint(month(0)));
        assertThat(picture.columnsWith(Look.BAR)).isEmpty();
        assertThat(picture.columnsWith(Look.BASELINE)).hasSizeGreaterThan(900);
    }

    @Test
    void aBarStandsAtItsDay() throws IOException {
        var columns = new ArrayList<Integer>();
        for (var day = 0; day < 30; day++) {
            var bars = month(0);
            bars.set(day, new Bar("25.11", 7));
            var bar = Picture.of(paint(bars)).columnsWith(Look.BAR);
            assertThat(bar).hasSizeBetween(18, 24);
            columns.add(bar.getFirst());
        }
        assertThat(columns).isSorted().doesNotHaveDuplicates();
        assertThat(columns.getFirst()).isBetween(70, 110);
        assertThat(columns.getLast()).isBetween(980, 1020);
    }

    @Test
    void aBarIsAsHighAsItsValue() throws IOException {
        var picture = Picture.of(paint(bars(5, 10, 20)));
        var bars = picture.columnsWith(Look.BAR);
        var width = bars.size() / 3;
        var low = picture.height(bars.get(width / 2), Look.BAR);
        assertThat(low).isGreaterThan(30);
        assertThat(picture.height(bars.get(width + width / 2), Look.BAR)).isCloseTo(2 * low, within(3));
        assertThat(picture.height(bars.get(2 * width + width / 2), Look.BAR)).isCloseTo(4 * low, within(4));
    }

    @Test
    void theSmallestValueIsSeenBesideTheLargest() throws IOException {
        var picture = Picture.of(paint(bars(1, 0, Long.MAX_VALUE)));
        var bars = picture.columnsWith(Look.BAR);
        var width = bars.size() / 2;
        assertThat(bars.get(width) - bars.get(width - 1)).isGreaterThan(width);
        assertThat(picture.height(bars.get(width / 2), Look.BAR)).isBetween(2, 4);
        assertThat(picture.height(bars.get(width + width / 2), Look.BAR)).isGreaterThan(100);
    }

    @Test
    void oneDayIsABarInTheMiddle() throws IOException {
        var picture = Picture.of(paint(bars(3)));
        var bar = picture.columnsWith(Look.BAR);
        assertThat(bar).hasSizeBetween(60, 120);
        assertThat((bar.getFirst() + bar.getLast()) / 2).isBetween(500, 600);
    }

    @Test
    void manyDaysFitTheWidth() throws IOException {
        var year = Picture.of(paint(Collections.nCopies(2000, new Bar("25.11", 4))));
        assertThat(year.image().getWidth()).isEqualTo(1080);
        assertThat(year.columnsWith(Look.PAPER)).hasSize(1080);
    }

    @Test
    void everyLetterHasItsOwnShape() {
        var letters = "АБЖЙЩЯ";
        var pictures = letters.chars()
                .mapToObj(letter -> Arrays.hashCode(painter.paint(chart(Character.toString(letter), "", bars(1)))))
                .toList();
        assertThat(pictures).doesNotHaveDuplicates();
    }

    @Test
    void longTextStaysInside() throws IOException {
        var endless = "Ж".repeat(10_000);
        var bars = Collections.nCopies(30, new Bar(endless, 1));
        var picture = Picture.of(painter.paint(chart(endless, endless, bars)));
        assertThat(picture.columnsWith(Look.INK)).allMatch(x -> x >= Look.MARGIN && x < 1080 - Look.MARGIN);
        assertThat(picture.columnsWith(Look.PALE_INK)).isNotEmpty().allMatch(x -> x < 1076);
    }

    @Test
    void aFullPictureIsLight() {
        var panels = IntStream.range(0, 4)
                .mapToObj(panel -> new Panel("Минуты звука: 1 204", month(panel + 3)))
                .toList();
        assertThat(painter.paint(new Chart(Language.RU, "Ваши последние 30 дней", panels)))
                .hasSizeBetween(5_000, 60_000);
    }

    @Test
    void threadsDoNotDisturbEachOther() throws InterruptedException, ExecutionException {
        var charts = IntStream.range(1, 9)
                .mapToObj(i -> chart("Итоги " + i, "Минуты", month(i)))
                .toList();
        var alone = charts.stream().map(painter::paint).toList();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var together = threads.invokeAll(charts.stream()
                    .map(chart -> (Callable<byte[]>) () -> painter.paint(chart))
                    .toList());
            for (var i = 0; i < alone.size(); i++) {
                assertThat(together.get(i).get()).isEqualTo(alone.get(i));
            }
        }
    }

    private static byte[] paint(List<Bar> bars) {
        return painter.paint(chart("Итоги", "Минуты", bars));
    }

    private static Chart chart(String title, String panel, List<Bar> bars) {
        return new Chart(Language.RU, title, List.of(new Panel(panel, bars)));
    }

    private static List<Bar> bars(long... values) {
        return LongStream.of(values).mapToObj(value -> new Bar("25.11", value)).toList();
    }

    private static List<Bar> month(long factor) {
        return new ArrayList<>(IntStream.rangeClosed(1, 30)
                .mapToObj(day -> new Bar("%02d.11".formatted(day), factor * (day % 9)))
                .toList());
    }
}
