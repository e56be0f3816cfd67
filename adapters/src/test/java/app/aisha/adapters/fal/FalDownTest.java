package app.aisha.adapters.fal;

import static app.aisha.adapters.fal.PainterAtFal.generation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.aisha.adapters.fal.FalSettings.Roots;
import app.aisha.adapters.http.HttpClients;
import app.aisha.adapters.http.ServicePause;
import app.aisha.core.account.AspectRatio;
import app.aisha.core.picture.Painter.Submission;
import app.aisha.core.picture.PaintingOrder;
import app.aisha.core.work.ProviderUnavailable;
import app.aisha.core.work.SettableClock;
import app.aisha.simulators.fal.Fault;
import app.aisha.simulators.fal.FaultKind;
import app.aisha.simulators.fal.FaultPoint;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Requests for pictures that come to nothing open the circuit; those that were taken on are sent nevertheless. */
@Timeout(60)
class FalDownTest {

    private static final PaintingOrder ORDER =
            generation(URI.create("https://v3.fal.media/lora.safetensors"), "a lake", AspectRatio.SQUARE, 5);

    private final SettableClock clock = new SettableClock();
    private final PainterAtFal town;
    private final ServicePause circuit;

    @TempDir
    private Path folder;

    FalDownTest(@TempDir Path home) throws IOException {
        town = new PainterAtFal(home);
        circuit = new ServicePause(_ -> {}, Duration.ofMinutes(1), clock);
    }

    @AfterEach
    void stop() {
        town.close();
    }

    @ParameterizedTest
    @EnumSource(names = {"SERVER_ERROR", "BAD_GATEWAY", "UNAVAILABLE", "TIMEOUT", "CUT"})
    void requestsInARowThatComeToNothingOpenTheCircuit(FaultKind kind) throws Exception {
        var painter = painter(town.settings());
        town.fal.control().fault(Fault.once(FaultPoint.SUBMIT, kind).times(ServicePause.FAILURES));

        for (var request = 1; request < ServicePause.FAILURES; request++) {
            assertThat(isAccepted(painter)).isFalse();
        }
        assertThat(circuit.isOpen()).isFalse();
        assertThat(isAccepted(painter)).isFalse();
        assertThat(circuit.isOpen()).isTrue();

        assertThat(isAccepted(painter)).as("sent nevertheless").isTrue();
        assertThat(circuit.isOpen()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(names = {"TOO_MANY_REQUESTS", "UNPROCESSABLE"})
    void whatFalAnswersItIsThereToAnswer(FaultKind kind) throws Exception {
        var painter = painter(town.settings());
        town.fal.control().fault(Fault.always(FaultPoint.SUBMIT, kind));

        for (var request = 1; request <= 2 * ServicePause.FAILURES; request++) {
            assertThat(isAccepted(painter)).isFalse();
        }

        assertThat(circuit.isOpen()).isFalse();
    }

    @Test
    void nobodyThereCountsForRequestsAndUploadsAlike() throws Exception {
        var painter = painter(nobodyThere());
        var photo = Files.writeString(folder.resolve("photo.jpg"), "a photo");

        assertThat(isAccepted(painter)).isFalse();
        assertThatThrownBy(() -> painter.upload(photo, "photo.jpg")).isInstanceOf(ProviderUnavailable.class);
        assertThat(circuit.isOpen()).isFalse();
        assertThat(isAccepted(painter)).isFalse();

        assertThat(circuit.isOpen()).isTrue();
        clock.advance(Duration.ofMinutes(1));
        assertThat(circuit.isOpen()).as("the next one finds out").isFalse();
        assertThat(isAccepted(painter)).isFalse();
        assertThat(circuit.isOpen()).isTrue();
    }

    private static boolean isAccepted(FalPainter painter) throws InterruptedException {
        try {
            return painter.submit(ORDER) instanceof Submission.Accepted;
        } catch (ProviderUnavailable _) {
            return false;
        }
    }

    private FalPainter painter(FalSettings settings) {
        return new FalPainter(
                settings,
                PaintingSettings.USUAL,
                circuit,
                clock,
                HttpClients.create(Optional.empty(), Duration.ofSeconds(5)),
                _ -> {});
    }

    private FalSettings nobodyThere() throws IOException {
        try (var closed = new ServerSocket(0)) {
            var nobody = URI.create("http://127.0.0.1:" + closed.getLocalPort());
            var there = town.settings();
            return new FalSettings(
                    there.key(),
                    new Roots(nobody, nobody, nobody, nobody),
                    there.fileHosts(),
                    there.timeouts(),
                    there.proxy(),
                    there.pause());
        }
    }
}
