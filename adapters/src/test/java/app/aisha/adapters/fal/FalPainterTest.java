package app.aisha.adapters.fal;

import static app.aisha.adapters.fal.PainterAtFal.edit;
import static app.aisha.adapters.fal.PainterAtFal.generation;
import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.core.account.AspectRatio;
import app.aisha.core.picture.PaintingReport;
import app.aisha.core.picture.PixelSize;
import java.awt.Color;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The whole way of a picture, at a FAL that reads what it is given and paints. */
@Timeout(60)
class FalPainterTest {

    private final PainterAtFal town;

    FalPainterTest(@TempDir Path folder) throws IOException {
        town = new PainterAtFal(folder);
    }

    @AfterEach
    void stop() {
        town.close();
    }

    @Test
    void weightsAndWordsBecomeAPictureOnDisk() throws Exception {
        var order = generation(town.weights(Color.ORANGE), "TOK_ab12 on a horse", AspectRatio.TALL, 7);

        var done = town.painted(order);

        assertThat(done.flagged()).isFalse();
        assertThat(done.seed()).hasValue(7);
        assertThat(done.seconds()).isPresent();
        assertThat(done.billed()).contains("1");
        assertThat(town.picture(order)).isNotEmptyFile();
    }

    @ParameterizedTest
    @EnumSource
    void eachRatioHasItsPixels(AspectRatio ratio) throws Exception {
        var generated = ImageIO.read(
                town.picture(generation(town.weights(Color.ORANGE), "a", ratio, 1)).toFile());
        var edited = ImageIO.read(
                town.picture(edit(List.of(town.photo(Color.PINK, "a.jpg")), "a", ratio, 1))
                        .toFile());

        assertThat(new PixelSize(generated.getWidth(), generated.getHeight())).isEqualTo(PixelSize.of(ratio));
        assertThat(new PixelSize(edited.getWidth(), edited.getHeight())).isEqualTo(PaintingSettings.instantSize(ratio));
    }

    @Test
    void theSameOrderMakesTheSamePicture() throws Exception {
        var lora = town.weights(Color.ORANGE);
        var first = town.picture(generation(lora, "TOK_ab12 reads", AspectRatio.SQUARE, 5));

        assertThat(town.picture(generation(lora, "TOK_ab12 reads", AspectRatio.SQUARE, 5)))
                .hasSameBinaryContentAs(first);
        assertThat(town.painted(generation(lora, "TOK_ab12 reads", AspectRatio.SQUARE, 6)))
                .isInstanceOf(PaintingReport.Done.class);
    }
}
