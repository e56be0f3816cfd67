package app.aisha.app.settings;

import static app.aisha.app.settings.Setting.ADMIN_IDS;
import static app.aisha.app.settings.Setting.AISHA_MAX_HOURS;
import static app.aisha.app.settings.Setting.AISHA_TIME_ZONE;
import static app.aisha.app.settings.Setting.CREDITS_ENABLED;
import static app.aisha.app.settings.Setting.CREDITS_GIFT;
import static app.aisha.app.settings.Setting.CREDITS_PACKAGES;
import static app.aisha.app.settings.Setting.FAL_PICTURE;
import static app.aisha.app.settings.Setting.OPENAI_VISION_MODEL;
import static app.aisha.app.settings.Setting.PICTURE_MARK;
import static app.aisha.app.settings.Setting.PRICE_AVATAR;
import static app.aisha.app.settings.Setting.PRICE_FREE_SECONDS;
import static app.aisha.app.settings.Setting.PRICE_MINUTE;
import static app.aisha.app.settings.Setting.PRICE_PICTURE;
import static app.aisha.app.settings.Setting.STYLES_FOLDER;
import static app.aisha.app.settings.Setting.SUPPORT_CONTACT;

import app.aisha.core.account.ChatId;
import app.aisha.core.payment.StarPackage;
import app.aisha.core.wallet.Credits;
import app.aisha.core.wallet.Prices;
import app.aisha.core.wallet.Prices.Quality;
import app.aisha.core.wallet.Tariff;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the rules of the house, each with a default. */
final class HouseReader {

    private static final int MOST_CREDITS = 1_000_000;
    private static final int MOST_PACKAGES = 8;
    private static final Prices.Listed USUAL = (Prices.Listed) House.USUAL.prices();

    private final Environment environment;

    HouseReader(Environment environment) {
        this.environment = environment;
    }

    House read() {
        return new House(
                environment
                        .as(AISHA_TIME_ZONE, "a time zone such as Europe/Moscow", ZoneId::of)
                        .orElse(House.USUAL.zone()),
                environment
                        .as(AISHA_MAX_HOURS, "a number from 1 to 24", value -> Values.within(value, 1, 24))
                        .map(Duration::ofHours)
                        .orElse(House.USUAL.longest()),
                prices(),
                credits(CREDITS_GIFT, 0, House.USUAL.gift()),
                environment
                        .as(
                                CREDITS_PACKAGES,
                                "1 to 8 pairs credits:stars such as 100:100,300:270, each at most 10000 stars",
                                HouseReader::packages)
                        .orElse(House.USUAL.packages()),
                environment
                        .as(ADMIN_IDS, "a list of Telegram ids such as 123,456", HouseReader::admins)
                        .orElse(Set.of()),
                new AvatarsReader(environment).read(),
                pictures(),
                environment.as(
                        SUPPORT_CONTACT,
                        "one line of at most 100 characters",
                        value -> Values.require(value, value.matches("\\P{Cntrl}{1,100}"))));
    }

    private Pictures pictures() {
        return new Pictures(
                environment
                        .as(FAL_PICTURE, "an endpoint such as fal-ai/nano-banana/edit", HouseReader::endpoint)
                        .orElse(Pictures.USUAL.instant()),
                environment.as(
                        PICTURE_MARK,
                        "one line of at most 40 characters",
                        value -> Values.require(value, value.matches("\\P{Cntrl}{1,40}"))),
                environment.as(STYLES_FOLDER, "a folder", Path::of),
                environment.as(
                        OPENAI_VISION_MODEL,
                        "the name of a model",
                        value -> Values.require(value, value.matches("[\\w.:/@-]{1,200}"))));
    }

    private static String endpoint(String value) {
        return Values.require(value, value.matches("[\\w.-]+(/[\\w.-]+)+"));
    }

    private Prices prices() {
        var listed = new Prices.Listed(
                new Tariff(credits(PRICE_MINUTE, 1, USUAL.transcription().minute()), freeSound()),
                environment
                        .as(
                                PRICE_AVATAR,
                                "three prices such as fast:100,balanced:150,quality:200",
                                HouseReader::avatarPrices)
                        .orElse(USUAL.avatar()),
                credits(PRICE_PICTURE, 1, USUAL.picture()));
        var enabled = environment
                .as(CREDITS_ENABLED, "true or false", HouseReader::isTrue)
                .orElse(true);
        return enabled ? listed : new Prices.FreeOfCharge();
    }

    private Duration freeSound() {
        return environment
                .as(PRICE_FREE_SECONDS, "a number from 0 to 86400", value -> Values.within(value, 0, 86_400))
                .map(Duration::ofSeconds)
                .orElse(USUAL.transcription().free());
    }

    private Credits credits(Setting setting, int least, Credits usual) {
        return environment
                .as(
                        setting,
                        "a whole number from %d to %d".formatted(least, MOST_CREDITS),
                        value -> new Credits(Values.within(value, least, MOST_CREDITS)))
                .orElse(usual);
    }

    private static boolean isTrue(String value) {
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "true", "yes", "on", "1" -> true;
            case "false", "no", "off", "0" -> false;
            default -> throw new IllegalArgumentException("malformed");
        };
    }

    private static List<StarPackage> packages(String value) {
        var packages = pairs(value)
                .map(pair -> new StarPackage(
                        new Credits(Values.within(pair[0], 1, MOST_CREDITS)),
                        Values.within(pair[1], 1, StarPackage.MOST_STARS)))
                .toList();
        return Values.require(packages, packages.size() <= MOST_PACKAGES);
    }

    private static Map<Quality, Credits> avatarPrices(String value) {
        var prices = new EnumMap<Quality, Credits>(Quality.class);
        pairs(value)
                .forEach(pair -> prices.put(
                        Quality.valueOf(pair[0].toUpperCase(Locale.ROOT)),
                        new Credits(Values.within(pair[1], 1, MOST_CREDITS))));
        return Values.require(prices, prices.size() == Quality.values().length);
    }

    static Stream<String[]> pairs(String value) {
        return Arrays.stream(value.split(",", -1)).map(pair -> {
            var halves = pair.split(":", 2);
            Values.require(pair, halves.length == 2);
            return new String[] {halves[0].strip(), halves[1].strip()};
        });
    }

    private static Set<ChatId> admins(String value) {
        return Arrays.stream(value.split("[,\\s]+"))
                .filter(id -> !id.isEmpty())
                .map(id -> new ChatId(Long.parseLong(id)))
                .collect(Collectors.toUnmodifiableSet());
    }
}
