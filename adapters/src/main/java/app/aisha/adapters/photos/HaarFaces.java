package app.aisha.adapters.photos;

import app.aisha.core.avatar.PhotoInspector.Face;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds faces with the method of Viola and Jones and the cascades of OpenCV, as its {@code detectMultiScale} does. Sees only
 * small grey pictures of ours. Thread-safe.
 */
final class HaarFaces {

    /** The side of the windows of both cascades. */
    private static final int WINDOW = 20;

    private static final double SMALLER = 1.1;
    private static final int NEIGHBOURS = 4;

    /** As part of the short side. */
    private static final double SMALLEST_FACE = 0.08;

    private final Cascade front = load("haarcascade_frontalface_alt2.xml");
    private final Cascade side = load("haarcascade_profileface.xml");

    /** Those that look at us; where there are none, those that look to a side. */
    List<Face> in(Grey picture) {
        var sizes = sizes(picture);
        var fronts = find(front, sizes);
        if (!fronts.isEmpty()) {
            return fronts;
        }
        var left = find(side, sizes);
        return left.isEmpty()
                ? find(side, sizes.stream().map(Grey::mirrored).toList()).stream()
                        .map(face -> new Face(1 - face.left() - face.width(), face.top(), face.width(), face.height()))
                        .toList()
                : left;
    }

    /** From the one in which the smallest face fills a window to the one that is hardly larger than a window. */
    private static List<Grey> sizes(Grey picture) {
        var sizes = new ArrayList<Grey>();
        var shortest = (double) Math.min(picture.width(), picture.height());
        var from = picture;
        for (var side = WINDOW / SMALLEST_FACE; side >= WINDOW; side /= SMALLER) {
            var scale = Math.min(1, side / shortest);
            sizes.add(from.reduced(
                    (int) Math.round(picture.width() * scale), (int) Math.round(picture.height() * scale)));
            from = sizes.getFirst();
        }
        return sizes;
    }

    private static List<Face> find(Cascade cascade, List<Grey> sizes) {
        var found = new ArrayList<Window>();
        for (var size : sizes) {
            scan(cascade, size, found);
        }
        return Window.grouped(found, NEIGHBOURS).stream().map(Window::face).toList();
    }

    private static void scan(Cascade cascade, Grey picture, List<Window> found) {
        var sums = new Sums(picture);
        for (var y = 0; y + cascade.height() <= picture.height(); y += 2) {
            for (var x = 0; x + cascade.width() <= picture.width(); x += 2) {
                if (cascade.isFaceAt(x, y, sums)) {
                    found.add(new Window(
                            (double) x / picture.width(),
                            (double) y / picture.height(),
                            (double) cascade.width() / picture.width(),
                            (double) cascade.height() / picture.height(),
                            1));
                }
            }
        }
    }

    private static Cascade load(String name) {
        try (var xml = HaarFaces.class.getResourceAsStream(name)) {
            if (xml == null) {
                throw new FileNotFoundException(name);
            }
            return Cascade.read(xml);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
