package app.aisha.adapters.photos;

import app.aisha.core.picture.ContactSheets;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import javax.imageio.ImageIO;

/**
 * Draws sheets of up to three columns with the JDK. A sheet needs at most 8 MB of heap, whatever the thumbnails
 * are: larger ones than ours are read coarsely, and what cannot be read is an empty place. As many are in work at once as there
 * are processors. A sheet says of itself where its pictures come from, as each of them does.
 */
public final class ImageIoContactSheets implements ContactSheets {

    private static final int CELL = 320;
    private static final int GAP = 8;
    private static final float LETTERS = 30;
    private static final int BADGE = 52;
    private static final Color PAPER = new Color(0x1c1c1e);
    private static final Color EMPTY = new Color(0x3a3a3c);
    private static final Color PLATE = new Color(0, 0, 0, 176);
    private static final Color CHOSEN = new Color(0x30a14e);
    private static final Color STAR = new Color(0xffc83d);
    private static final Map<RenderingHints.Key, Object> SMOOTH = Map.of(
            RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON,
            RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC,
            RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);

    private final Font font;
    private final Semaphore places = new Semaphore(Runtime.getRuntime().availableProcessors(), true);

    /** With the font of the numbers, in any size. */
    public ImageIoContactSheets(Font font) {
        this.font = font.deriveFont(LETTERS);
    }

    @Override
    public void draw(List<Frame> frames, Path target) {
        if (frames.isEmpty() || frames.size() > MOST) {
            throw new IllegalArgumentException("A sheet of " + frames.size());
        }
        places.acquireUninterruptibly();
        try {
            LabelledPicture.writeDrawing(sheet(frames), target);
        } catch (IOException e) {
            throw new UncheckedIOException("A contact sheet cannot be written", e);
        } finally {
            places.release();
        }
    }

    private BufferedImage sheet(List<Frame> frames) {
        var columns = columns(frames.size());
        var rows = Math.ceilDiv(frames.size(), columns);
        var sheet = new BufferedImage(length(columns), length(rows), BufferedImage.TYPE_INT_RGB);
        var canvas = sheet.createGraphics();
        try {
            canvas.addRenderingHints(SMOOTH);
            canvas.setColor(PAPER);
            canvas.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
            for (var i = 0; i < frames.size(); i++) {
                var left = GAP + i % columns * (CELL + GAP);
                var top = GAP + i / columns * (CELL + GAP);
                var cell = (Graphics2D) canvas.create(left, top, CELL, CELL);
                draw(frames.get(i), cell);
                cell.dispose();
            }
            return sheet;
        } finally {
            canvas.dispose();
        }
    }

    private static int columns(int frames) {
        return switch (frames) {
            case 1 -> 1;
            case 2, 4 -> 2;
            default -> 3;
        };
    }

    private static int length(int cells) {
        return GAP + cells * (CELL + GAP);
    }

    private void draw(Frame frame, Graphics2D cell) {
        frame.thumbnail().flatMap(ImageIoContactSheets::read).ifPresentOrElse(picture -> fit(picture, cell), () -> {
            cell.setColor(EMPTY);
            cell.fillRect(0, 0, CELL, CELL);
        });
        switch (frame.mark()) {
            case NONE -> {}
            case FAVOURITE -> star(cell);
            case CHOSEN -> tick(cell);
        }
        number(frame.number(), cell);
    }

    /** Whole, in the middle. */
    private static void fit(BufferedImage picture, Graphics2D cell) {
        var scale = (double) CELL / Math.max(picture.getWidth(), picture.getHeight());
        var width = Math.max(1, (int) Math.round(picture.getWidth() * scale));
        var height = Math.max(1, (int) Math.round(picture.getHeight() * scale));
        cell.drawImage(picture, (CELL - width) / 2, (CELL - height) / 2, width, height, null);
    }

    private static Optional<BufferedImage> read(Path thumbnail) {
        try (var input = ImageIO.createImageInputStream(thumbnail.toFile())) {
            var readers = ImageIO.getImageReadersByFormatName("jpeg");
            if (input == null || !readers.hasNext()) {
                return Optional.empty();
            }
            var reader = readers.next();
            try {
                reader.setInput(input, true, true);
                var step = Math.ceilDiv(Math.max(reader.getWidth(0), reader.getHeight(0)), 2 * CELL);
                var wishes = reader.getDefaultReadParam();
                wishes.setSourceSubsampling(step, step, 0, 0);
                return Optional.of(reader.read(0, wishes));
            } finally {
                reader.dispose();
            }
        } catch (IOException | IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private void number(int number, Graphics2D cell) {
        var letters = String.valueOf(number);
        cell.setFont(font);
        var width = cell.getFontMetrics().stringWidth(letters);
        var plate = Math.max(BADGE, width + 24);
        cell.setColor(PLATE);
        cell.fill(new RoundRectangle2D.Float(8, 8, plate, BADGE, BADGE, BADGE));
        cell.setColor(Color.WHITE);
        var metrics = cell.getFontMetrics();
        cell.drawString(
                letters,
                8 + (plate - width) / 2f,
                8 + (BADGE - metrics.getAscent() - metrics.getDescent()) / 2f + metrics.getAscent());
    }

    private static void star(Graphics2D cell) {
        var star = new Path2D.Double();
        var middle = CELL - 8 - BADGE / 2d;
        for (var i = 0; i < 10; i++) {
            var angle = Math.PI * (i / 5d - 0.5);
            var radius = BADGE / 2d * (i % 2 == 0 ? 0.75 : 0.32);
            var x = middle + radius * Math.cos(angle);
            var y = 8 + BADGE / 2d + radius * Math.sin(angle);
            if (i == 0) {
                star.moveTo(x, y);
            } else {
                star.lineTo(x, y);
            }
        }
        star.closePath();
        cell.setColor(PLATE);
        cell.fill(new Ellipse2D.Float(CELL - 8 - BADGE, 8, BADGE, BADGE));
        cell.setColor(STAR);
        cell.fill(star);
    }

    private static void tick(Graphics2D cell) {
        cell.setColor(CHOSEN);
        cell.setStroke(new BasicStroke(12));
        cell.draw(new Rectangle2D.Float(6, 6, CELL - 12, CELL - 12));
        cell.fill(new Ellipse2D.Float(CELL - 12 - BADGE, 12, BADGE, BADGE));
        cell.setColor(Color.WHITE);
        cell.setStroke(new BasicStroke(6, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        var tick = new Path2D.Float();
        tick.moveTo(CELL - BADGE, 12 + BADGE * 0.52);
        tick.lineTo(CELL - 12 - BADGE * 0.57, 12 + BADGE * 0.72);
        tick.lineTo(CELL - 12 - BADGE * 0.25, 12 + BADGE * 0.3);
        cell.draw(tick);
    }
}
