package app.aisha.core.avatar;

import app.aisha.core.wallet.Prices.Quality;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;

/**
 * What this installation allows and how it trains.
 *
 * @param most avatars of one person, drafts among them
 * @param sets how many photos each type needs and takes
 * @param recipes of every type in every preset
 */
public record AvatarRules(
        int most, Map<TrainingType, SetSize> sets, Map<TrainingType, Map<Quality, TrainingRecipe>> recipes) {

    public AvatarRules {
        sets = Map.copyOf(sets);
        recipes = Map.copyOf(recipes);
        for (var type : TrainingType.values()) {
            if (!sets.containsKey(type) || recipes.getOrDefault(type, Map.of()).size() < Quality.values().length) {
                throw new IllegalArgumentException("Rules without " + type);
            }
        }
    }

    public SetSize set(TrainingType type) {
        return Objects.requireNonNull(sets.get(type));
    }

    public TrainingRecipe recipe(TrainingType type, Quality preset) {
        return Objects.requireNonNull(Objects.requireNonNull(recipes.get(type)).get(preset));
    }

    /** How many photos a set has. */
    public record SetSize(int least, int most) {}

    /**
     * How long a trainer is waited for.
     *
     * @param poll between two looks at a training that runs
     * @param uncertain until a request without an answer counts as lost
     * @param longest from consent until a training counts as too slow
     * @param storing until a result that cannot be copied is given up
     */
    public record Patience(Duration poll, Duration uncertain, Duration longest, Duration storing) {

        /** The published times of the trainers are 2 to 30 minutes; queues come on top. */
        public static final Patience USUAL =
                new Patience(Duration.ofSeconds(15), Duration.ofMinutes(15), Duration.ofHours(3), Duration.ofHours(6));
    }
}
