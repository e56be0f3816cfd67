package app.aisha.adapters.photos;

import java.awt.color.ColorSpace;
import java.awt.image.ColorConvertOp;
import java.io.IOException;
import java.util.Optional;

/** A JPEG, of which the decoder gets to see what it needs to paint and no segment more. */
final class JpegFile implements PhotoFile {

    private static final int INKS = 4;
    private static final byte[] NO_PROFILE = {};

    private final JpegWalk walk;
    private final Header header;
    private final PixelProgram program;

    private JpegFile(JpegWalk walk, PixelProgram program) throws Rejected {
        this.walk = walk;
        this.header = walk.header();
        this.program = program;
    }

    static JpegFile open(FileBytes file, PixelProgram program) throws IOException, Rejected {
        return new JpegFile(new JpegWalk(file), program);
    }

    @Override
    public Header header() {
        return header;
    }

    @Override
    public Optional<Splice> labelled() throws Rejected {
        var colours = walk.components() == Canvas.BANDS ? header.profile() : NO_PROFILE;
        var asStored =
                walk.components() != INKS && header.orientation() == Exif.UPRIGHT && Profile.changesNothing(colours);
        return asStored ? Optional.of(walk.painted(Provenance.segment())) : Optional.empty();
    }

    /** The decoder of the JDK paints the whole picture again after each scan, so only those with one scan are for it. */
    @Override
    public Canvas paint() throws IOException, Rejected, InterruptedException {
        var hasInks = walk.components() == INKS;
        var canvas = walk.scans() == 1 || hasInks
                ? read(hasInks)
                : PixelRun.paint(program, "jpeg_pipe", walk.painted(), header);
        if (walk.components() == Canvas.BANDS) {
            Profile.apply(header.profile(), canvas);
        }
        return canvas;
    }

    private Canvas read(boolean hasInks) throws IOException, Rejected {
        var width = header.width();
        var height = header.height();
        var canvas = new Canvas(width, height, header.reduced(width), header.reduced(height));
        var inks = hasInks ? Profile.ofInks(header.profile()) : Optional.<ColorConvertOp>empty();
        var pigment = hasInks ? new Pigment.Inks() : new Pigment.Plain(Canvas.BANDS);
        var rows = new RowRaster(width, height, canvas, pigment, inks);
        var space = hasInks ? new FourInks() : ColorSpace.getInstance(ColorSpace.CS_sRGB);
        Decoding.read("jpeg", walk.painted(), rows.image(space), _ -> {});
        canvas.finish();
        return canvas;
    }
}
