package app.aisha.adapters.photos;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import javax.imageio.stream.FileImageOutputStream;

/** Encodes pictures into files that hold pixels and where they come from: a trained algorithm (IPTC Photo Metadata Standard). */
final class LabelledPicture {

    private LabelledPicture() {}

    static void writeJpeg(Upright picture, Path target) throws IOException, Rejected {
        write(plain -> CleanJpeg.write(picture, plain), LabelledPicture::ofJpeg, target);
    }

    static void writePng(Upright picture, Path target) throws IOException, Rejected {
        write(plain -> encodePng(picture, plain), LabelledPicture::ofPng, target);
    }

    /** A JPEG. */
    static void writeThumbnail(Upright picture, Path target) throws IOException, Rejected {
        write(plain -> CleanJpeg.writeThumbnail(picture, plain), LabelledPicture::ofJpeg, target);
    }

    /**
     * A JPEG of something that was put together from pictures of such an origin.
     *
     * @param target is replaced
     */
    static void writeDrawing(BufferedImage drawing, Path target) throws IOException {
        try {
            write(plain -> CleanJpeg.writeSmall(drawing, plain), LabelledPicture::ofJpeg, target);
        } catch (Rejected unreadable) {
            throw new IllegalStateException("Our own JPEG is none", unreadable);
        }
    }

    private interface Encoder {

        void write(Path plain) throws IOException;
    }

    private interface Label {

        Splice of(FileBytes plain) throws IOException, Rejected;
    }

    private static void write(Encoder encoder, Label label, Path target) throws IOException, Rejected {
        var plain = Files.createTempFile(target.toAbsolutePath().getParent(), "plain", "");
        try {
            encoder.write(plain);
            try (var file = new FileBytes(plain)) {
                label.of(file).copyTo(target);
            }
        } finally {
            Files.deleteIfExists(plain);
        }
    }

    private static Splice ofJpeg(FileBytes plain) throws IOException, Rejected {
        return new JpegWalk(plain).painted(Provenance.segment());
    }

    private static Splice ofPng(FileBytes plain) throws IOException, Rejected {
        return new PngWalk(plain).painted(Provenance.chunk());
    }

    private static void encodePng(Upright picture, Path plain) throws IOException {
        Files.deleteIfExists(plain);
        try (var output = new FileImageOutputStream(plain.toFile())) {
            ImageIO.write(picture.image(), "png", output);
        }
    }
}
