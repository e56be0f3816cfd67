package app.aisha.adapters.fal;

import app.aisha.core.picture.PaintingOrder;
import app.aisha.core.picture.PaintingOrder.Ingredients;
import app.aisha.core.picture.PixelSize;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;
import tools.jackson.databind.json.JsonMapper;

/**
 * The input of a painting, field by field as FAL names them (fal.md 5.2). Always for one picture, so that its seed alone decides
 * it, and always with FAL's own check of what it shows.
 */
sealed interface PaintingInput {

    JsonMapper JSON = new JsonMapper();
    String JPEG = "jpeg";

    /** Weights and how strongly they act. */
    record Lora(URI path, double scale) {}

    /** Of flux-lora, and of the generators on models that are not distilled. */
    @JsonNaming(SnakeCaseStrategy.class)
    record Flux(
            String prompt,
            List<Lora> loras,
            PixelSize imageSize,
            int numInferenceSteps,
            double guidanceScale,
            long seed,
            int numImages,
            boolean enableSafetyChecker,
            String outputFormat)
            implements PaintingInput {}

    /** Of flux-2, which could write more into the prompt: differently each time. */
    @JsonNaming(SnakeCaseStrategy.class)
    record Flux2(
            String prompt,
            List<Lora> loras,
            PixelSize imageSize,
            int numInferenceSteps,
            double guidanceScale,
            long seed,
            int numImages,
            boolean enableSafetyChecker,
            boolean enablePromptExpansion,
            String outputFormat)
            implements PaintingInput {}

    /** Of z-image/turbo, which is guided by nothing but the prompt. */
    @JsonNaming(SnakeCaseStrategy.class)
    record Turbo(
            String prompt,
            List<Lora> loras,
            PixelSize imageSize,
            int numInferenceSteps,
            long seed,
            int numImages,
            boolean enableSafetyChecker,
            String outputFormat)
            implements PaintingInput {}

    /** Of the editors of photos, which choose the pixels by themselves and always check. */
    @JsonNaming(SnakeCaseStrategy.class)
    record Edit(String prompt, List<URI> imageUrls, String aspectRatio, long seed, int numImages, String outputFormat)
            implements PaintingInput {}

    static PaintingInput of(PaintingOrder order, PaintingSettings settings) {
        return switch (order.ingredients()) {
            case Ingredients.Model(var lora) ->
                generated(order, List.of(new Lora(lora, settings.strength())), settings);
            case Ingredients.Photos(var photos) ->
                new Edit(order.prompt(), photos, order.ratio().wireName(), order.seed(), 1, JPEG);
        };
    }

    private static PaintingInput generated(PaintingOrder order, List<Lora> loras, PaintingSettings settings) {
        var endpoint = order.endpoint();
        if (endpoint.contains("/z-image/turbo")) {
            var steps = settings.turbo().of(order.quality()).steps();
            return new Turbo(order.prompt(), loras, order.size(), steps, order.seed(), 1, true, JPEG);
        }
        if (endpoint.contains("/flux-2/") && !endpoint.contains("/klein/")) {
            var effort = settings.flux2().of(order.quality());
            return new Flux2(
                    order.prompt(),
                    loras,
                    order.size(),
                    effort.steps(),
                    effort.guidance(),
                    order.seed(),
                    1,
                    true,
                    false,
                    JPEG);
        }
        var undistilled = endpoint.contains("/base/");
        var effort = (undistilled ? settings.base() : settings.flux()).of(order.quality());
        return new Flux(
                order.prompt(), loras, order.size(), effort.steps(), effort.guidance(), order.seed(), 1, true, JPEG);
    }

    default String json() {
        return JSON.writeValueAsString(this);
    }

    /** Whether this JSON is what FAL was asked with, so far as it shows that: at least the prompt and the seed. */
    static boolean isShownAs(String input, JsonNode shown) {
        var own = JSON.readTree(input);
        return shown.has("prompt")
                && shown.has("seed")
                && own.propertyStream()
                        .allMatch(field -> !shown.has(field.getKey())
                                || field.getValue().equals(Numbers.BY_VALUE, shown.path(field.getKey())));
    }

    /** FAL may write 1 where 1.0 was sent. */
    enum Numbers implements Comparator<JsonNode> {
        BY_VALUE;

        @Override
        public int compare(JsonNode one, JsonNode other) {
            if (one.isNumber() && other.isNumber()) {
                return one.decimalValue().compareTo(other.decimalValue());
            }
            return one.equals(other) ? 0 : 1;
        }
    }
}
