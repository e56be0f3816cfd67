package app.aisha.adapters.fal;

import app.aisha.core.avatar.AvatarExamples;
import app.aisha.core.avatar.AvatarRules;
import app.aisha.core.avatar.AvatarRules.Patience;
import app.aisha.core.avatar.AvatarRules.SetSize;
import app.aisha.core.avatar.TrainerBackend;
import app.aisha.core.wallet.Credits;
import app.aisha.core.wallet.Prices;
import app.aisha.core.wallet.Prices.Quality;
import app.aisha.core.wallet.Tariff;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;

/** What a {@link FalHouse} allows, asks and is given. */
final class HouseRules {

    static final int PHOTOS = 10;
    static final long GIFT = 500;
    static final long PRICE = 150;

    /** The usual one but for rarer looks. */
    static final Patience PATIENCE = new Patience(
            Duration.ofMinutes(5), Patience.USUAL.uncertain(), Patience.USUAL.longest(), Patience.USUAL.storing());

    static final Prices PRICES = new Prices.Listed(
            new Tariff(new Credits(10), Duration.ofMinutes(1)),
            each(Quality.values(), _ -> new Credits(PRICE)),
            new Credits(5));

    static final AvatarRules RULES = AvatarExamples.rules(
            5,
            new SetSize(PHOTOS, 20),
            new TrainerBackend(
                    "fal-ai/flux-lora-portrait-trainer", "fal-ai/flux-lora", TrainerBackend.Dialect.PORTRAIT));

    private HouseRules() {}

    private static <K, V> Map<K, V> each(K[] keys, Function<K, V> value) {
        return Arrays.stream(keys).collect(Collectors.toMap(Function.identity(), value));
    }

    /** A small JPEG of one colour. */
    static byte[] photo(int number) {
        var picture = new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB);
        var graphics = picture.createGraphics();
        graphics.setColor(Color.getHSBColor(number / 10f, 0.7f, 0.8f));
        graphics.fillRect(0, 0, 64, 64);
        graphics.dispose();
        try (var out = new ByteArrayOutputStream()) {
            ImageIO.write(picture, "jpg", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
