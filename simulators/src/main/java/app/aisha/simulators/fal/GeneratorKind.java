package app.aisha.simulators.fal;

import java.util.List;
import java.util.stream.Stream;

/** The generators that take LoRAs. Prices are those of November 2026, per megapixel. */
enum GeneratorKind {
    FLUX_LORA("fal-ai/flux-lora", 1_000, "jpeg", 0.035),
    FLUX_2_LORA("fal-ai/flux-2/lora", 3, "png", 0.021),
    Z_IMAGE_TURBO_LORA("fal-ai/z-image/turbo/lora", 3, "png", 0.0085),
    Z_IMAGE_BASE_LORA("fal-ai/z-image/base/lora", 3, "png", 0.0085);

    private final String id;
    private final int mostLoras;
    private final String usualFormat;
    private final double price;

    GeneratorKind(String id, int mostLoras, String usualFormat, double price) {
        this.id = id;
        this.mostLoras = mostLoras;
        this.usualFormat = usualFormat;
        this.price = price;
    }

    String id() {
        return id;
    }

    int mostLoras() {
        return mostLoras;
    }

    String usualFormat() {
        return usualFormat;
    }

    double price() {
        return price;
    }

    int shortestSide() {
        return this == FLUX_2_LORA ? 512 : 64;
    }

    int longestSide() {
        return this == FLUX_2_LORA ? 2_048 : 4_096;
    }

    List<Field> fields() {
        return Stream.concat(ofAll(), own()).toList();
    }

    private static Stream<Field> ofAll() {
        return Stream.of(
                Field.needed("prompt"),
                Field.list("loras", false),
                Field.whole("num_images", 1, 4),
                Field.whole("seed", 0, Long.MAX_VALUE),
                Field.flag("enable_safety_checker"),
                Field.flag("sync_mode"),
                Field.option("output_format", "jpeg", "png"));
    }

    private Stream<Field> own() {
        var acceleration = Field.option("acceleration", "none", "regular", "high");
        return switch (this) {
            case FLUX_LORA ->
                Stream.of(
                        Field.whole("num_inference_steps", 1, 50),
                        Field.number("guidance_scale", 0, 35),
                        Field.option("acceleration", "none", "regular"));
            case FLUX_2_LORA ->
                Stream.of(
                        Field.whole("num_inference_steps", 4, 50),
                        Field.number("guidance_scale", 0, 20),
                        Field.flag("enable_prompt_expansion"),
                        acceleration);
            case Z_IMAGE_TURBO_LORA -> Stream.of(Field.whole("num_inference_steps", 1, 8), acceleration);
            case Z_IMAGE_BASE_LORA ->
                Stream.of(
                        Field.whole("num_inference_steps", 1, 50), Field.number("guidance_scale", 0, 20), acceleration);
        };
    }
}
