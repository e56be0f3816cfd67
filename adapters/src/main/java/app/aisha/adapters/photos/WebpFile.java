package app.aisha.adapters.photos;

import app.aisha.core.avatar.PhotoProblem;
import java.io.IOException;

/** A WebP, of which the decoder gets to see what it needs to paint and no chunk more. */
final class WebpFile implements PhotoFile {

    private final Header header;
    private final Splice painted;
    private final WebpProgram program;

    private WebpFile(Header header, Splice painted, WebpProgram program) {
        this.header = header;
        this.painted = painted;
        this.program = program;
    }

    static WebpFile open(FileBytes file, WebpProgram program) throws IOException, Rejected {
        var walk = new WebpWalk(file);
        return new WebpFile(walk.header(), walk.painted(), program);
    }

    @Override
    public Header header() {
        return header;
    }

    @Override
    public Canvas paint() throws IOException, Rejected, InterruptedException {
        var width = header.width();
        var height = header.height();
        var canvas = new Canvas(width, height, header.reduced(width), header.reduced(height));
        var pigment = new Pigment.Plain(4);
        var stored = new byte[width * pigment.bands()];
        var rgb = new byte[width * Canvas.BANDS];
        try (var run = new WebpRun(program, painted)) {
            for (var row = 0; row < height; row++) {
                if (!run.read(stored)) {
                    throw new Rejected(PhotoProblem.BROKEN);
                }
                for (var x = 0; x < width; x++) {
                    pigment.mix(stored, x * pigment.bands(), rgb, x * Canvas.BANDS);
                }
                canvas.add(rgb);
            }
            if (!run.endedWell()) {
                throw new Rejected(PhotoProblem.BROKEN);
            }
        }
        canvas.finish();
        Profile.apply(header.profile(), canvas);
        return canvas;
    }
}
