package app.aisha.adapters.photos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.aisha.core.avatar.PhotoInspector;
import app.aisha.core.avatar.PhotoInspector.Finding;
import app.aisha.core.avatar.PhotoInspector.PhotoLook;
import com.drew.imaging.ImageMetadataReader;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageIoPhotoInspectorTest {

    private static final int WIDTH = 640;
    private static final int HEIGHT = 520;

    private static final PhotoInspector INSPECTOR = new ImageIoPhotoInspector(PhotoBytes.program(), 2);

    private final BufferedImage scene = Scenes.scene(1, WIDTH, HEIGHT);

    @TempDir
    private Path folder;

    @Test
    void everyWayOfStoringShowsTheSamePicture() throws Exception {
        var see = Scenes.redrawn(scene, BufferedImage.TYPE_4BYTE_ABGR, WIDTH, HEIGHT);
        var ways = Map.<String, byte[]>of(
                "JPEG", PhotoBytes.jpeg(scene, 0.95f),
                "progressive JPEG", PhotoBytes.progressiveJpeg(scene),
                "inks", PhotoBytes.inkJpeg(scene),
                "PNG", PhotoBytes.png(scene),
                "interlaced PNG", PhotoBytes.interlacedPng(scene),
                "PNG with alpha", PhotoBytes.png(see),
                "WebP", PhotoBytes.webp(scene, false),
                "lossless WebP", PhotoBytes.webp(see, true));

        for (var way : ways.entrySet()) {
            var look = seen(way.getValue());
            assertThat(look.width()).as(way.getKey()).isEqualTo(WIDTH);
            assertThat(look.height()).as(way.getKey()).isEqualTo(HEIGHT);
            assertThat(difference(copy(), scene)).as(way.getKey()).isLessThan(6);
        }
    }

    @Test
    void greyDeepAndNumberedColoursAreKnown() throws Exception {
        var grey = Scenes.redrawn(scene, BufferedImage.TYPE_BYTE_GRAY, WIDTH, HEIGHT);
        var deep = Scenes.redrawn(scene, BufferedImage.TYPE_USHORT_GRAY, WIDTH, HEIGHT);
        var numbered = Scenes.redrawn(scene, BufferedImage.TYPE_BYTE_INDEXED, WIDTH, HEIGHT);
        var twoColours = Scenes.redrawn(scene, BufferedImage.TYPE_BYTE_BINARY, WIDTH, HEIGHT);

        var first = seen(PhotoBytes.png(grey));
        assertThat(seen(PhotoBytes.jpeg(grey, 0.95f)).brightness()).isCloseTo(first.brightness(), within(1.0));
        assertThat(seen(PhotoBytes.png(deep)).brightness()).isCloseTo(first.brightness(), within(2.0));
        seen(PhotoBytes.png(numbered));
        assertThat(difference(copy(), numbered)).isLessThan(20);
        seen(PhotoBytes.png(twoColours));
        assertThat(difference(copy(), twoColours)).isLessThan(20);
    }

    @Test
    void whatIsSeeThroughLiesOnWhite() throws Exception {
        var nothing = new BufferedImage(600, 600, BufferedImage.TYPE_4BYTE_ABGR);

        for (Function<BufferedImage, byte[]> way :
                List.<Function<BufferedImage, byte[]>>of(PhotoBytes::png, it -> PhotoBytes.webp(it, true))) {
            assertThat(seen(way.apply(nothing)).brightness()).isGreaterThan(254);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void everyOrientationIsTurnedUpright(int orientation) throws Exception {
        var stored = turnedBack(scene, orientation);

        var look = seen(PhotoBytes.withOrientation(PhotoBytes.jpeg(stored, 0.95f), orientation));

        assertThat(look.width()).isEqualTo(WIDTH);
        assertThat(difference(copy(), scene)).isLessThan(6);
        seen(PhotoBytes.withChunk(PhotoBytes.png(stored), "eXIf", PhotoBytes.tiff(orientation)));
        assertThat(difference(copy(), scene)).isLessThan(6);
    }

    @Test
    void largePhotosAreScaledDown() throws Exception {
        var look = seen(PhotoBytes.jpeg(Scenes.redrawn(scene, BufferedImage.TYPE_3BYTE_BGR, 6000, 4000), 0.9f));

        assertThat(look.width()).isEqualTo(PhotoInspector.LONGEST_SIDE);
        assertThat(look.height()).isEqualTo(2731);
        assertThat(difference(copy(), Scenes.redrawn(scene, BufferedImage.TYPE_3BYTE_BGR, 4096, 2731)))
                .isLessThan(6);
        assertThat(Math.max(thumbnail().getWidth(), thumbnail().getHeight())).isEqualTo(320);
    }

    @Test
    void nothingButPixelsIsLeft() throws Exception {
        var profile = ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData();
        var photo = PhotoBytes.withOrientation(PhotoBytes.jpeg(scene, 0.9f), 6);
        photo = PhotoBytes.withSegment(photo, 0xE2, PhotoBytes.joined(PhotoBytes.latin("ICC_PROFILE\0\1\1"), profile));
        photo = PhotoBytes.withSegment(
                photo, 0xE1, PhotoBytes.latin("http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>Almaty</x:xmpmeta>"));
        photo = PhotoBytes.withSegment(
                photo, 0xED, PhotoBytes.latin("Photoshop 3.0\0008BIM\4\4\0\0\0\0\0\12\34\2\120\0\5Almat"));
        photo = PhotoBytes.withSegment(photo, 0xFE, PhotoBytes.latin("Dilnara was here"));
        assertThat(directories(Files.write(folder.resolve("before.jpg"), photo)))
                .contains("GPS", "Exif IFD0", "XMP", "ICC Profile", "JpegComment");

        seen(photo);

        for (var file : List.of("copy.jpg", "thumbnail.jpg")) {
            assertThat(directories(folder.resolve(file))).containsOnly("JPEG", "JFIF", "Huffman", "File Type", "File");
        }
    }

    @Test
    void coloursOfAProfileBecomeOurs() throws Exception {
        var linear = ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData();
        var photo = PhotoBytes.jpeg(Scenes.redrawn(scene, BufferedImage.TYPE_3BYTE_BGR, 600, 600), 0.9f);
        var profiled =
                PhotoBytes.withSegment(photo, 0xE2, PhotoBytes.joined(PhotoBytes.latin("ICC_PROFILE\0\1\1"), linear));

        assertThat(seen(profiled).brightness()).isGreaterThan(seen(photo).brightness() + 10);
    }

    @Test
    void tellsWhatAPhotoLooksLike() throws Exception {
        var photo = PhotoBytes.jpeg(scene, 0.9f);

        var look = seen(photo);

        assertThat(look.digest())
                .isEqualTo(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(photo)));
        assertThat(look.bytes()).isEqualTo(Files.size(folder.resolve("copy.jpg")));
        var flat = seen(PhotoBytes.flatPng(600, 600, 8, 2, 3));
        assertThat(flat.brightness()).isZero();
        assertThat(flat.contrast()).isZero();
        assertThat(flat.sharpness()).isZero();
        assertThat(flat.faces()).hasValue(List.of());
    }

    @ParameterizedTest
    @CsvSource({"640, 511, TOO_SMALL", "512, 512, ''", "50000, 512, TOO_SMALL", "7072, 7072, TOO_MANY_PIXELS"})
    void sizesHaveLimits(int width, int height, String problem) throws Exception {
        var finding = inspect(PhotoBytes.flatPng(width, height, 1, 0, 1));

        assertThat(finding instanceof Finding.Unusable(var why) ? why.name() : "")
                .isEqualTo(problem);
    }

    private Finding inspect(byte[] photo) throws Exception {
        var file = Files.write(folder.resolve("photo"), photo);
        return INSPECTOR.inspect(file, folder.resolve("copy.jpg"), folder.resolve("thumbnail.jpg"));
    }

    private PhotoLook seen(byte[] photo) throws Exception {
        return switch (inspect(photo)) {
            case Finding.Seen(var look) -> look;
            case Finding.Unusable(var problem) -> throw new AssertionError(problem);
        };
    }

    private BufferedImage copy() throws Exception {
        return ImageIO.read(folder.resolve("copy.jpg").toFile());
    }

    private BufferedImage thumbnail() throws Exception {
        return ImageIO.read(folder.resolve("thumbnail.jpg").toFile());
    }

    /** Mean over all samples. */
    private static double difference(BufferedImage one, BufferedImage other) {
        var sum = 0L;
        for (var y = 0; y < one.getHeight(); y++) {
            for (var x = 0; x < one.getWidth(); x++) {
                for (var shift = 0; shift < 24; shift += 8) {
                    sum += Math.abs((one.getRGB(x, y) >> shift & 0xFF) - (other.getRGB(x, y) >> shift & 0xFF));
                }
            }
        }
        return sum / (3.0 * one.getWidth() * one.getHeight());
    }

    /** As a camera stores it that was held so: the tables of EXIF read backwards. */
    private static BufferedImage turnedBack(BufferedImage upright, int orientation) {
        var width = upright.getWidth();
        var height = upright.getHeight();
        var turned = orientation >= 5;
        var stored = new BufferedImage(turned ? height : width, turned ? width : height, upright.getType());
        for (var y = 0; y < height; y++) {
            for (var x = 0; x < width; x++) {
                var right = width - 1 - x;
                var bottom = height - 1 - y;
                var rgb = upright.getRGB(x, y);
                switch (orientation) {
                    case 2 -> stored.setRGB(right, y, rgb);
                    case 3 -> stored.setRGB(right, bottom, rgb);
                    case 4 -> stored.setRGB(x, bottom, rgb);
                    case 5 -> stored.setRGB(y, x, rgb);
                    case 6 -> stored.setRGB(y, right, rgb);
                    case 7 -> stored.setRGB(bottom, right, rgb);
                    case 8 -> stored.setRGB(bottom, x, rgb);
                    default -> stored.setRGB(x, y, rgb);
                }
            }
        }
        return stored;
    }

    private static List<String> directories(Path file) throws Exception {
        var names = new ArrayList<String>();
        ImageMetadataReader.readMetadata(file.toFile()).getDirectories().forEach(it -> names.add(it.getName()));
        return names;
    }
}
