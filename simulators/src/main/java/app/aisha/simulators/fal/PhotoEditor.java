package app.aisha.simulators.fal;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** {@code fal-ai/nano-banana/edit}: new pictures of the photos it is given, without training. Thread-safe. */
final class PhotoEditor implements Model {
    private static final int LARGEST_PHOTO = 50 << 20;

    private final Fetcher fetcher;
    private final Studio studio;
    private final Ids ids;

    PhotoEditor(Fetcher fetcher, Studio studio, Ids ids) {
        this.fetcher = fetcher;
        this.studio = studio;
        this.ids = ids;
    }

    @Override
    public String id() {
        return "fal-ai/nano-banana/edit";
    }

    @Override
    public boolean trains() {
        return false;
    }

    @Override
    public Price price() {
        return new Price(0.0398, "images");
    }

    @Override
    public List<Field> fields() {
        return List.of(
                Field.needed("prompt"),
                Field.list("image_urls", true),
                Field.option("aspect_ratio", ImageSize.ratios()),
                Field.whole("num_images", 1, 4),
                Field.option("output_format", "jpeg", "png"),
                Field.option("safety_tolerance", "1", "2", "3", "4", "5", "6"),
                Field.flag("limit_generations"),
                Field.whole("seed", 0, Long.MAX_VALUE));
    }

    @Override
    public int steps(ObjectNode input) {
        return 0;
    }

    @Override
    public Output run(ObjectNode input, Instant expiry, Flaw flaw) throws ModelFailure {
        var prompt = input.path("prompt").asString("");
        if (Generator.isFlagged(prompt) || flaw == Flaw.FLAGGED) {
            throw new ModelFailure(Problem.of(
                    "prompt", "The content could not be processed as it was flagged.", "content_policy_violation"));
        }
        var likeness = Likeness.of(photos(input));
        var size = ImageSize.ofRatio(input.path("aspect_ratio").asString("auto"));
        var format = input.path("output_format").asString("png");
        var seed = input.path("seed").isIntegralNumber() ? input.path("seed").longValue() : ids.seed();
        var number = input.path("num_images").asInt(1);
        var made = studio.make(new Studio.Wish(likeness, prompt, seed, size, format, number, flaw, expiry));
        var body = Json.object();
        body.set("images", made.images());
        body.put("description", "");
        return new Output(body, number, made.files());
    }

    private List<BufferedImage> photos(ObjectNode input) throws ModelFailure {
        var photos = new ArrayList<BufferedImage>();
        var urls = input.path("image_urls");
        if (urls.isEmpty()) {
            throw new ModelFailure(Problem.of("image_urls", "List should have at least 1 item", "sequence_too_short"));
        }
        for (var i = 0; i < urls.size(); i++) {
            List<Object> location = List.of("body", "image_urls", i);
            byte[] bytes;
            try {
                bytes = fetcher.fetchOrDecode(urls.get(i).asString(""), LARGEST_PHOTO);
            } catch (IOException unreachable) {
                throw new ModelFailure(Problem.at(location, "Failed to download the file.", "file_download_error"));
            }
            try {
                photos.add(Pictures.read(bytes));
            } catch (IOException unreadable) {
                throw new ModelFailure(Problem.at(location, "Could not load the image.", "image_load_error"));
            }
        }
        return photos;
    }
}
