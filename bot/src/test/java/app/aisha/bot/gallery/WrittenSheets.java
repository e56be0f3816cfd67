package app.aisha.bot.gallery;

import app.aisha.core.picture.ContactSheets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes down what would be on a sheet, a line for each picture: its number, what its thumbnail holds, its mark. */
public final class WrittenSheets implements ContactSheets {

    @Override
    public void draw(List<Frame> frames, Path target) {
        try {
            Files.write(target, frames.stream().map(WrittenSheets::line).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String line(Frame frame) {
        return "%d %s %s"
                .formatted(
                        frame.number(),
                        frame.thumbnail().map(WrittenSheets::content).orElse("-"),
                        frame.mark());
    }

    private static String content(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
