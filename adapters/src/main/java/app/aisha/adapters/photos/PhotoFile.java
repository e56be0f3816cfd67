package app.aisha.adapters.photos;

import app.aisha.core.avatar.PhotoProblem;
import java.io.IOException;
import java.util.Optional;

/** A photo whose header was read and found good. */
interface PhotoFile {

    Header header();

    /** Reads the pixels. */
    Canvas paint() throws IOException, Rejected, InterruptedException;

    /**
     * The same file with nothing left in it but what paints, and the {@link Provenance}; empty where it would look different
     * so, or where none of our writers knows the format.
     */
    Optional<Splice> labelled() throws Rejected;

    /** Decides by the first bytes. */
    static PhotoFile open(FileBytes file, PixelProgram program) throws IOException, Rejected {
        return switch (FileKind.of(file)) {
            case JPEG -> JpegFile.open(file, program);
            case PNG -> PngFile.open(file);
            case WEBP -> WebpFile.open(file, program);
            case HEIC -> throw new Rejected(PhotoProblem.HEIC);
            case AVIF -> throw new Rejected(PhotoProblem.AVIF);
            case GIF -> throw new Rejected(PhotoProblem.GIF);
            case OTHER_PICTURE -> throw new Rejected(PhotoProblem.OTHER_KIND);
            case NO_PICTURE -> throw new Rejected(PhotoProblem.NOT_A_PICTURE);
        };
    }
}
