package app.aisha.adapters.fal;

import app.aisha.core.avatar.TrainingOrder;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;
import tools.jackson.databind.json.JsonMapper;

/** The input of a trainer, field by field as FAL names them. */
sealed interface TrainingInput {

    JsonMapper JSON = new JsonMapper();

    /** Of flux-lora-portrait-trainer. */
    @JsonNaming(SnakeCaseStrategy.class)
    @JsonInclude(Include.NON_NULL)
    record Portrait(
            URI imagesDataUrl,
            String triggerPhrase,
            double learningRate,
            int steps,
            boolean multiresolutionTraining,
            boolean subjectCrop,
            boolean createMasks,
            @Nullable String dataArchiveFormat)
            implements TrainingInput {}

    /** Of flux-lora-fast-training, which finds captions and its learning rate by itself. */
    @JsonNaming(SnakeCaseStrategy.class)
    @JsonInclude(Include.NON_NULL)
    record Fast(
            URI imagesDataUrl,
            String triggerWord,
            int steps,
            boolean createMasks,
            boolean isStyle,
            @Nullable String dataArchiveFormat)
            implements TrainingInput {}

    /** Of the flux-2 and z-image trainers, which fail where neither a caption nor a default is given. */
    @JsonNaming(SnakeCaseStrategy.class)
    @JsonInclude(Include.NON_NULL)
    record Captioned(URI imageDataUrl, String defaultCaption, int steps, double learningRate)
            implements TrainingInput {}

    static TrainingInput of(TrainingOrder order) {
        var recipe = order.recipe();
        return switch (recipe.backend().dialect()) {
            case PORTRAIT ->
                new Portrait(
                        order.archive(),
                        order.trigger(),
                        recipe.learningRate(),
                        recipe.steps(),
                        recipe.multiresolution(),
                        recipe.subjectCrop(),
                        recipe.createMasks(),
                        format(order.archive()));
            case FAST ->
                new Fast(
                        order.archive(),
                        order.trigger(),
                        recipe.steps(),
                        recipe.createMasks(),
                        recipe.style(),
                        format(order.archive()));
            case CAPTIONED ->
                new Captioned(
                        order.archive(),
                        (recipe.style() ? "image in the style of %s" : "photo of %s person").formatted(order.trigger()),
                        recipe.steps(),
                        recipe.learningRate());
        };
    }

    default String json() {
        return JSON.writeValueAsString(this);
    }

    /** Told only where the trainer could not infer it from the address. */
    private static @Nullable String format(URI archive) {
        return archive.toString().toLowerCase(Locale.ROOT).endsWith(".zip") ? null : "zip";
    }
}
