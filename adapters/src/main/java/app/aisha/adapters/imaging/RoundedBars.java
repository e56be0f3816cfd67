package app.aisha.adapters.imaging;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Area;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RectangularShape;
import java.awt.geom.RoundRectangle2D;
import org.jfree.chart.renderer.xy.XYBarPainter;
import org.jfree.chart.renderer.xy.XYBarRenderer;
import org.jfree.chart.ui.RectangleEdge;

/** Bars of one colour with round shoulders, high enough to be seen however small their value is. */
record RoundedBars(Color color) implements XYBarPainter {

    private static final double RADIUS = 6;
    private static final double LOWEST = 4;

    @Override
    public void paintBar(
            Graphics2D canvas, XYBarRenderer renderer, int row, int column, RectangularShape bar, RectangleEdge base) {
        var height = Math.max(bar.getHeight(), LOWEST);
        var top = bar.getMaxY() - height;
        var round = Math.min(RADIUS, Math.min(bar.getWidth() / 2, height));
        var shape = new Area(
                new RoundRectangle2D.Double(bar.getX(), top, bar.getWidth(), height + round, 2 * round, 2 * round));
        shape.intersect(new Area(new Rectangle2D.Double(bar.getX(), top, bar.getWidth(), height)));
        canvas.setColor(color);
        canvas.fill(shape);
    }

    @Override
    public void paintBarShadow(
            Graphics2D canvas,
            XYBarRenderer renderer,
            int row,
            int column,
            RectangularShape bar,
            RectangleEdge base,
            boolean pegShadow) {}
}
