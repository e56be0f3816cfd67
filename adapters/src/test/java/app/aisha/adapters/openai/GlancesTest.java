package app.aisha.adapters.openai;

import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.core.picture.PromptWriter.Answer;
import app.aisha.core.picture.PromptWriter.Motif;
import app.aisha.core.picture.PromptWriter.Request;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class GlancesTest {

    private static final Pattern SENT = Pattern.compile("data:image/jpeg;base64,([A-Za-z0-9+/=]+)");

    @TempDir
    private Path folder;

    /** Nothing compresses worse. */
    private Path noise(int width, int height) throws IOException {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var pixels = new Random(6).ints((long) width * height).toArray();
        image.setRGB(0, 0, width, height, pixels, 0, width);
        var file = folder.resolve("noise.jpg");
        ImageIO.write(image, "jpeg", file.toFile());
        return file;
    }

    private static List<Integer> size(byte[] jpeg) throws IOException {
        var image = ImageIO.read(new ByteArrayInputStream(jpeg));
        return List.of(image.getWidth(), image.getHeight());
    }

    @ParameterizedTest
    @CsvSource({"4096, 3072, 1536, 1152", "1537, 20, 1536, 20", "2000, 3000, 1024, 1536", "4096, 1, 1536, 1"})
    void aLargePictureIsMadeSmallerAndKeepsItsProportions(int width, int height, int smallWidth, int smallHeight)
            throws Exception {
        var small = new Glances().of(noise(width, height));

        assertThat(size(small)).containsExactly(smallWidth, smallHeight);
    }

    @Test
    void aSmallPictureIsLeftAsItIs() throws Exception {
        var small = noise(1_536, 900);

        assertThat(new Glances().of(small)).isEqualTo(Files.readAllBytes(small));
    }

    @Test
    void aModelGetsACopyThatNoServerFindsTooLarge() throws Exception {
        var large = noise(4_096, 4_096);
        assertThat(Files.size(large)).isGreaterThan(5 << 20);
        try (var service = new DigesterOnSimulator();
                var server = new SpeechServerDouble()) {
            server.answers(_ -> SpeechServerDouble.Answer.of(400, "{\"error\":{\"code\":\"content_filter\"}}"));
            var writer = service.writer(DigesterOnSimulator.at(server.base(), "m"));

            assertThat(writer.write(new Request.OfPicture(large, Optional.empty(), Motif.SOMEBODY, Locale.ENGLISH)))
                    .isInstanceOf(Answer.Refused.class);

            var sent = SENT.matcher(server.requests().getFirst().body().replace("\\/", "/"));
            assertThat(sent.find()).isTrue();
            var copy = Base64.getDecoder().decode(sent.group(1));
            assertThat(size(copy)).containsExactly(1_536, 1_536);
            assertThat(copy).hasSizeLessThan(4 << 20);
        }
    }
}
