package app.aisha.adapters.imaging;

import app.aisha.bot.profile.ChartPainter.Bar;
import app.aisha.core.account.Language;
import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.axis.AxisSpace;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYBarRenderer;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.DefaultXYDataset;
import org.jfree.data.xy.XYBarDataset;

/** The bars of one panel between their axes. A day stands at its distance from the last one, which is at zero. */
final class PanelPlot {

    private static final int FEWEST_SLOTS = 7;
    private static final int DAYS_OF_WEEK = 7;
    private static final double GAP_BESIDE_VALUES = 12;
    private static final double GAP_BETWEEN_BARS = 0.3;
    private static final double GAP_BETWEEN_LABELS = 24;
    private static final double ROOM_FOR_DAYS = 46;

    private final List<Bar> bars;
    private final ValueScale scale;
    private final Language language;
    private final Font font;
    private final Wording wording;

    PanelPlot(List<Bar> bars, Language language, Font font) {
        this.bars = bars;
        this.scale = ValueScale.upTo(bars.stream().mapToLong(Bar::value).max().orElse(0));
        this.language = language;
        this.font = font;
        this.wording = new Wording(font);
    }

    /** How wide the numbers of the value axis are. */
    double roomForValues() {
        return scale.labels(language).stream().mapToDouble(wording::width).max().orElse(0);
    }

    /** With so much room left of the bars, that those of several panels stand below each other. */
    void draw(Graphics2D canvas, Rectangle2D area, double roomForValues) {
        var left = roomForValues + GAP_BESIDE_VALUES;
        var plot = new XYPlot(days(), dayAxis(area.getWidth() - left), valueAxis(), renderer());
        plot.setBackgroundPaint(null);
        plot.setOutlineVisible(false);
        plot.setInsets(RectangleInsets.ZERO_INSETS);
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlinePaint(Look.GRID);
        plot.setRangeGridlineStroke(new BasicStroke(2));
        var below = new AxisSpace();
        below.setBottom(ROOM_FOR_DAYS);
        plot.setFixedDomainAxisSpace(below);
        var beside = new AxisSpace();
        beside.setLeft(left);
        plot.setFixedRangeAxisSpace(beside);
        plot.draw(canvas, area, null, null, null);
    }

    private XYBarDataset days() {
        var points = new double[2][bars.size()];
        for (var i = 0; i < bars.size(); i++) {
            points[0][i] = i - (bars.size() - 1.0);
            points[1][i] = bars.get(i).value() == 0 ? Double.NaN : bars.get(i).value();
        }
        var days = new DefaultXYDataset();
        days.addSeries("days", points);
        return new XYBarDataset(days, 1);
    }

    private NumberAxis dayAxis(double width) {
        var slots = Math.max(bars.size(), FEWEST_SLOTS);
        var spare = (slots - bars.size()) / 2.0;
        var axis = quiet(new NumberAxis());
        axis.setRange(0.5 - bars.size() - spare, 0.5 + spare);
        axis.setAxisLinePaint(Look.BASELINE);
        axis.setAxisLineStroke(new BasicStroke(3));
        axis.setTickLabelInsets(new RectangleInsets(12, 0, 0, 0));
        axis.setTickUnit(new DayTicks(daysBetweenLabels(width / slots)));
        return axis;
    }

    private int daysBetweenLabels(double slot) {
        var widest = bars.stream()
                .mapToDouble(bar -> wording.width(dayLabel(bar)))
                .max()
                .orElse(0);
        var fitting = (int) Math.ceil((widest + GAP_BETWEEN_LABELS) / slot);
        return fitting <= 2 ? fitting : Math.ceilDiv(fitting, DAYS_OF_WEEK) * DAYS_OF_WEEK;
    }

    private String dayLabel(Bar bar) {
        return wording.fit(bar.label(), Look.WIDEST_DAY);
    }

    private NumberAxis valueAxis() {
        var axis = quiet(new NumberAxis());
        axis.setRange(0, scale.top());
        axis.setAxisLineVisible(false);
        axis.setTickLabelInsets(new RectangleInsets(0, GAP_BESIDE_VALUES, 0, 0));
        axis.setTickUnit(new ValueTicks());
        return axis;
    }

    private NumberAxis quiet(NumberAxis axis) {
        axis.setTickLabelFont(font);
        axis.setTickLabelPaint(Look.PALE_INK);
        axis.setTickMarksVisible(false);
        return axis;
    }

    private static XYBarRenderer renderer() {
        var renderer = new XYBarRenderer(GAP_BETWEEN_BARS);
        renderer.setBarPainter(new RoundedBars(Look.BAR));
        renderer.setShadowVisible(false);
        return renderer;
    }

    private final class DayTicks extends NumberTickUnit {

        DayTicks(int days) {
            super(days);
        }

        @Override
        public String valueToString(double daysFromLast) {
            var index = bars.size() - 1 + (int) daysFromLast;
            return index >= 0 && index < bars.size() ? dayLabel(bars.get(index)) : "";
        }
    }

    private final class ValueTicks extends NumberTickUnit {

        ValueTicks() {
            super(scale.step());
        }

        @Override
        public String valueToString(double value) {
            return scale.label(value, language);
        }
    }
}
