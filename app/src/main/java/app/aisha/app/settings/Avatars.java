package app.aisha.app.settings;

import app.aisha.core.avatar.AvatarRules;
import app.aisha.core.avatar.AvatarRules.Patience;
import app.aisha.core.avatar.AvatarRules.SetSize;
import app.aisha.core.avatar.TrainerBackend;
import app.aisha.core.avatar.TrainerBackend.Dialect;
import app.aisha.core.avatar.TrainingRecipe;
import app.aisha.core.avatar.TrainingType;
import app.aisha.core.wallet.Prices.Quality;
import java.net.URI;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * How avatars are made in this house.
 *
 * @param atOnce trainings with the trainer at once
 * @param rings public address at which the trainer may call
 * @param patience with the trainer
 */
public record Avatars(AvatarRules rules, int atOnce, Optional<URI> rings, Patience patience) {

    static final Map<TrainingType, String> TRAINERS = Map.of(
            TrainingType.PORTRAIT, "fal-ai/flux-lora-portrait-trainer",
            TrainingType.STYLE, "fal-ai/flux-lora-fast-training",
            TrainingType.OBJECT, "fal-ai/flux-lora-fast-training");

    static final Map<TrainingType, SetSize> SETS = Map.of(
            TrainingType.PORTRAIT, new SetSize(10, 20),
            TrainingType.STYLE, new SetSize(10, 20),
            TrainingType.OBJECT, new SetSize(10, 20));

    static final Map<Quality, Integer> STEPS = Map.of(
            Quality.FAST, 1_000,
            Quality.BALANCED, 1_500,
            Quality.QUALITY, 2_500);

    static final int MOST = 5;

    /** As it is where nothing is set. */
    public static final Avatars USUAL =
            new Avatars(rules(MOST, SETS, TRAINERS, STEPS), 1, Optional.empty(), Patience.USUAL);

    static AvatarRules rules(
            int most,
            Map<TrainingType, SetSize> sets,
            Map<TrainingType, String> trainers,
            Map<Quality, Integer> steps) {
        var recipes = new EnumMap<TrainingType, Map<Quality, TrainingRecipe>>(TrainingType.class);
        trainers.forEach((type, trainer) -> {
            var presets = new EnumMap<Quality, TrainingRecipe>(Quality.class);
            steps.forEach((preset, count) -> presets.put(preset, recipe(type, trainer, count)));
            recipes.put(type, presets);
        });
        return new AvatarRules(most, sets, recipes);
    }

    /** The fewer steps, the larger each of them; 1000 and 2500 steps with these rates are FAL's own examples. */
    private static TrainingRecipe recipe(TrainingType type, String trainer, int steps) {
        var dialect = dialect(trainer).orElseThrow();
        var rate = dialect == Dialect.FAST ? 0 : steps <= 1_000 ? 0.0002 : 0.00009;
        return new TrainingRecipe(
                new TrainerBackend(trainer, generator(trainer), dialect),
                steps,
                rate,
                true,
                type == TrainingType.PORTRAIT,
                type != TrainingType.STYLE && steps > 1_000,
                type == TrainingType.STYLE);
    }

    /** Which fields the trainer of this endpoint knows; empty where nobody has taught us. */
    static Optional<Dialect> dialect(String trainer) {
        return switch (trainer) {
            case "fal-ai/flux-lora-portrait-trainer" -> Optional.of(Dialect.PORTRAIT);
            case "fal-ai/flux-lora-fast-training" -> Optional.of(Dialect.FAST);
            case "fal-ai/flux-2-trainer", "fal-ai/flux-2-trainer-v2", "fal-ai/z-image-trainer" ->
                Optional.of(Dialect.CAPTIONED);
            default -> Optional.empty();
        };
    }

    private static String generator(String trainer) {
        return switch (trainer) {
            case "fal-ai/flux-2-trainer", "fal-ai/flux-2-trainer-v2" -> "fal-ai/flux-2/lora";
            case "fal-ai/z-image-trainer" -> "fal-ai/z-image/base/lora";
            default -> "fal-ai/flux-lora";
        };
    }

    /** The same, where an address is needed and none is set. */
    Avatars reachableAt(Optional<URI> address) {
        return new Avatars(rules, atOnce, rings.or(() -> address), patience);
    }
}
