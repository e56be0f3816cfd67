package app.aisha.adapters.photos;

import app.aisha.core.avatar.PhotoProblem;
import java.awt.color.ColorSpace;
import java.awt.image.ColorConvertOp;
import java.io.IOException;
import java.util.Optional;

/** A JPEG, of which the decoder gets to see what it needs to paint and no segment more. */
final class JpegFile implements PhotoFile {

    private final Header header;
    private final int components;
    private final Splice painted;

    private JpegFile(Header header, int components, Splice painted) {
        this.header = header;
        this.components = components;
        this.painted = painted;
    }

    static JpegFile open(FileBytes file) throws IOException, Rejected {
        var walk = new JpegWalk(file);
        return new JpegFile(walk.header(), walk.components(), walk.painted());
    }

    @Override
    public Header header() {
        return header;
    }

    @Override
    public Canvas paint() throws IOException, Rejected {
        var width = header.width();
        var height = header.height();
        var canvas = new Canvas(width, height, header.reduced(width), header.reduced(height));
        var hasInks = components == 4;
        var inks = hasInks ? Profile.ofInks(header.profile()) : Optional.<ColorConvertOp>empty();
        var rows = new RowRaster(
                width, height, canvas, hasInks ? new Pigment.Inks() : new Pigment.Plain(Canvas.BANDS), inks);
        var space = hasInks ? new FourInks() : ColorSpace.getInstance(ColorSpace.CS_sRGB);
        Decoding.read("jpeg", painted, rows.image(space), 1);
        canvas.finish();
        if (components == Canvas.BANDS) {
            Profile.apply(header.profile(), canvas);
        }
        return canvas;
    }
}
