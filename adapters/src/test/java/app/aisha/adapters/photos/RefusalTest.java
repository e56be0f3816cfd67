package app.aisha.adapters.photos;

import static app.aisha.adapters.photos.PhotoBytes.joined;
import static app.aisha.adapters.photos.PhotoBytes.latin;
import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.core.avatar.PhotoInspector.Finding;
import app.aisha.core.avatar.PhotoProblem;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every refusal has its name. */
class RefusalTest {

    private static final byte[] JPEG = PhotoBytes.jpeg(Scenes.scene(2, 600, 600), 0.9f);

    private static final ImageIoPhotoInspector INSPECTOR = new ImageIoPhotoInspector(PhotoBytes.program(), 1);

    @TempDir
    private Path folder;

    @Test
    void whatIsNoPhotoIsNamed() throws Exception {
        var names = Map.of(
                PhotoProblem.EMPTY, List.of(""),
                PhotoProblem.HEIC, List.of("\0\0\0\30ftypheic\0\0\0\0mif1heic", "\0\0\0\30ftypmif1\0\0\0\0mif1heic"),
                PhotoProblem.AVIF, List.of("\0\0\0\30ftypavif\0\0\0\0avifmif1", "\0\0\0\30ftypmif1\0\0\0\0mif1avif"),
                PhotoProblem.GIF, List.of("GIF89a\1\0\1\0"),
                PhotoProblem.OTHER_KIND,
                        List.of("BM      ", "II*\0    ", "8BPS\0\1", "<?xml version='1.0'?><svg xmlns=''/>", "P6 9 9"),
                PhotoProblem.NOT_A_PICTURE,
                        List.of("%PDF-1.7", "PK\3\4", "<html>", "hello", "OggS", "\0\0\0\30ftypisom\0\0\0\0isommp41"),
                PhotoProblem.ANIMATED, List.of("RIFF\26\0\0\0WEBPVP8X\12\0\0\0\2\0\0\0\377\3\0\377\3\0"),
                PhotoProblem.BROKEN, List.of("\377\330\377", "\211PNG\r\n\32\n", "RIFF\4\0\0\0WEBP"));

        for (var name : names.entrySet()) {
            for (var file : name.getValue()) {
                assertThat(problem(latin(file))).as(file).isEqualTo(name.getKey());
            }
        }
    }

    @Test
    void filesHaveALargestSize() throws Exception {
        var file = folder.resolve("large");
        Files.write(file, JPEG);
        try (var large = new RandomAccessFile(file.toFile(), "rw")) {
            large.setLength((20 << 20) + 1);
        }

        assertThat(inspect(file)).isEqualTo(new Finding.Unusable(PhotoProblem.TOO_LARGE));
    }

    @Test
    void aJpegThatEndsTooEarlyIsBroken() throws Exception {
        assertThat(problem(Arrays.copyOf(JPEG, JPEG.length - 2))).isEqualTo(PhotoProblem.BROKEN);
        assertThat(problem(joined(Arrays.copyOf(JPEG, JPEG.length / 2), latin("\377\331"))))
                .isEqualTo(PhotoProblem.BROKEN);
    }

    @Test
    void aPngWithAWrongChecksumIsBroken() throws Exception {
        var png = PhotoBytes.png(Scenes.scene(2, 600, 600));
        png[png.length / 2] ^= 1;

        assertThat(problem(png)).isEqualTo(PhotoProblem.BROKEN);
    }

    @Test
    void aPngThatMovesIsNamed() throws Exception {
        var png = PhotoBytes.png(Scenes.scene(2, 600, 600));

        assertThat(problem(PhotoBytes.withChunk(png, "acTL", new byte[8]))).isEqualTo(PhotoProblem.ANIMATED);
    }

    @Test
    void endlessScansAreBroken() throws Exception {
        var scan = latin("\377\332\0\10\1\1\0\0\77\0");
        var scans = new byte[100][];
        Arrays.fill(scans, scan);
        var whole = PhotoBytes.inserted(JPEG, JPEG.length - 2, joined(scans));

        assertThat(problem(whole)).isEqualTo(PhotoProblem.BROKEN);
    }

    @Test
    void aFileThatIsGoneIsOurFault() throws Exception {
        assertThat(inspect(folder.resolve("gone"))).isEqualTo(new Finding.Unusable(PhotoProblem.INTERNAL));
    }

    @Test
    void aProgramThatIsGoneIsOurFault() throws Exception {
        var nowhere = new PixelProgram(List.of(), folder.resolve("gone"), Map.of(), folder);
        var file = Files.write(folder.resolve("photo"), PhotoBytes.webp(Scenes.scene(2, 600, 600), false));

        assertThat(new ImageIoPhotoInspector(nowhere, 1)
                        .inspect(file, folder.resolve("copy"), folder.resolve("thumbnail")))
                .isEqualTo(new Finding.Unusable(PhotoProblem.INTERNAL));
        assertThat(folder.resolve("copy")).doesNotExist();
    }

    private PhotoProblem problem(byte[] photo) throws Exception {
        return switch (inspect(Files.write(folder.resolve("photo"), photo))) {
            case Finding.Unusable(var problem) -> problem;
            case Finding.Seen seen -> throw new AssertionError(seen);
        };
    }

    private Finding inspect(Path file) throws Exception {
        return INSPECTOR.inspect(file, folder.resolve("copy"), folder.resolve("thumbnail"));
    }
}
