package app.aisha.adapters.photos;

import java.awt.color.ColorSpace;
import java.io.Serial;

/** Names the bands of a picture; nobody converts with it. */
final class FourInks extends ColorSpace {

    @Serial
    private static final long serialVersionUID = 1;

    FourInks() {
        super(TYPE_CMYK, 4);
    }

    @Override
    public float[] toRGB(float[] inks) {
        throw new UnsupportedOperationException();
    }

    @Override
    public float[] fromRGB(float[] colours) {
        throw new UnsupportedOperationException();
    }

    @Override
    public float[] toCIEXYZ(float[] inks) {
        throw new UnsupportedOperationException();
    }

    @Override
    public float[] fromCIEXYZ(float[] colours) {
        throw new UnsupportedOperationException();
    }
}
