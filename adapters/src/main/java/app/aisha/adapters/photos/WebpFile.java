package app.aisha.adapters.photos;

import java.io.IOException;
import java.util.Optional;

/** A WebP, of which the decoder gets to see what it needs to paint and no chunk more. */
final class WebpFile implements PhotoFile {

    private final Header header;
    private final Splice painted;
    private final PixelProgram program;

    private WebpFile(Header header, Splice painted, PixelProgram program) {
        this.header = header;
        this.painted = painted;
        this.program = program;
    }

    static WebpFile open(FileBytes file, PixelProgram program) throws IOException, Rejected {
        var walk = new WebpWalk(file);
        return new WebpFile(walk.header(), walk.painted(), program);
    }

    @Override
    public Header header() {
        return header;
    }

    @Override
    public Optional<Splice> labelled() {
        return Optional.empty();
    }

    @Override
    public Canvas paint() throws IOException, Rejected, InterruptedException {
        var canvas = PixelRun.paint(program, "webp_pipe", painted, header);
        Profile.apply(header.profile(), canvas);
        return canvas;
    }
}
