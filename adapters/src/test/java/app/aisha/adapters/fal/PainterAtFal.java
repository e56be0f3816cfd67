package app.aisha.adapters.fal;

import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.adapters.fal.FalSettings.Roots;
import app.aisha.adapters.fal.FalSettings.Timeouts;
import app.aisha.adapters.http.HttpClients;
import app.aisha.adapters.http.Secret;
import app.aisha.adapters.http.ServicePause;
import app.aisha.core.account.AspectRatio;
import app.aisha.core.avatar.AvatarTrainer;
import app.aisha.core.avatar.TrainingOrder;
import app.aisha.core.avatar.TrainingReport;
import app.aisha.core.picture.Painter.Submission;
import app.aisha.core.picture.PaintingOrder;
import app.aisha.core.picture.PaintingOrder.Ingredients;
import app.aisha.core.picture.PaintingReport;
import app.aisha.core.picture.PaintingTicket;
import app.aisha.core.picture.PixelSize;
import app.aisha.core.wallet.Prices.Quality;
import app.aisha.core.work.Fetched;
import app.aisha.simulators.fal.FalSettings.Timing;
import app.aisha.simulators.fal.FalSimulator;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
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

/** A painter and a FAL that fetches what it is given and paints from it. */
final class PainterAtFal implements AutoCloseable {

    static final String FLUX = "fal-ai/flux-lora";
    static final String EDITOR = PaintingSettings.USUAL.instant();
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    final FalSimulator fal;
    final FalPainter painter;
    private final Path folder;

    PainterAtFal(Path folder) throws IOException {
        this.folder = folder;
        var moment = Duration.ofMillis(1);
        fal = FalSimulator.start(app.aisha.simulators.fal.FalSettings.sandbox()
                .withKey(TrainerOnLoopback.KEY)
                .withTiming(new Timing(moment, moment, moment)));
        painter = new FalPainter(
                settings(),
                PaintingSettings.USUAL,
                pause(),
                InstantSource.system(),
                HttpClients.create(Optional.empty(), PATIENCE),
                _ -> {});
    }

    private static ServicePause pause() {
        return new ServicePause(_ -> {}, Duration.ofMinutes(1), InstantSource.system());
    }

    FalSettings settings() {
        return new FalSettings(
                new Secret(TrainerOnLoopback.KEY),
                new Roots(fal.queue(), fal.rest(), fal.platform(), fal.jwks()),
                FalSettings.FAL_FILES,
                new Timeouts(PATIENCE, PATIENCE, PATIENCE, PATIENCE),
                Optional.empty(),
                Duration.ofMinutes(1));
    }

    /** Weights that were trained here on photos of this colour, copied to disk and handed over again. */
    URI weights(Color colour) throws Exception {
        var trainer = new FalAvatarTrainer(settings(), pause(), InstantSource.system());
        var zip = folder.resolve("avatar.zip");
        try (var open = new ZipOutputStream(Files.newOutputStream(zip))) {
            for (var number = 0; number < 10; number++) {
                open.putNextEntry(new ZipEntry("%02d.jpg".formatted(number)));
                open.write(photo(colour));
            }
        }
        var recipe = TrainerOnLoopback.ORDER.recipe();
        var order = new TrainingOrder(recipe, "TOK_ab12", trainer.upload(zip, "avatar.zip"), Optional.empty());
        var ticket = ((AvatarTrainer.Submission.Accepted) trainer.submit(order)).ticket();
        var report = trainer.report(ticket);
        while (!(report instanceof TrainingReport.Done)) {
            assertThat(report).isNotInstanceOf(TrainingReport.Failed.class);
            report = trainer.report(ticket);
        }
        var lora = folder.resolve("lora.safetensors");
        var trained = ((TrainingReport.Done) report).lora().address();
        assertThat(trainer.fetch(trained, lora, 1 << 24)).isInstanceOf(Fetched.Stored.class);
        return painter.upload(lora, "lora.safetensors");
    }

    URI photo(Color colour, String name) throws Exception {
        return painter.upload(Files.write(folder.resolve(name), photo(colour)), name);
    }

    static PaintingOrder generation(URI lora, String prompt, AspectRatio ratio, long seed) {
        return new PaintingOrder(
                FLUX, new Ingredients.Model(lora), prompt, ratio, PixelSize.of(ratio), Quality.BALANCED, seed);
    }

    static PaintingOrder at(String endpoint, PaintingOrder order) {
        return new PaintingOrder(
                endpoint,
                order.ingredients(),
                order.prompt(),
                order.ratio(),
                order.size(),
                order.quality(),
                order.seed());
    }

    static PaintingOrder edit(List<URI> photos, String prompt, AspectRatio ratio, long seed) {
        return new PaintingOrder(
                EDITOR,
                new Ingredients.Photos(photos),
                prompt,
                ratio,
                PaintingSettings.instantSize(ratio),
                Quality.BALANCED,
                seed);
    }

    PaintingTicket submitted(PaintingOrder order) throws Exception {
        return ((Submission.Accepted) painter.submit(order)).ticket();
    }

    /** Asks until it is over; each question takes a moment. */
    PaintingReport ended(PaintingTicket ticket) throws Exception {
        while (true) {
            var report = painter.report(ticket);
            if (!(report instanceof PaintingReport.Running || report instanceof PaintingReport.InLine)) {
                return report;
            }
        }
    }

    List<PaintingTicket> find(PaintingOrder order, Instant since) throws Exception {
        return painter.find(order.endpoint(), painter.input(order), since);
    }

    PaintingReport.Done painted(PaintingOrder order) throws Exception {
        return (PaintingReport.Done) ended(submitted(order));
    }

    /** The file of the picture. */
    Path picture(PaintingOrder order) throws Exception {
        var target = Files.createTempFile(folder, "picture", ".jpg");
        assertThat(painter.fetch(painted(order).picture(), target, 25 << 20)).isInstanceOf(Fetched.Stored.class);
        return target;
    }

    private static byte[] photo(Color colour) throws IOException {
        var image = new BufferedImage(240, 320, BufferedImage.TYPE_INT_RGB);
        var canvas = image.createGraphics();
        canvas.setColor(colour);
        canvas.fillRect(0, 0, 240, 320);
        canvas.dispose();
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "jpeg", bytes);
        return bytes.toByteArray();
    }

    @Override
    public void close() {
        assertThat(fal.control().violations()).isEmpty();
        fal.close();
    }
}
