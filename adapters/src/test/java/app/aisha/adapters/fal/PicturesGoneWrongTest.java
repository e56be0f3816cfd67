package app.aisha.adapters.fal;

import static app.aisha.adapters.fal.PainterAtFal.edit;
import static app.aisha.adapters.fal.PainterAtFal.generation;
import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.core.account.AspectRatio;
import app.aisha.core.picture.PaintingOrder;
import app.aisha.core.picture.PaintingReport;
import app.aisha.core.picture.PictureProblem;
import app.aisha.core.work.Fetched;
import app.aisha.simulators.fal.Ending;
import app.aisha.simulators.fal.Fault;
import app.aisha.simulators.fal.FaultKind;
import app.aisha.simulators.fal.FaultPoint;
import app.aisha.simulators.fal.Flaw;
import app.aisha.simulators.fal.Plan;
import java.awt.Color;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Every way in which a request that was accepted brings no good picture. */
@Timeout(60)
class PicturesGoneWrongTest {

    private static final URI GONE = URI.create("http://127.0.0.1:1/gone");

    private final PainterAtFal town;
    private final Path folder;

    PicturesGoneWrongTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        town = new PainterAtFal(folder);
    }

    @AfterEach
    void stop() {
        town.close();
    }

    @Test
    void whatFalFindsUnfitIsFlaggedByGeneratorsAndRefusedByEditors() throws Exception {
        var flagged = flawed(Flaw.FLAGGED, generated());
        assertThat(flagged)
                .isInstanceOfSatisfying(
                        PaintingReport.Done.class,
                        done -> assertThat(done.flagged()).isTrue());
        assertThat(problem(flawed(Flaw.FLAGGED, edited()))).isEqualTo(PictureProblem.CONTENT);
        assertThat(town.painted(generation(town.weights(Color.ORANGE), "nsfw", AspectRatio.SQUARE, 1))
                        .flagged())
                .isTrue();
    }

    @Test
    void aBlackPictureWithoutAFlagAndASmallOneArriveAsTheyAre() throws Exception {
        var black = ImageIO.read(
                fetched((PaintingReport.Done) flawed(Flaw.BLACK, edited())).toFile());
        assertThat(black.getRGB(300, 700) & 0xffffff).isZero();
        var small = ImageIO.read(fetched((PaintingReport.Done) flawed(Flaw.WRONG_SIZE, generated()))
                .toFile());
        assertThat(small.getWidth()).isEqualTo(512);
    }

    @Test
    void aPageUnderTheNameOfAPictureIsLeftToWhoeverOpensIt() throws Exception {
        assertThat(fetched((PaintingReport.Done) flawed(Flaw.PAGE, edited())))
                .content()
                .startsWith("<html>");
    }

    @ParameterizedTest
    @EnumSource(
            value = Flaw.class,
            names = {"ELSEWHERE", "MISSING"})
    void aPictureOfAnotherHostOrNoneIsABadResult(Flaw flaw) throws Exception {
        assertThat(problem(flawed(flaw, edited()))).isEqualTo(PictureProblem.BAD_RESULT);
        assertThat(town.painter.fetch(URI.create("http://elsewhere.invalid/files/image"), folder.resolve("x"), 1_000))
                .isInstanceOf(Fetched.Unusable.class);
    }

    @Test
    void filesThatFalCannotReadAreThoseOfTheOrder() throws Exception {
        var page = town.fal.control().putFile("l.safetensors", "text/html", "<html>".getBytes(StandardCharsets.UTF_8));

        for (var lora : List.of(GONE, page)) {
            assertThat(problem(town.ended(town.submitted(generation(lora, "a", AspectRatio.SQUARE, 1)))))
                    .isEqualTo(PictureProblem.MODEL_GONE);
        }
        for (var photo : List.of(GONE, page)) {
            assertThat(problem(town.ended(town.submitted(edit(List.of(photo), "a", AspectRatio.SQUARE, 1)))))
                    .isEqualTo(PictureProblem.PHOTOS_UNUSABLE);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "422, content_policy_violation, CONTENT, CONTENT",
        "422, no_media_generated, CONTENT, CONTENT",
        "422, face_detection_error, PHOTOS_UNUSABLE, PHOTOS_UNUSABLE",
        "422, image_load_error, PHOTOS_UNUSABLE, MODEL_GONE",
        "422, file_download_error, PHOTOS_UNUSABLE, MODEL_GONE",
        "422, image_too_small, PHOTOS_UNUSABLE, MODEL_GONE",
        "422, less_than_equal, REJECTED, REJECTED",
        "422, missing, REJECTED, REJECTED",
        "500, internal_server_error, BROKE_DOWN, BROKE_DOWN",
        "504, generation_timeout, BROKE_DOWN, BROKE_DOWN",
        "503, downstream_service_unavailable, BROKE_DOWN, BROKE_DOWN",
    })
    void theKindOfAComplaintDecides(int status, String type, PictureProblem ofEditor, PictureProblem ofGenerator)
            throws Exception {
        var ending = new Ending.ModelError(status, type, "see https://v3.fal.media/x?sig=private");

        var report = (PaintingReport.Failed) ended(ending, edited());

        assertThat(report.problem()).isEqualTo(ofEditor);
        assertThat(report.detail()).contains(type).doesNotContain("private");
        assertThat(problem(ended(ending, generated()))).isEqualTo(ofGenerator);
    }

    @ParameterizedTest
    @CsvSource({
        "504, request_timeout, BROKE_DOWN",
        "503, runner_scheduling_failure, BROKE_DOWN",
        "500, internal_error, BROKE_DOWN",
        "499, client_cancelled, STOPPED",
        "400, bad_request, REJECTED",
    })
    void theKindOfAFailedRequestDecides(int status, String type, PictureProblem problem) throws Exception {
        assertThat(problem(ended(new Ending.RequestError(status, type, "Oh"), edited())))
                .isEqualTo(problem);
    }

    @Test
    void whatHangsHangsAndWhatIsLostIsUnknown() throws Exception {
        var ticket = town.submitted(edited());
        town.ended(ticket);
        town.fal.control().fault(Fault.once(FaultPoint.STATUS, FaultKind.STUCK));
        assertThat(town.painter.report(ticket)).isInstanceOf(PaintingReport.Running.class);
        town.fal.control().fault(Fault.once(FaultPoint.RESULT, FaultKind.NOT_FOUND));
        assertThat(town.painter.report(ticket)).isEqualTo(new PaintingReport.Unknown());
    }

    @ParameterizedTest
    @EnumSource(
            value = FaultKind.class,
            names = {"HTML", "NOT_FOUND", "EMPTY", "PRIVATE_REDIRECT", "REDIRECT"})
    void aCdnThatGivesNoPictureIsUnusable(FaultKind kind) throws Exception {
        var picture = town.painted(edited()).picture();
        town.fal.control().fault(Fault.always(FaultPoint.CDN, kind));

        var target = folder.resolve("picture.jpg");
        assertThat(town.painter.fetch(picture, target, 25 << 20)).isInstanceOf(Fetched.Unusable.class);
        assertThat(target).doesNotExist();
    }

    private PaintingOrder edited() throws Exception {
        return edit(List.of(town.photo(Color.PINK, "a.jpg")), "on a horse", AspectRatio.SQUARE, 7);
    }

    private PaintingOrder generated() throws Exception {
        return generation(town.weights(Color.ORANGE), "on a horse", AspectRatio.SQUARE, 7);
    }

    private PaintingReport flawed(Flaw flaw, PaintingOrder order) throws Exception {
        return ended(new Ending.Flawed(flaw), order);
    }

    private PaintingReport ended(Ending ending, PaintingOrder order) throws Exception {
        town.fal.control().plan(Plan.nextGeneration().ending(ending));
        return town.ended(town.submitted(order));
    }

    private static PictureProblem problem(PaintingReport report) {
        assertThat(report).isInstanceOf(PaintingReport.Failed.class);
        return ((PaintingReport.Failed) report).problem();
    }

    private Path fetched(PaintingReport.Done done) throws Exception {
        var target = Files.createTempFile(folder, "picture", ".jpg");
        assertThat(town.painter.fetch(done.picture(), target, 25 << 20)).isInstanceOf(Fetched.Stored.class);
        return target;
    }
}
