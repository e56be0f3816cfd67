package app.aisha.simulators.fal;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Pixels of a picture. */
record ImageSize(int width, int height) {
    private static final ImageSize USUAL = new ImageSize(1024, 768);
    private static final Map<String, ImageSize> PRESETS = Map.of(
            "square_hd", new ImageSize(1024, 1024),
            "square", new ImageSize(512, 512),
            "portrait_4_3", new ImageSize(768, 1024),
            "portrait_16_9", new ImageSize(576, 1024),
            "landscape_4_3", USUAL,
            "landscape_16_9", new ImageSize(1024, 576));
    private static final Map<String, ImageSize> RATIOS = Map.of(
            "auto", new ImageSize(1024, 1024),
            "1:1", new ImageSize(1024, 1024),
            "3:4", new ImageSize(864, 1184),
            "4:3", new ImageSize(1184, 864),
            "9:16", new ImageSize(768, 1344),
            "16:9", new ImageSize(1344, 768));

    /**
     * What {@code image_size} asks for: a preset or an object of width and height.
     *
     * @throws ModelFailure when it is neither, or a side is outside these bounds
     */
    static ImageSize of(JsonNode asked, int shortest, int longest) throws ModelFailure {
        if (asked.isMissingNode() || asked.isNull()) {
            return USUAL;
        }
        if (asked.isString() && PRESETS.containsKey(asked.stringValue())) {
            return PRESETS.get(asked.stringValue());
        }
        if (!asked.path("width").isIntegralNumber() || !asked.path("height").isIntegralNumber()) {
            throw new ModelFailure(
                    Problem.of("image_size", "Input should be a preset or an object of width and height", "one_of"));
        }
        return new ImageSize(
                side("width", asked.path("width").longValue(), shortest, longest),
                side("height", asked.path("height").longValue(), shortest, longest));
    }

    private static int side(String name, long pixels, int shortest, int longest) throws ModelFailure {
        if (pixels < shortest) {
            throw new ModelFailure(Problem.at(
                    List.of("body", "image_size", name),
                    "Input should be greater than or equal to " + shortest,
                    "greater_than_equal"));
        }
        if (pixels > longest) {
            throw new ModelFailure(Problem.at(
                    List.of("body", "image_size", name),
                    "Input should be less than or equal to " + longest,
                    "less_than_equal"));
        }
        return (int) pixels;
    }

    static String[] ratios() {
        return RATIOS.keySet().stream().sorted().toArray(String[]::new);
    }

    static ImageSize ofRatio(String ratio) {
        return RATIOS.getOrDefault(ratio, USUAL);
    }

    ImageSize half() {
        return new ImageSize(width / 2, height / 2);
    }

    /** Those begun, of 1024 by 1024 pixels. */
    long megapixels() {
        return Math.ceilDiv((long) width * height, 1L << 20);
    }
}
