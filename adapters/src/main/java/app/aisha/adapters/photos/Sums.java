package app.aisha.adapters.photos;

/** Sums over rectangles of a picture, each in four look-ups. */
final class Sums {

    private final int stride;
    private final int[] sums;
    private final long[] squares;

    Sums(Grey picture) {
        this.stride = picture.width() + 1;
        this.sums = new int[stride * (picture.height() + 1)];
        this.squares = new long[sums.length];
        for (var y = 0; y < picture.height(); y++) {
            var row = 0;
            var rowOfSquares = 0L;
            for (var x = 0; x < picture.width(); x++) {
                var pixel = picture.at(x, y);
                row += pixel;
                rowOfSquares += (long) pixel * pixel;
                var at = (y + 1) * stride + x + 1;
                sums[at] = sums[at - stride] + row;
                squares[at] = squares[at - stride] + rowOfSquares;
            }
        }
    }

    int of(int left, int top, int width, int height) {
        var above = top * stride + left;
        var below = above + height * stride;
        return sums[below + width] - sums[below] - sums[above + width] + sums[above];
    }

    long ofSquares(int left, int top, int width, int height) {
        var above = top * stride + left;
        var below = above + height * stride;
        return squares[below + width] - squares[below] - squares[above + width] + squares[above];
    }
}
