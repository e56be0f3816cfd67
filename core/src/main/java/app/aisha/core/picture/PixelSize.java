package app.aisha.core.picture;

import app.aisha.core.account.AspectRatio;

/** Width and height in pixels. */
public record PixelSize(int width, int height) {

    double ratio() {
        return (double) width / height;
    }

    /** The size of new pictures: the ratio exactly, sides of whole sixteens as painters want them, at most one megapixel. */
    public static PixelSize of(AspectRatio ratio) {
        return switch (ratio) {
            case SQUARE -> new PixelSize(1024, 1024);
            case PORTRAIT -> new PixelSize(864, 1152);
            case LANDSCAPE -> new PixelSize(1152, 864);
            case TALL -> new PixelSize(720, 1280);
            case WIDE -> new PixelSize(1280, 720);
        };
    }
}
