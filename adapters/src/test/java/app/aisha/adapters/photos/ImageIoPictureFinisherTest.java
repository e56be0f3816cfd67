package app.aisha.adapters.photos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;

import app.aisha.core.account.AspectRatio;
import app.aisha.core.picture.PictureFinisher.Finding;
import app.aisha.core.picture.PixelSize;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ImageIoPictureFinisherTest {

    private static final PixelSize SIZE = new PixelSize(720, 640);
    private static final PixelSize LYING = new PixelSize(640, 720);

    private final BufferedImage scene = Scenes.scene(4, SIZE.width(), SIZE.height());

    @TempDir
    private Path folder;

    private FinishingTable table;

    @BeforeEach
    void setUp() throws Exception {
        table = new FinishingTable(folder);
    }

    @Test
    void pixelsOfAJpegAreThoseThatCame() throws Exception {
        var grey = Scenes.redrawn(scene, BufferedImage.TYPE_BYTE_GRAY, SIZE.width(), SIZE.height());
        for (var jpeg : List.of(
                PhotoBytes.jpeg(scene, 0.95f),
                PhotoBytes.jpeg(scene, 0.3f),
                PhotoBytes.progressiveJpeg(scene),
                PhotoBytes.jpeg(grey, 0.9f))) {
            var finished = table.finished(jpeg, SIZE, Optional.empty());

            assertThat(finished.contentType()).isEqualTo("image/jpeg");
            assertThat(finished.size()).isEqualTo(SIZE);
            PixelAssert.assertSame(table.picture(), jpeg);
            assertThat(new Segments(Files.readAllBytes(table.picturePath())).scans())
                    .isEqualTo(new Segments(jpeg).scans());
        }
    }

    @Test
    void pixelsOfAPngAreThoseThatCame() throws Exception {
        for (var type : new int[] {
            BufferedImage.TYPE_3BYTE_BGR,
            BufferedImage.TYPE_4BYTE_ABGR,
            BufferedImage.TYPE_BYTE_GRAY,
            BufferedImage.TYPE_USHORT_GRAY,
            BufferedImage.TYPE_BYTE_INDEXED
        }) {
            var stored = Scenes.redrawn(scene, type, SIZE.width(), SIZE.height());
            for (var png : List.of(PhotoBytes.png(stored), PhotoBytes.interlacedPng(stored))) {
                var finished = table.finished(png, SIZE, Optional.empty());

                assertThat(finished.contentType()).isEqualTo("image/png");
                PixelAssert.assertSame(table.picture(), png);
            }
        }
    }

    @Test
    void aWebpBecomesAJpeg() throws Exception {
        var finished = table.finished(PhotoBytes.webp(scene, true), SIZE, Optional.empty());

        assertThat(finished.contentType()).isEqualTo("image/jpeg");
        assertThat(PixelAssert.difference(table.picture(), scene)).isLessThan(3);
    }

    @Test
    void tellsSizeAndDigestOfWhatWasWritten() throws Exception {
        for (var raw : List.of(PhotoBytes.jpeg(scene, 0.9f), PhotoBytes.png(scene), PhotoBytes.webp(scene, false))) {
            for (var words : List.of(Optional.<String>empty(), Optional.of("AI"))) {
                var finished = table.finished(raw, SIZE, words);
                var written = Files.readAllBytes(table.picturePath());

                assertThat(finished.bytes()).isEqualTo(written.length);
                assertThat(finished.digest())
                        .isEqualTo(HexFormat.of()
                                .formatHex(MessageDigest.getInstance("SHA-256").digest(written)));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void thumbnailsAreJpegsOfAtMost320PixelsASide(AspectRatio ratio) throws Exception {
        var size = PixelSize.of(ratio);
        var picture = Scenes.scene(8, size.width(), size.height());

        table.finished(PhotoBytes.png(picture), size, Optional.empty());

        var thumbnail = table.thumbnail();
        assertThat(Math.max(thumbnail.getWidth(), thumbnail.getHeight())).isEqualTo(320);
        assertThat((double) thumbnail.getWidth() / thumbnail.getHeight())
                .isCloseTo((double) size.width() / size.height(), withinPercentage(0.5));
        var smaller =
                Scenes.redrawn(picture, BufferedImage.TYPE_3BYTE_BGR, thumbnail.getWidth(), thumbnail.getHeight());
        assertThat(PixelAssert.difference(thumbnail, smaller)).isLessThan(8);
        assertThat(Files.readAllBytes(table.thumbnailPath())).startsWith(0xFF, 0xD8, 0xFF);
    }

    /** Without what told so, they would lie on their side or look pale. */
    @Test
    void turnedAndOtherColouredPicturesAreEncodedAgain() throws Exception {
        var lying = PhotoBytes.withOrientation(PhotoBytes.jpeg(scene, 0.95f), 6);
        table.finished(lying, LYING, Optional.empty());
        assertThat(table.picture().getRGB(SIZE.height() - 1 - 20, 30))
                .satisfies(rgb -> PixelAssert.near(rgb, scene.getRGB(30, 20)));

        var linear = ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData();
        var profiled = PhotoBytes.withChunk(
                PhotoBytes.png(scene),
                "iCCP",
                PhotoBytes.joined(PhotoBytes.latin("linear\0\0"), PhotoBytes.deflated(linear, 1)));
        assertThat(table.finished(profiled, SIZE, Optional.empty()).contentType())
                .isEqualTo("image/png");
        assertThat(PixelAssert.brightness(table.picture())).isGreaterThan(PixelAssert.brightness(scene) + 10);
        table.finished(PhotoBytes.inkJpeg(scene), SIZE, Optional.empty());
        assertThat(PixelAssert.difference(table.picture(), scene)).isLessThan(6);
    }

    @Test
    void aFailingDiskOrProgramIsNoFaultOfThePicture() throws Exception {
        assertThatThrownBy(() -> table.finish(folder.resolve("gone"), SIZE, Optional.empty()))
                .isInstanceOf(UncheckedIOException.class);
        var nowhere = new PixelProgram(List.of(), folder.resolve("gone"), Map.of(), folder);
        var webp = Files.write(folder.resolve("raw.webp"), PhotoBytes.webp(scene, false));
        assertThatThrownBy(() -> new ImageIoPictureFinisher(nowhere, FinishingTable.font(), 1)
                        .finish(webp, SIZE::equals, Optional.empty(), folder.resolve("p"), folder.resolve("t")))
                .isInstanceOf(UncheckedIOException.class);
        assertThat(table.finish(webp, new PixelSize(4097, 512), Optional.empty()))
                .isInstanceOf(Finding.Unusable.class);
    }

    @Test
    void nothingIsLeftBesideTheTwoFiles() throws Exception {
        table.finished(PhotoBytes.jpeg(scene, 0.9f), SIZE, Optional.of("AI"));

        try (var files = Files.list(table.picturePath().getParent())) {
            assertThat(files).containsExactlyInAnyOrder(table.picturePath(), table.thumbnailPath());
        }
        assertThat(ImageIO.read(table.thumbnailPath().toFile())).isNotNull();
        assertThat(table.finish(PhotoBytes.png(scene), SIZE, Optional.empty())).isInstanceOf(Finding.Finished.class);
    }
}
