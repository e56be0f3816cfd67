package app.aisha.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.core.account.AspectRatio;
import app.aisha.core.picture.PixelSize;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What is delivered has the pixels that were asked for, and the same pixels when the same is asked for. */
class PictureSizesStory {

    private static final String NAME = "Формат";

    private final Town town = Town.with(Town.Intake.POLLING);

    @BeforeEach
    void calm() {
        town.calm();
    }

    private Person somebodyWithAnAvatar() {
        var session = new AvatarSession(town.telegram());
        var dilnara = session.withPhotos(NAME, 10);
        session.agrees(dilnara, NAME);
        dilnara.sees("Аватар " + NAME + " готов!");
        town.gives(dilnara, 50);
        return dilnara;
    }

    @Test
    void everyRatioIsDeliveredInExactlyItsPixelsAndTheSameAgainIsTheSame() throws IOException {
        var dilnara = somebodyWithAnAvatar();
        var delivered = new ArrayList<BufferedImage>();
        for (var ratio : AspectRatio.values()) {
            var size = PixelSize.of(ratio);
            dilnara.says("/picture");
            dilnara.sees(NAME);
            dilnara.says("у моря, " + ratio);
            dilnara.taps(dilnara.labelWith("📐 "));
            dilnara.taps(dilnara.labelWith("%d×%d".formatted(size.width(), size.height())));
            delivered.add(created(dilnara, delivered.size() + 1));
        }

        assertThat(delivered.stream().map(PictureSizesStory::size))
                .containsExactly(
                        List.of(1024, 1024),
                        List.of(864, 1152),
                        List.of(1152, 864),
                        List.of(720, 1280),
                        List.of(1280, 720));
        dilnara.taps("📝 Описание");
        dilnara.taps("🟰 Точно такую же ещё раз");
        var again = created(dilnara, delivered.size() + 1);
        assertThat(pixels(again)).isEqualTo(pixels(delivered.getLast()));
        assertThat(town.money(dilnara)).isEqualTo(50 - 6 * 5);
        assertThat(town.trainer().violations()).isEmpty();
    }

    /** The file of the picture that the last offer becomes. */
    private BufferedImage created(Person dilnara, int number) throws IOException {
        dilnara.taps(dilnara.labelWith("🎨 Создать 1"));
        Moment.when(
                "picture " + number,
                () -> Optional.of(dilnara.fromTheBot()
                                .filter(message -> message.has("photo")
                                        && Person.textOf(message).startsWith("🖼 " + NAME))
                                .count())
                        .filter(count -> count == number));
        dilnara.taps("📎 Файлом");
        var document = Moment.when(
                "file " + number,
                () -> Optional.of(dilnara.fromTheBot()
                                .filter(message -> message.has("document"))
                                .toList())
                        .filter(files -> files.size() == number)
                        .map(List::getLast));
        return ImageIO.read(new ByteArrayInputStream(town.telegram().bytes("/files/" + file(document))));
    }

    private static String file(JsonNode message) {
        return message.path("document").path("file_id").asString();
    }

    private static List<Integer> size(BufferedImage image) {
        return List.of(image.getWidth(), image.getHeight());
    }

    private static int[] pixels(BufferedImage image) {
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }
}
