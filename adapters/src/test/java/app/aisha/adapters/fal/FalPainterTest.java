package app.aisha.adapters.fal;

import static app.aisha.adapters.fal.PainterAtFal.FLUX;
import static app.aisha.adapters.fal.PainterAtFal.edit;
import static app.aisha.adapters.fal.PainterAtFal.generation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import app.aisha.core.account.AspectRatio;
import app.aisha.core.picture.Painter.Submission;
import app.aisha.core.picture.PaintingReport;
import app.aisha.core.picture.PictureProblem;
import app.aisha.core.picture.PixelSize;
import app.aisha.core.work.Fetched;
import app.aisha.core.work.ProviderUnavailable;
import app.aisha.simulators.fal.Fault;
import app.aisha.simulators.fal.FaultKind;
import app.aisha.simulators.fal.FaultPoint;
import app.aisha.simulators.fal.Plan;
import java.awt.Color;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The whole way of a picture, at a FAL that reads what it is given and paints. */
@Timeout(60)
class FalPainterTest {

    private final PainterAtFal town;
    private final Path folder;

    FalPainterTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        town = new PainterAtFal(folder);
    }

    @AfterEach
    void stop() {
        town.close();
    }

    @Test
    void weightsAndWordsBecomeAPictureOfTheirPhotos() throws Exception {
        var order = generation(town.weights(Color.ORANGE), "TOK_ab12 on a horse", AspectRatio.TALL, 7);

        var done = town.painted(order);

        assertThat(done.flagged()).isFalse();
        assertThat(done.seed()).hasValue(7);
        assertThat(done.seconds()).isPresent();
        assertThat(done.billed()).contains("1");
        var middle = new Color(
                ImageIO.read(town.picture(order).toFile()).getRGB(order.size().width() / 2, 540));
        assertThat(middle.getRed()).isCloseTo(Color.ORANGE.getRed(), within(12));
        assertThat(middle.getGreen()).isCloseTo(Color.ORANGE.getGreen(), within(12));
        assertThat(middle.getBlue()).isCloseTo(Color.ORANGE.getBlue(), within(24));
    }

    @ParameterizedTest
    @EnumSource
    void eachRatioHasItsPixels(AspectRatio ratio) throws Exception {
        var generated = ImageIO.read(town.picture(generation(town.weights(Color.ORANGE), "a", ratio, 1))
                .toFile());
        var edited = ImageIO.read(town.picture(edit(List.of(town.photo(Color.PINK, "a.jpg")), "a", ratio, 1))
                .toFile());

        assertThat(new PixelSize(generated.getWidth(), generated.getHeight())).isEqualTo(PixelSize.of(ratio));
        assertThat(new PixelSize(edited.getWidth(), edited.getHeight())).isEqualTo(PaintingSettings.instantSize(ratio));
    }

    @Test
    void theSameOrderMakesTheSamePictureAndAnotherSeedAnother() throws Exception {
        var lora = town.weights(Color.ORANGE);
        var first = town.picture(generation(lora, "TOK_ab12 reads", AspectRatio.SQUARE, 5));
        var again = town.picture(generation(lora, "TOK_ab12 reads", AspectRatio.SQUARE, 5));
        var other = town.picture(generation(lora, "TOK_ab12 reads", AspectRatio.SQUARE, 6));

        assertThat(Files.mismatch(first, again)).isEqualTo(-1);
        assertThat(Files.mismatch(first, other)).isNotEqualTo(-1);
    }

    @Test
    void everyAvatarOfEveryTrainerIsPainted() throws Exception {
        var lora = town.weights(Color.ORANGE);

        for (var endpoint :
                List.of(FLUX, "fal-ai/flux-2/lora", "fal-ai/z-image/turbo/lora", "fal-ai/z-image/base/lora")) {
            var order = PainterAtFal.at(endpoint, generation(lora, "TOK_ab12 reads", AspectRatio.TALL, 5));
            assertThat(town.painted(order).seed()).as(endpoint).hasValue(5);
        }
    }

    @Test
    void aPictureLiesThereForADayAndWeightsForAMonth() throws Exception {
        town.painted(generation(town.weights(Color.ORANGE), "a", AspectRatio.SQUARE, 1));

        var painting = town.fal.control().calls().stream()
                .filter(call -> call.target().contains(FLUX)
                        && call.point() == FaultPoint.SUBMIT
                        && !call.target().contains("trainer"))
                .findFirst()
                .orElseThrow();
        var upload = town.fal.control().calls().stream()
                .filter(call -> call.body().contains("lora.safetensors"))
                .findFirst()
                .orElseThrow();
        assertThat(painting.headers().get("x-fal-object-lifecycle-preference"))
                .containsExactly("{\"expiration_duration_seconds\":86400}");
        assertThat(upload.headers().get("x-fal-object-lifecycle-preference"))
                .containsExactly("{\"expiration_duration_seconds\":2592000}");
        assertThat(painting.target()).doesNotContain("webhook");
        assertThat(upload.body()).contains("application/octet-stream");
    }

    @Test
    void aSubmissionThatWasActedOnAndNotAnsweredIsFoundInTheList() throws Exception {
        var photos = List.of(town.photo(Color.PINK, "a.jpg"));
        var order = edit(photos, "on a horse", AspectRatio.SQUARE, 7);
        town.painted(edit(photos, "on a horse", AspectRatio.SQUARE, 8));
        town.painted(edit(photos, "on a horse", AspectRatio.TALL, 7));
        town.fal.control().fault(Fault.once(FaultPoint.SUBMIT, FaultKind.ACT_THEN_CUT));

        assertThat(town.painter.submit(order)).isInstanceOf(Submission.Uncertain.class);

        var ticket = town.find(order, Instant.now()).getFirst();
        assertThat(town.fal.control().requestIds()).hasSize(3).last().isEqualTo(ticket.requestId());
        assertThat(town.ended(ticket)).isInstanceOf(PaintingReport.Done.class);
        assertThat(town.find(edit(photos, "on a cow", AspectRatio.SQUARE, 7), Instant.now()))
                .isEmpty();
        assertThat(town.find(order, Instant.now().plusSeconds(600))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = FaultKind.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"SLOW", "HUGE", "ACT_THEN_CUT", "TRUNCATED", "UNKNOWN_STATUS", "STUCK"})
    void noFaultOfASubmissionMakesASecondRequest(FaultKind kind) throws Exception {
        var order = edit(List.of(town.photo(Color.PINK, "a.jpg")), "a secret wish", AspectRatio.SQUARE, 7);
        town.fal.control().fault(Fault.always(FaultPoint.SUBMIT, kind));

        try {
            assertThat(town.painter.submit(order)).isNotInstanceOf(Submission.Accepted.class);
        } catch (ProviderUnavailable e) {
            assertThat(e).hasMessageNotContaining("secret");
        }

        assertThat(town.fal.control().calls().stream().filter(call -> call.point() == FaultPoint.SUBMIT))
                .hasSize(1);
        assertThat(town.fal.control().accepted()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = FaultKind.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"SLOW", "NOT_FOUND", "UNPROCESSABLE", "UNKNOWN_STATUS", "STUCK", "HUGE"})
    void aPassingFaultOnTheResultCostsNoPicture(FaultKind kind) throws Exception {
        var ticket = town.submitted(edit(List.of(town.photo(Color.PINK, "a.jpg")), "a", AspectRatio.SQUARE, 7));
        town.ended(ticket);
        town.fal.control().fault(Fault.always(FaultPoint.RESULT, kind));

        assertThatThrownBy(() -> town.painter.report(ticket)).isInstanceOf(ProviderUnavailable.class);

        town.fal.control().clearFaults();
        assertThat(town.painter.report(ticket)).isInstanceOf(PaintingReport.Done.class);
    }

    @Test
    void aStoppedPaintingIsSeenAsStoppedAndAnUnknownOneAsUnknown() throws Exception {
        town.fal.control().plan(Plan.nextGeneration().hold());
        var ticket = town.submitted(edit(List.of(town.photo(Color.PINK, "a.jpg")), "a", AspectRatio.SQUARE, 7));
        assertThat(town.painter.report(ticket)).isInstanceOf(PaintingReport.Running.class);

        town.painter.cancel(ticket);

        assertThat(((PaintingReport.Failed) town.ended(ticket)).problem()).isEqualTo(PictureProblem.STOPPED);
        town.painter.cancel(ticket);
        var unknown = new FalTickets(town.fal.queue()).of(FLUX, "00000000-0000-4000-8000-000000000000");
        assertThat(town.painter.report(unknown.forPainting())).isEqualTo(new PaintingReport.Unknown());
        town.painter.cancel(unknown.forPainting());
    }

    @Test
    void aBigUploadArrivesInParts() throws Exception {
        var file = folder.resolve("big.safetensors");
        try (var big = new RandomAccessFile(file.toFile(), "rw")) {
            big.setLength(95L << 20);
        }

        var copy = folder.resolve("copy");
        assertThat(town.painter.fetch(town.painter.upload(file, "big.safetensors"), copy, 100 << 20))
                .isEqualTo(new Fetched.Stored(95L << 20));
    }
}
