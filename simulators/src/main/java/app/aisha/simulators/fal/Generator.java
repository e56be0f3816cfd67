package app.aisha.simulators.fal;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A generator of the FLUX family: reads the LoRAs and paints. Thread-safe. */
final class Generator implements Model {
    /** A prompt with this word is flagged. */
    static final String FLAGGED = "nsfw";

    private static final int LARGEST_LORA = 1 << 30;

    private final GeneratorKind kind;
    private final Fetcher fetcher;
    private final Studio studio;
    private final Ids ids;

    Generator(GeneratorKind kind, Fetcher fetcher, Studio studio, Ids ids) {
        this.kind = kind;
        this.fetcher = fetcher;
        this.studio = studio;
        this.ids = ids;
    }

    @Override
    public String id() {
        return kind.id();
    }

    @Override
    public boolean trains() {
        return false;
    }

    @Override
    public Price price() {
        return new Price(kind.price(), "megapixels");
    }

    @Override
    public List<Field> fields() {
        return kind.fields();
    }

    @Override
    public int steps(ObjectNode input) {
        return 0;
    }

    @Override
    public Output run(ObjectNode input, Instant expiry, Flaw flaw) throws ModelFailure {
        var size = ImageSize.of(input.path("image_size"), kind.shortestSide(), kind.longestSide());
        var prompt = input.path("prompt").asString("");
        var likeness = likeness(input, prompt);
        var seed = input.path("seed").isIntegralNumber() ? input.path("seed").longValue() : ids.seed();
        var found = isFlagged(prompt) && input.path("enable_safety_checker").asBoolean(true) ? Flaw.FLAGGED : flaw;
        var format = input.path("output_format").asString(kind.usualFormat());
        var number = input.path("num_images").asInt(1);
        var made = studio.make(new Studio.Wish(likeness, prompt, seed, size, format, number, found, expiry));
        var body = Json.object();
        body.set("images", made.images());
        body.putObject("timings").put("inference", 1.2);
        body.put("seed", seed);
        var verdicts = body.putArray("has_nsfw_concepts");
        made.files().forEach(_ -> verdicts.add(found == Flaw.FLAGGED));
        body.put("prompt", prompt);
        return new Output(body, size.megapixels() * number, made.files());
    }

    static boolean isFlagged(String prompt) {
        return prompt.toLowerCase(Locale.ROOT).contains(FLAGGED);
    }

    /** That of the first LoRA; all of them have to be readable. */
    private Likeness likeness(ObjectNode input, String prompt) throws ModelFailure {
        var loras = input.path("loras");
        if (loras.size() > kind.mostLoras()) {
            throw new ModelFailure(
                    Problem.of("loras", "List should have at most %d items".formatted(kind.mostLoras()), "too_long"));
        }
        var read = new ArrayList<Likeness>();
        for (var i = 0; i < loras.size(); i++) {
            read.add(likeness(loras.get(i), i));
        }
        return read.isEmpty() ? Likeness.stranger(prompt.hashCode()) : read.getFirst();
    }

    private Likeness likeness(JsonNode lora, int index) throws ModelFailure {
        if (!lora.path("path").isString()) {
            throw new ModelFailure(Problem.at(List.of("body", "loras", index, "path"), "Field required", "missing"));
        }
        var scale = lora.path("scale").asDouble(1);
        if (scale < 0 || scale > 4) {
            throw new ModelFailure(Problem.at(
                    List.of("body", "loras", index, "scale"),
                    "Input should be between 0 and 4",
                    scale < 0 ? "greater_than_equal" : "less_than_equal"));
        }
        try {
            var bytes = fetcher.fetch(lora.path("path").stringValue(), LARGEST_LORA);
            var metadata = Safetensors.metadata(bytes);
            return Likeness.isIn(metadata) ? Likeness.from(metadata) : Likeness.stranger(Arrays.hashCode(bytes));
        } catch (IOException unreadable) {
            throw new ModelFailure(Problem.at(
                    List.of("body", "loras", index, "path"),
                    "Failed to load the LoRA weights from the URL.",
                    "file_download_error"));
        }
    }
}
