package app.aisha.adapters.photos;

/** The luminance of a picture, 0 to 255, reduced by averaging areas. Immutable. */
final class Grey {

    /** The short side gets this long; every photo has at least as much. */
    static final int SHORT_SIDE = 512;

    private static final int DARK = 5;
    private static final int EVEN = 2;

    private final int width;
    private final int height;
    private final int[] pixels;

    private Grey(int width, int height, int[] pixels) {
        this.width = width;
        this.height = height;
        this.pixels = pixels;
    }

    static Grey of(Upright picture) {
        var shortest = Math.min(picture.width(), picture.height());
        var width = Math.max(1, (int) ((long) picture.width() * SHORT_SIDE / shortest));
        var height = Math.max(1, (int) ((long) picture.height() * SHORT_SIDE / shortest));
        var pixels = new int[width * height];
        for (var y = 0; y < height; y++) {
            var top = (int) ((long) y * picture.height() / height);
            var bottom = (int) ((y + 1L) * picture.height() / height);
            for (var x = 0; x < width; x++) {
                var left = (int) ((long) x * picture.width() / width);
                var right = (int) ((x + 1L) * picture.width() / width);
                pixels[y * width + x] = mean(picture, left, right, top, bottom);
            }
        }
        return new Grey(width, height, pixels);
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    int at(int x, int y) {
        return pixels[y * width + x];
    }

    /** A smaller one. Uneven steps are evened out by weighing the pixels at the edges. */
    Grey reduced(int newWidth, int newHeight) {
        var reduced = new int[newWidth * newHeight];
        for (var y = 0; y < newHeight; y++) {
            for (var x = 0; x < newWidth; x++) {
                reduced[y * newWidth + x] = (int) Math.round(mean(
                        (double) x * width / newWidth,
                        (x + 1.0) * width / newWidth,
                        (double) y * height / newHeight,
                        (y + 1.0) * height / newHeight));
            }
        }
        return new Grey(newWidth, newHeight, reduced);
    }

    Grey mirrored() {
        var mirrored = new int[pixels.length];
        for (var y = 0; y < height; y++) {
            for (var x = 0; x < width; x++) {
                mirrored[y * width + x] = at(width - 1 - x, y);
            }
        }
        return new Grey(width, height, mirrored);
    }

    double brightness() {
        var sum = 0L;
        for (var pixel : pixels) {
            sum += pixel;
        }
        return (double) sum / pixels.length;
    }

    /** Standard deviation. */
    double contrast() {
        var mean = brightness();
        var sum = 0.0;
        for (var pixel : pixels) {
            sum += (pixel - mean) * (pixel - mean);
        }
        return Math.sqrt(sum / pixels.length);
    }

    /**
     * Whether there is nothing to be seen, because it is both dark and even.
     *
     * <p>Measured at 1024 × 1024, as PNG and as JPEG of four qualities: black with noise of up to 8 levels, or from the
     * coarsest encoder, has a mean of at most 4.2 and a spread of at most 1.4. Of what shows something, a sky of 30 stars has
     * a mean of 0.04 and a spread of 2.2, a candle in the dark 0.2 and 4, a night sky that ends at level 10 has 4.5 and 2.8,
     * and a portrait at 3 % of its light 3.4 and 2.2. So neither of the two would do alone.
     */
    boolean isBlack() {
        return brightness() < DARK && contrast() < EVEN;
    }

    /** Variance of the Laplacian. */
    double sharpness() {
        var sum = 0.0;
        var squares = 0.0;
        var count = (width - 2) * (height - 2);
        for (var y = 1; y < height - 1; y++) {
            for (var x = 1; x < width - 1; x++) {
                var edge = 4 * at(x, y) - at(x - 1, y) - at(x + 1, y) - at(x, y - 1) - at(x, y + 1);
                sum += edge;
                squares += (double) edge * edge;
            }
        }
        return squares / count - sum / count * (sum / count);
    }

    private static int mean(Upright picture, int left, int right, int top, int bottom) {
        var sum = 0L;
        for (var y = top; y < bottom; y++) {
            for (var x = left; x < right; x++) {
                sum += picture.luminance(x, y);
            }
        }
        var count = 1000L * (right - left) * (bottom - top);
        return (int) ((sum + count / 2) / count);
    }

    private double mean(double left, double right, double top, double bottom) {
        var sum = 0.0;
        var weights = 0.0;
        for (var y = (int) top; y < bottom && y < height; y++) {
            var high = Math.min(bottom, y + 1) - Math.max(top, y);
            for (var x = (int) left; x < right && x < width; x++) {
                var weight = high * (Math.min(right, x + 1) - Math.max(left, x));
                sum += weight * at(x, y);
                weights += weight;
            }
        }
        return sum / weights;
    }
}
