package app.aisha.adapters.fal;

import app.aisha.core.picture.PaintingReport;
import app.aisha.core.picture.PictureProblem;
import java.util.OptionalLong;
import tools.jackson.databind.JsonNode;

/** What the state of a request says about a painting. */
final class PaintingReports {

    private final FalSettings settings;

    PaintingReports(FalSettings settings) {
        this.settings = settings;
    }

    /** @param endpoint what was asked, with or without what follows {@code owner/alias} */
    PaintingReport of(FalState state, String endpoint) {
        return switch (state) {
            case FalState.InLine(var ahead) -> new PaintingReport.InLine(ahead);
            case FalState.Running _ -> new PaintingReport.Running();
            case FalState.Done done -> done(done);
            case FalState.Failed failed ->
                new PaintingReport.Failed(
                        problem(failed.error().kind(), failed.error(), endpoint),
                        failed.error().detail());
            case FalState.Unknown _ -> new PaintingReport.Unknown();
        };
    }

    static PictureProblem problem(FalError.Kind kind, FalError error, String endpoint) {
        return switch (kind) {
            case UNFIT -> PictureProblem.CONTENT;
            case NO_FACE -> PictureProblem.PHOTOS_UNUSABLE;
            case FILE -> readsPhotos(error, endpoint) ? PictureProblem.PHOTOS_UNUSABLE : PictureProblem.MODEL_GONE;
            case PARAMETER -> PictureProblem.REJECTED;
            case SLOW, BROKEN -> PictureProblem.BROKE_DOWN;
            case STOPPED -> PictureProblem.STOPPED;
            case NO_SERVICE -> PictureProblem.NO_SERVICE;
        };
    }

    /** The only files of a generator are weights, those of an editor photos. */
    private static boolean readsPhotos(FalError error, String endpoint) {
        return error.fields().stream().anyMatch(field -> field.startsWith("image_url"))
                || (!error.fields().contains("loras") && endpoint.contains("banana"));
    }

    private PaintingReport done(FalState.Done done) {
        var image = done.result().path("images").path(0);
        var picture = Addresses.parse(image.path("url").asString(""));
        if (picture.isEmpty()) {
            return new PaintingReport.Failed(PictureProblem.BAD_RESULT, "the result names no picture");
        }
        if (!settings.hasFiles(picture.get())) {
            return new PaintingReport.Failed(
                    PictureProblem.BAD_RESULT,
                    "pictures of FAL do not come from " + picture.get().getHost());
        }
        return new PaintingReport.Done(
                picture.get(),
                done.result().path("has_nsfw_concepts").path(0).asBoolean(false),
                seed(done.result().path("seed")),
                done.seconds(),
                done.billed());
    }

    /** Seeds may be larger than a double can tell apart. */
    private static OptionalLong seed(JsonNode value) {
        return value.canConvertToLong() ? OptionalLong.of(value.longValue()) : OptionalLong.empty();
    }
}
