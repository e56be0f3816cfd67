package app.aisha.adapters.photos;

import app.aisha.adapters.imaging.DejaVuSans;
import app.aisha.core.picture.PictureFinisher;
import app.aisha.core.picture.PictureFinisher.Finding;
import app.aisha.core.picture.PixelSize;
import java.awt.Font;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javax.imageio.ImageIO;

/** Has pictures finished in a folder. */
final class FinishingTable {

    private static final PictureFinisher FINISHER = new ImageIoPictureFinisher(PhotoBytes.program(), font(), 2);

    private final Path raw;
    private final Path results;

    FinishingTable(Path folder) throws IOException {
        this.raw = folder.resolve("raw");
        this.results = Files.createDirectories(folder.resolve("results"));
    }

    static Font font() {
        try {
            return DejaVuSans.unpack(Path.of("target", "font-cache")).bold(1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Finding finish(byte[] picture, PixelSize expected, Optional<String> words) throws Exception {
        return finish(Files.write(raw, picture), expected, words);
    }

    /** What an earlier one left is gone. */
    Finding finish(Path file, PixelSize expected, Optional<String> words) throws Exception {
        Files.deleteIfExists(picturePath());
        Files.deleteIfExists(thumbnailPath());
        return FINISHER.finish(file, expected::equals, words, picturePath(), thumbnailPath());
    }

    Finding.Finished finished(byte[] picture, PixelSize expected, Optional<String> words) throws Exception {
        return switch (finish(picture, expected, words)) {
            case Finding.Finished finished -> finished;
            case Finding.Unusable(var why) -> throw new AssertionError(why);
        };
    }

    /** Why it is refused; makes sure that nothing was written. */
    String unusable(byte[] picture, PixelSize expected) throws Exception {
        return switch (finish(picture, expected, Optional.of("AI"))) {
            case Finding.Finished finished -> throw new AssertionError(finished);
            case Finding.Unusable(var why) -> {
                if (Files.exists(picturePath()) || Files.exists(thumbnailPath())) {
                    throw new AssertionError("Something was written of a picture that " + why);
                }
                yield why;
            }
        };
    }

    Path picturePath() {
        return results.resolve("picture");
    }

    Path thumbnailPath() {
        return results.resolve("thumbnail");
    }

    BufferedImage picture() throws IOException {
        return ImageIO.read(picturePath().toFile());
    }

    BufferedImage thumbnail() throws IOException {
        return ImageIO.read(thumbnailPath().toFile());
    }
}
