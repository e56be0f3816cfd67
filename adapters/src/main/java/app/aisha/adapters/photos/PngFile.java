package app.aisha.adapters.photos;

import java.awt.color.ColorSpace;
import java.io.IOException;
import java.util.Optional;

/** A PNG, of which the decoder gets to see what it needs to paint and no chunk more. */
final class PngFile implements PhotoFile {

    private final Header header;
    private final PngWalk walk;

    private PngFile(Header header, PngWalk walk) {
        this.header = header;
        this.walk = walk;
    }

    static PngFile open(FileBytes file) throws IOException, Rejected {
        var walk = new PngWalk(file);
        return new PngFile(walk.header(), walk);
    }

    @Override
    public Header header() {
        return header;
    }

    @Override
    public Canvas paint() throws IOException, Rejected {
        var step = step();
        var width = Math.ceilDiv(header.width(), step);
        var height = Math.ceilDiv(header.height(), step);
        var canvas = step > 1
                ? new Canvas(width, height, width, height)
                : new Canvas(width, height, header.reduced(width), header.reduced(height));
        var rows = new RowRaster(width, height, canvas, walk.pigment(), Optional.empty());
        var bands = walk.pigment().bands();
        var space = ColorSpace.getInstance(bands < Canvas.BANDS ? ColorSpace.CS_GRAY : ColorSpace.CS_sRGB);
        Decoding.read(
                "png", walk.painted(), rows.image(space), wishes -> wishes.setSourceSubsampling(step, step, 0, 0));
        rows.finish();
        canvas.finish();
        if (!walk.isGrey()) {
            Profile.apply(header.profile(), canvas);
        }
        return canvas;
    }

    @Override
    public Optional<Splice> labelled() throws Rejected {
        var asStored =
                header.orientation() == Exif.UPRIGHT && (walk.isGrey() || Profile.changesNothing(header.profile()));
        return asStored ? Optional.of(walk.painted(Provenance.chunk())) : Optional.empty();
    }

    /** An interlaced one comes in no order that areas could be averaged in, so every second or third pixel is taken. */
    private int step() {
        return walk.isInterlaced()
                ? Math.ceilDiv(
                        Math.max(header.width(), header.height()),
                        Math.max(header.reduced(header.width()), header.reduced(header.height())))
                : 1;
    }
}
