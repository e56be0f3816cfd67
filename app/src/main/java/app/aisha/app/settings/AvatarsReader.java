package app.aisha.app.settings;

import static app.aisha.app.settings.Setting.AVATAR_LIMIT;
import static app.aisha.app.settings.Setting.AVATAR_PHOTOS;
import static app.aisha.app.settings.Setting.FAL_STEPS;
import static app.aisha.app.settings.Setting.FAL_TRAINERS;
import static app.aisha.app.settings.Setting.FAL_TRAININGS;
import static app.aisha.app.settings.Setting.FAL_WEBHOOK_URL;

import app.aisha.core.avatar.AvatarRules.Patience;
import app.aisha.core.avatar.AvatarRules.SetSize;
import app.aisha.core.avatar.TrainingType;
import app.aisha.core.wallet.Prices.Quality;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** Reads how avatars are made. */
final class AvatarsReader {

    private static final int MOST_PHOTOS = 100;
    private static final int MOST_STEPS = 10_000;

    private final Environment environment;

    AvatarsReader(Environment environment) {
        this.environment = environment;
    }

    Avatars read() {
        var most = environment
                .as(AVATAR_LIMIT, "a number from 1 to 100", value -> Values.within(value, 1, 100))
                .orElse(Avatars.MOST);
        var sets = environment
                .as(AVATAR_PHOTOS, "sizes such as portrait:10-20,style:10-20,object:10-20", AvatarsReader::sets)
                .orElse(Avatars.SETS);
        var trainers = environment
                .as(FAL_TRAINERS, "known trainers such as portrait:fal-ai/…,style:…,object:…", AvatarsReader::trainers)
                .orElse(Avatars.TRAINERS);
        var steps = environment
                .as(FAL_STEPS, "steps such as fast:1000,balanced:1500,quality:2500", AvatarsReader::steps)
                .orElse(Avatars.STEPS);
        var atOnce = environment
                .as(FAL_TRAININGS, "a number from 1 to 100", value -> Values.within(value, 1, 100))
                .orElse(Avatars.USUAL.atOnce());
        return new Avatars(
                Avatars.rules(most, sets, trainers, steps),
                atOnce,
                environment.address(FAL_WEBHOOK_URL),
                Patience.USUAL);
    }

    private static Map<TrainingType, SetSize> sets(String value) {
        return all(value, TrainingType.class, AvatarsReader::size);
    }

    private static SetSize size(String value) {
        var ends = value.split("-", 2);
        Values.require(value, ends.length == 2);
        var size = new SetSize(
                Values.within(ends[0].strip(), 1, MOST_PHOTOS), Values.within(ends[1].strip(), 1, MOST_PHOTOS));
        return Values.require(size, size.least() <= size.most());
    }

    private static Map<TrainingType, String> trainers(String value) {
        return all(
                value,
                TrainingType.class,
                trainer -> Values.require(trainer, Avatars.dialect(trainer).isPresent()));
    }

    private static Map<Quality, Integer> steps(String value) {
        return all(value, Quality.class, steps -> Values.within(steps, 1, MOST_STEPS));
    }

    /** One for each constant. */
    private static <K extends Enum<K>, V> Map<K, V> all(String value, Class<K> names, Function<String, V> reading) {
        var found = new EnumMap<K, V>(names);
        HouseReader.pairs(value)
                .forEach(pair ->
                        found.put(Enum.valueOf(names, pair[0].toUpperCase(Locale.ROOT)), reading.apply(pair[1])));
        return Values.require(found, found.size() == names.getEnumConstants().length);
    }
}
