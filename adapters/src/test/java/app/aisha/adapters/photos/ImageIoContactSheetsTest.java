package app.aisha.adapters.photos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.aisha.core.picture.ContactSheets.Frame;
import app.aisha.core.picture.ContactSheets.Mark;
import com.drew.imaging.ImageMetadataReader;
import com.drew.metadata.xmp.XmpDirectory;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImageIoContactSheetsTest {

    @TempDir
    private Path folder;

    private ImageIoContactSheets sheets;

    @BeforeEach
    void start() {
        sheets = new ImageIoContactSheets(FinishingTable.font());
    }

    private Path jpeg(int width, int height, Color color) throws IOException {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var canvas = image.createGraphics();
        canvas.setColor(color);
        canvas.fillRect(0, 0, width, height);
        canvas.dispose();
        var file = Files.createTempFile(folder, "thumbnail", ".jpg");
        ImageIO.write(image, "jpeg", file.toFile());
        return file;
    }

    private static Frame frame(int number, Path thumbnail) {
        return new Frame(number, Optional.of(thumbnail), Mark.NONE);
    }

    private BufferedImage drawn(List<Frame> frames) throws IOException {
        var target = folder.resolve("sheet.jpg");
        sheets.draw(frames, target);
        assertThat(Files.readAllBytes(target)).startsWith((byte) 0xff, (byte) 0xd8, (byte) 0xff);
        return ImageIO.read(target.toFile());
    }

    /** The colour of a cell somewhere in its middle. */
    private static Color middle(BufferedImage sheet, int column, int row) {
        return new Color(sheet.getRGB(8 + column * 328 + 160, 8 + row * 328 + 160));
    }

    private static void isAbout(Color seen, Color wanted) {
        assertThat(List.of(
                        Math.abs(seen.getRed() - wanted.getRed()),
                        Math.abs(seen.getGreen() - wanted.getGreen()),
                        Math.abs(seen.getBlue() - wanted.getBlue())))
                .as(seen.toString())
                .allMatch(difference -> difference < 12);
    }

    @ParameterizedTest
    @CsvSource({"1,336,336", "2,664,336", "3,992,336", "4,664,664", "5,992,664", "6,992,664", "7,992,992", "9,992,992"})
    void theSheetIsAsLargeAsItsPictures(int count, int width, int height) throws IOException {
        var thumbnail = jpeg(320, 240, Color.RED);

        var sheet = drawn(IntStream.rangeClosed(1, count)
                .mapToObj(number -> frame(number, thumbnail))
                .toList());

        assertThat(List.of(sheet.getWidth(), sheet.getHeight())).containsExactly(width, height);
    }

    @Test
    void theSheetSaysThatATrainedAlgorithmMadeItsPictures() throws Exception {
        drawn(List.of(frame(1, jpeg(320, 320, Color.RED))));

        var metadata =
                ImageMetadataReader.readMetadata(folder.resolve("sheet.jpg").toFile());

        assertThat(metadata.getDirectoriesOfType(XmpDirectory.class))
                .singleElement()
                .extracting(XmpDirectory::getXmpProperties)
                .isEqualTo(Map.of(
                        "Iptc4xmpExt:DigitalSourceType",
                        "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia"));
    }

    @Test
    void picturesAreInTheOrderOfReadingWholeAndInTheMiddle() throws IOException {
        var sheet = drawn(List.of(
                frame(1, jpeg(320, 320, Color.RED)),
                frame(2, jpeg(180, 320, Color.GREEN)),
                frame(3, jpeg(320, 180, Color.BLUE)),
                frame(4, jpeg(10, 10, Color.YELLOW)),
                frame(5, jpeg(1200, 900, Color.MAGENTA))));

        isAbout(middle(sheet, 0, 0), Color.RED);
        isAbout(middle(sheet, 1, 0), Color.GREEN);
        isAbout(middle(sheet, 2, 0), Color.BLUE);
        isAbout(middle(sheet, 0, 1), Color.YELLOW);
        isAbout(middle(sheet, 1, 1), Color.MAGENTA);
        isAbout(new Color(sheet.getRGB(336 + 20, 8 + 160)), new Color(0x1c1c1e));
        isAbout(new Color(sheet.getRGB(664 + 160, 8 + 300)), new Color(0x1c1c1e));
        isAbout(new Color(sheet.getRGB(336 + 160, 336 + 20)), new Color(0x1c1c1e));
    }

    @Test
    void everyNumberLooksDifferent() throws IOException {
        var thumbnail = jpeg(320, 320, Color.WHITE);
        var badges = new HashSet<List<Integer>>();

        for (var number = 1; number <= 12; number++) {
            var sheet = drawn(List.of(frame(number, thumbnail)));
            badges.add(IntStream.range(0, 80 * 60)
                    .map(i -> sheet.getRGB(16 + i % 80, 16 + i / 80))
                    .boxed()
                    .toList());
        }

        assertThat(badges).hasSize(12);
    }

    @Test
    void favouritesAndChosenOnesAreMarked() throws IOException {
        var thumbnail = jpeg(320, 320, Color.WHITE);

        var sheet = drawn(List.of(
                frame(1, thumbnail),
                new Frame(2, Optional.of(thumbnail), Mark.FAVOURITE),
                new Frame(3, Optional.of(thumbnail), Mark.CHOSEN)));

        isAbout(new Color(sheet.getRGB(8 + 286, 8 + 34)), Color.WHITE);
        isAbout(new Color(sheet.getRGB(336 + 286, 8 + 34)), new Color(0xffc83d));
        isAbout(new Color(sheet.getRGB(664 + 160, 8 + 314)), new Color(0x30a14e));
    }

    @Test
    void whatIsMissingOrBrokenIsAnEmptyPlaceWithItsNumber() throws IOException {
        var broken = Files.writeString(folder.resolve("broken.jpg"), "not a picture");
        var cut = jpeg(320, 320, Color.RED);
        Files.write(cut, Arrays.copyOf(Files.readAllBytes(cut), 100));

        var sheet = drawn(List.of(new Frame(1, Optional.empty(), Mark.NONE), frame(2, broken), frame(3, cut)));

        for (var column = 0; column < 3; column++) {
            isAbout(middle(sheet, column, 0), new Color(0x3a3a3c));
        }
        assertThat(IntStream.range(20, 60)
                        .map(x -> new Color(sheet.getRGB(x, 34)).getRed())
                        .max()
                        .orElseThrow())
                .isGreaterThan(200);
    }

    @Test
    void aSheetHasOneToNinePictures() {
        var target = folder.resolve("sheet.jpg");
        var ten = IntStream.rangeClosed(1, 10)
                .mapToObj(number -> new Frame(number, Optional.empty(), Mark.NONE))
                .toList();

        assertThatThrownBy(() -> sheets.draw(ten, target)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> sheets.draw(List.of(), target)).isInstanceOf(IllegalArgumentException.class);
        assertThat(target).doesNotExist();
    }
}
