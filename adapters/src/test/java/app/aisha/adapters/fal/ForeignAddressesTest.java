package app.aisha.adapters.fal;

import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.adapters.http.Canary;
import app.aisha.adapters.http.Delay;
import app.aisha.adapters.http.ForeignAddresses;
import app.aisha.adapters.http.HttpClients;
import app.aisha.adapters.http.Secret;
import app.aisha.core.work.Fetched;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever address an answer of FAL names for a file: only FAL's own hosts are asked. */
class ForeignAddressesTest {

    @Test
    void noneOfThemIsAsked(@TempDir Path folder) throws Exception {
        var settings = FalSettings.of(new Secret("id:secret"), Optional.empty());
        var http = new FalHttp(
                settings,
                HttpClients.create(Optional.empty(), Duration.ofSeconds(1)),
                InstantSource.system(),
                Delay.real());
        try (var canary = new Canary()) {
            var refused = 0;
            for (var spelling : ForeignAddresses.leadingTo(canary.port())) {
                var address = Addresses.parse(spelling);
                if (address.isPresent()) {
                    assertThat(new FalDownload(http).of(address.get(), folder.resolve("file"), 1_000))
                            .as(spelling)
                            .isInstanceOf(Fetched.Unusable.class);
                }
                refused++;
            }
            assertThat(canary.connections()).isZero();
            assertThat(folder).isEmptyDirectory();
            System.out.printf("Foreign addresses of files: %d, asked: 0%n", refused);
            assertThat(refused).isGreaterThan(400);
        }
    }

    @Test
    void theCanarySeesWhoComes() throws Exception {
        try (var canary = new Canary()) {
            try (var _ = new Socket(InetAddress.getLoopbackAddress(), canary.port())) {
                assertThat(canary.connections()).isEqualTo(1);
            }
        }
    }
}
