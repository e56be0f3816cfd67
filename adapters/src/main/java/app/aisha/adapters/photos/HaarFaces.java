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

    private static final int LONG_SIDE = 640;
    private static final double SMALLER = 1.1;
    private static final int NEIGHBOURS = 4;
    private static final double SMALLEST_FACE = 0.08;

    private final Cascade front = load("haarcascade_frontalface_alt2.xml");
    private final Cascade side = load("haarcascade_profileface.xml");

    /** Those that look at us; where there are none, those that look to a side. */
    List<Face> in(Grey picture) {
        var fronts = find(front, picture);
        if (!fronts.isEmpty()) {
            return fronts;
        }
        var left = find(side, picture);
        return left.isEmpty()
                ? find(side, picture.mirrored()).stream()
                        .map(face -> new Face(1 - face.left() - face.width(), face.top(), face.width(), face.height()))
                        .toList()
                : left;
    }

    private static List<Face> find(Cascade cascade, Grey picture) {
        var found = new ArrayList<Window>();
        var begin = Math.min(1, (double) LONG_SIDE / Math.max(picture.width(), picture.height()));
        var smallest = SMALLEST_FACE * Math.min(picture.width(), picture.height());
        for (var scale = Math.min(begin, cascade.width() / smallest); ; scale /= SMALLER) {
            var width = (int) Math.round(picture.width() * scale);
            var height = (int) Math.round(picture.height() * scale);
            if (width < cascade.width() || height < cascade.height()) {
                break;
            }
            scan(cascade, picture.reduced(width, height), found);
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
