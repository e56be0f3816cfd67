package app.aisha.adapters.imaging;

import app.aisha.bot.profile.ChartPainter;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Semaphore;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Draws with JFreeChart and DejaVu Sans. As many pictures are in work at once as there are processors. */
public final class JFreeChartPainter implements ChartPainter {

    private static final Map<RenderingHints.Key, Object> SMOOTH = Map.of(
            RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON,
            RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON,
            RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);

    private final DejaVuSans font;
    private final Semaphore places = new Semaphore(Runtime.getRuntime().availableProcessors(), true);

    /**
     * With a folder for the unpacked font, which several processes may share. It has to stay as long as the process,
     * because AWT reads a font again and again.
     */
    public JFreeChartPainter(Path cache) throws IOException {
        this.font = DejaVuSans.unpack(cache);
    }

    @Override
    public byte[] paint(Chart chart) {
        places.acquireUninterruptibly();
        try {
            return png(Look.PALETTE.reduce(draw(chart)));
        } finally {
            places.release();
        }
    }

    private BufferedImage draw(Chart chart) {
        var height = Look.HEAD + chart.panels().size() * Look.PANEL + Look.FOOT;
        var picture = new BufferedImage(Look.WIDTH, height, BufferedImage.TYPE_INT_RGB);
        var canvas = picture.createGraphics();
        try {
            canvas.addRenderingHints(SMOOTH);
            canvas.setColor(Look.PAPER);
            canvas.fillRect(0, 0, Look.WIDTH, height);
            write(canvas, chart.title(), font.bold(Look.TITLE), Look.INK, 72);
            drawPanels(canvas, chart);
            return picture;
        } finally {
            canvas.dispose();
        }
    }

    private void drawPanels(Graphics2D canvas, Chart chart) {
        var labels = font.regular(Look.LABEL);
        var plots = chart.panels().stream()
                .map(panel -> new PanelPlot(panel.bars(), chart.language(), labels))
                .toList();
        var roomForValues =
                plots.stream().mapToDouble(PanelPlot::roomForValues).max().orElse(0);
        for (var i = 0; i < plots.size(); i++) {
            var top = Look.HEAD + i * Look.PANEL;
            write(canvas, chart.panels().get(i).title(), font.bold(Look.PANEL_TITLE), Look.INK, top + 30);
            var width = Look.WIDTH - Look.MARGIN - Look.WIDEST_DAY / 2.0;
            var area = new Rectangle2D.Double(Look.MARGIN, top + 60, width, Look.PANEL - 84);
            plots.get(i).draw(canvas, area, roomForValues);
        }
    }

    private static void write(Graphics2D canvas, String text, Font font, Color color, int baseline) {
        canvas.setFont(font);
        canvas.setColor(color);
        canvas.drawString(new Wording(font).fit(text, Look.WIDTH - 2 * Look.MARGIN), Look.MARGIN, baseline);
    }

    private static byte[] png(BufferedImage picture) {
        var bytes = new ByteArrayOutputStream();
        try (var output = new MemoryCacheImageOutputStream(bytes)) {
            ImageIO.write(picture, "png", output);
        } catch (IOException e) {
            throw new UncheckedIOException("Memory does not fail", e);
        }
        return bytes.toByteArray();
    }
}
