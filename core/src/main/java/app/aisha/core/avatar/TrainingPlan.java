package app.aisha.core.avatar;

import app.aisha.core.wallet.Credits;
import app.aisha.core.wallet.HoldId;
import app.aisha.core.wallet.Prices.Quality;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/**
 * What an owner agreed to.
 *
 * @param trigger the rare word that stands for the subject in prompts
 * @param attempt counts the trainings of this avatar, from 1
 * @param terms what is set aside for it; empty where it costs nothing
 * @param since when the owner agreed
 */
public record TrainingPlan(
        Quality preset, TrainingRecipe recipe, String trigger, int attempt, Optional<Terms> terms, Instant since) {

    /** What is set aside. */
    public record Terms(HoldId hold, Credits held) {}

    Credits held() {
        return terms.map(Terms::held).orElse(Credits.NONE);
    }

    TrainingPlan forNothing() {
        return new TrainingPlan(preset, recipe, trigger, attempt, Optional.empty(), since);
    }

    TrainingOrder order(URI archive, Optional<URI> webhook) {
        return new TrainingOrder(recipe, trigger, archive, webhook);
    }
}
