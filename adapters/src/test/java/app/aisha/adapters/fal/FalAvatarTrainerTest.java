package app.aisha.adapters.fal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.aisha.adapters.fal.FalSettings.Roots;
import app.aisha.adapters.fal.FalSettings.Timeouts;
import app.aisha.adapters.http.HttpClients;
import app.aisha.adapters.http.Secret;
import app.aisha.adapters.http.ServicePause;
import app.aisha.core.avatar.AvatarTrainer.Submission;
import app.aisha.core.avatar.TrainerBackend;
import app.aisha.core.avatar.TrainerBackend.Dialect;
import app.aisha.core.avatar.TrainingOrder;
import app.aisha.core.avatar.TrainingProblem;
import app.aisha.core.avatar.TrainingRecipe;
import app.aisha.core.avatar.TrainingReport;
import app.aisha.core.avatar.TrainingTicket;
import app.aisha.core.work.Fetched;
import app.aisha.core.work.ProviderUnavailable;
import app.aisha.simulators.fal.Ending;
import app.aisha.simulators.fal.FalSimulator;
import app.aisha.simulators.fal.Fault;
import app.aisha.simulators.fal.FaultKind;
import app.aisha.simulators.fal.FaultPoint;
import app.aisha.simulators.fal.Plan;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The whole way of a training, at a FAL that fetches and opens what it is given. */
@Timeout(60)
class FalAvatarTrainerTest {

    private static final String ENDPOINT = "fal-ai/flux-lora-portrait-trainer";
    private static final TrainerBackend BACKEND = new TrainerBackend(ENDPOINT, "fal-ai/flux-lora", Dialect.PORTRAIT);

    private final FalSimulator fal =
            FalSimulator.start(app.aisha.simulators.fal.FalSettings.sandbox().withKey(TrainerOnLoopback.KEY));
    private final FalAvatarTrainer trainer;
    private final Path folder;

    FalAvatarTrainerTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        var roots = new Roots(fal.queue(), fal.rest(), fal.platform(), fal.jwks());
        var patience = Duration.ofSeconds(20);
        var settings = new FalSettings(
                new Secret(TrainerOnLoopback.KEY),
                roots,
                FalSettings.FAL_FILES,
                new Timeouts(patience, patience, patience, patience),
                Optional.empty(),
                Duration.ofMinutes(1));
        trainer = new FalAvatarTrainer(
                settings,
                new ServicePause(_ -> {}, settings.pause(), InstantSource.system()),
                InstantSource.system(),
                HttpClients.create(Optional.empty(), patience),
                _ -> {});
    }

    @AfterEach
    void stop() {
        assertThat(fal.control().violations()).isEmpty();
        fal.close();
    }

    @Test
    void photosBecomeAModelOnDisk() throws Exception {
        fal.control().plan(Plan.nextTraining().hold());
        var ticket = submitted(archive(10));
        assertThat(trainer.report(ticket)).isInstanceOf(TrainingReport.Running.class);

        fal.control().release(ticket.requestId());
        var done = (TrainingReport.Done) ended(ticket);

        var lora = folder.resolve("lora.safetensors");
        var stored = (Fetched.Stored) trainer.fetch(done.lora().address(), lora, 1 << 20);
        assertThat(lora).hasSize(stored.bytes());
        assertThat(done.lora().bytes()).hasValue(stored.bytes());
        assertThat(trainer.fetch(done.config().address(), folder.resolve("config.json"), 1 << 20))
                .isInstanceOf(Fetched.Stored.class);
        assertThat(done.billed()).contains("1000");
        assertThat(done.answer()).contains("diffusers_lora_file");

        trainer.forget(ticket.requestId());
        assertThat(trainer.fetch(done.lora().address(), lora, 1 << 20)).isInstanceOf(Fetched.Unusable.class);
    }

    @Test
    void tooFewPhotosAreThePhotosFault() throws Exception {
        fal.control().plan(Plan.nextTraining().lasting(Duration.ZERO));

        var failed = (TrainingReport.Failed) ended(submitted(archive(1)));

        assertThat(failed.problem()).isEqualTo(TrainingProblem.PHOTOS_UNUSABLE);
    }

    @Test
    void aSubmissionThatWasActedOnAndNotAnsweredIsFoundInTheList() throws Exception {
        var order = order(archive(10));
        fal.control().fault(Fault.once(FaultPoint.SUBMIT, FaultKind.ACT_THEN_CUT));

        assertThat(trainer.submit(order)).isInstanceOf(Submission.Uncertain.class);

        assertThat(fal.control().accepted(ENDPOINT)).isEqualTo(1);
        var ticket = trainer.find(order, Instant.now()).orElseThrow();
        assertThat(fal.control().requestIds()).containsExactly(ticket.requestId());
        assertThat(trainer.report(ticket)).isNotInstanceOf(TrainingReport.Unknown.class);
        assertThat(trainer.find(order(URI.create("https://v3.fal.media/other.zip")), Instant.now()))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = FaultKind.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"SLOW", "HUGE", "ACT_THEN_CUT", "TRUNCATED", "UNKNOWN_STATUS", "STUCK"})
    void noFaultOfASubmissionMakesATraining(FaultKind kind) throws Exception {
        var order = order(archive(1));
        fal.control().fault(Fault.always(FaultPoint.SUBMIT, kind));

        try {
            assertThat(trainer.submit(order)).isNotInstanceOf(Submission.Accepted.class);
        } catch (ProviderUnavailable e) {
            assertThat(e).hasMessageNotContaining("secret");
        }

        var posts = fal.control().calls().stream()
                .filter(call -> call.point() == FaultPoint.SUBMIT)
                .toList();
        assertThat(posts).hasSize(1);
        assertThat(fal.control().accepted()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = FaultKind.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"SLOW", "NOT_FOUND", "UNPROCESSABLE", "UNKNOWN_STATUS", "STUCK", "HUGE"})
    void aPassingFaultOnTheResultCostsNoTraining(FaultKind kind) throws Exception {
        fal.control().plan(Plan.nextTraining().lasting(Duration.ZERO));
        var ticket = submitted(archive(10));
        ended(ticket);
        fal.control().fault(Fault.always(FaultPoint.RESULT, kind));

        var failure = catchThrowableOfType(ProviderUnavailable.class, () -> trainer.report(ticket));

        assertThat(failure).isNotNull();
        fal.control().clearFaults();
        assertThat(trainer.report(ticket)).isInstanceOf(TrainingReport.Done.class);
    }

    @Test
    void endingsAreToldApart() throws Exception {
        var archive = archive(10);
        assertThat(problem(archive, new Ending.ModelError(422, "content_policy_violation", "no")))
                .isEqualTo(TrainingProblem.CONTENT);
        assertThat(problem(archive, new Ending.ModelError(500, "internal_server_error", "oh")))
                .isEqualTo(TrainingProblem.BROKE_DOWN);
        assertThat(problem(archive, new Ending.RequestError(504, "request_timeout", "late")))
                .isEqualTo(TrainingProblem.TIMEOUT);
        assertThat(problem(archive, new Ending.RequestError(503, "runner_disconnected", "gone")))
                .isEqualTo(TrainingProblem.BROKE_DOWN);
        assertThat(problem(archive, new Ending.FlatError(422, "Could not load image from url")))
                .isEqualTo(TrainingProblem.PHOTOS_UNUSABLE);
        assertThat(problem(archive, new Ending.WithoutLora())).isEqualTo(TrainingProblem.BAD_RESULT);
    }

    @Test
    void aStoppedTrainingIsSeenAsStopped() throws Exception {
        fal.control().plan(Plan.nextTraining().hold());
        var ticket = submitted(archive(10));

        trainer.cancel(ticket);

        assertThat(((TrainingReport.Failed) ended(ticket)).problem()).isEqualTo(TrainingProblem.STOPPED);
        trainer.cancel(ticket);
        trainer.cancel(trainer.ticket(BACKEND, "00000000-0000-4000-8000-000000000000"));
        assertThat(trainer.report(trainer.ticket(BACKEND, "00000000-0000-4000-8000-000000000000")))
                .isEqualTo(new TrainingReport.Unknown());
    }

    @Test
    void aBigArchiveArrivesInParts() throws Exception {
        var file = folder.resolve("big.zip");
        try (var big = new RandomAccessFile(file.toFile(), "rw")) {
            big.setLength(95L << 20);
        }

        var address = trainer.upload(file, "big.zip");

        var copy = folder.resolve("copy.zip");
        assertThat(trainer.fetch(address, copy, 100 << 20)).isEqualTo(new Fetched.Stored(95L << 20));
        assertThat(Files.mismatch(file, copy)).isEqualTo(-1);
    }

    @Test
    void pricesAreTold() throws Exception {
        assertThat(trainer.prices(List.of(ENDPOINT)))
                .singleElement()
                .satisfies(price -> assertThat(price.unitPrice()).isPositive());
    }

    private TrainingProblem problem(URI archive, Ending ending) throws Exception {
        fal.control().plan(Plan.nextTraining().lasting(Duration.ZERO).ending(ending));
        return ((TrainingReport.Failed) ended(submitted(archive))).problem();
    }

    private TrainingTicket submitted(URI archive) throws Exception {
        return ((Submission.Accepted) trainer.submit(order(archive))).ticket();
    }

    /** Asks until it is over; each question takes a moment. */
    private TrainingReport ended(TrainingTicket ticket) throws Exception {
        while (true) {
            var report = trainer.report(ticket);
            if (!(report instanceof TrainingReport.Running || report instanceof TrainingReport.InLine)) {
                return report;
            }
        }
    }

    private static TrainingOrder order(URI archive) {
        var recipe = new TrainingRecipe(BACKEND, 1_000, 0.0002, true, true, false, false);
        return new TrainingOrder(recipe, "TOK_ab12", archive, Optional.empty());
    }

    private URI archive(int photos) throws Exception {
        var file = folder.resolve("avatar.zip");
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (var number = 0; number < photos; number++) {
                var image = new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB);
                image.setRGB(number, number, 0xffffff);
                var bytes = new ByteArrayOutputStream();
                ImageIO.write(image, "png", bytes);
                zip.putNextEntry(new ZipEntry("%02d.png".formatted(number)));
                zip.write(bytes.toByteArray());
                zip.closeEntry();
            }
        }
        return trainer.upload(file, "avatar.zip");
    }
}
