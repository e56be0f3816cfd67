package app.aisha.simulators.fal;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;

/** Paints pictures and puts them into the CDN, as flawed as planned. Thread-safe. */
final class Studio {
    private static final URI OUTSIDE = URI.create("http://elsewhere.invalid/files/image");

    private final CdnFiles files;

    Studio(CdnFiles files) {
        this.files = files;
    }

    /**
     * What is to be painted.
     *
     * @param seed of the first picture; the others follow
     * @param format {@code jpeg} or {@code png}
     * @param expiry until when the files are kept
     */
    record Wish(
            Likeness likeness,
            String prompt,
            long seed,
            ImageSize size,
            String format,
            int number,
            Flaw flaw,
            Instant expiry) {}

    /**
     * What was painted.
     *
     * @param images as an answer lists them
     */
    record Made(ArrayNode images, List<URI> files) {
        Made {
            files = List.copyOf(files);
        }
    }

    Made make(Wish wish) {
        var images = Json.array();
        var made = new ArrayList<URI>();
        var size = wish.flaw() == Flaw.WRONG_SIZE ? wish.size().half() : wish.size();
        var type = "image/" + wish.format();
        var name = "image." + (wish.format().equals("jpeg") ? "jpg" : wish.format());
        for (var i = 0; i < wish.number() && wish.flaw() != Flaw.MISSING; i++) {
            var bytes = bytes(wish, size, wish.seed() + i);
            var file = files.put(name, type, bytes, wish.expiry());
            made.add(file);
            images.addObject()
                    .put("url", (wish.flaw() == Flaw.ELSEWHERE ? OUTSIDE : file).toString())
                    .put("width", size.width())
                    .put("height", size.height())
                    .put("content_type", type)
                    .put("file_name", name)
                    .put("file_size", bytes.length);
        }
        return new Made(images, made);
    }

    private static byte[] bytes(Wish wish, ImageSize size, long seed) {
        return switch (wish.flaw()) {
            case FLAGGED, BLACK -> Pictures.write(Painter.black(size), wish.format());
            case PAGE -> "<html><body>Too many visitors</body></html>".getBytes(StandardCharsets.UTF_8);
            case TRUNCATED -> {
                var whole = painted(wish, size, seed);
                yield Arrays.copyOf(whole, whole.length / 2);
            }
            case NONE, WRONG_SIZE, ELSEWHERE, MISSING -> painted(wish, size, seed);
        };
    }

    private static byte[] painted(Wish wish, ImageSize size, long seed) {
        return Pictures.write(Painter.paint(wish.likeness(), wish.prompt(), seed, size), wish.format());
    }
}
