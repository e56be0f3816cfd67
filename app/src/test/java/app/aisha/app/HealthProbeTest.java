package app.aisha.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HealthProbeTest {

    @ParameterizedTest
    @CsvSource({"200, HTTP/1.1 200", "503, HTTP/1.1 503"})
    void theStatusIsThatOfReadiness(int status, String line) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/actuator/health/readiness", exchange -> {
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        server.start();
        try {
            assertThat(HealthProbe.statusLine(server.getAddress().getPort())).isEqualTo(line);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void whereNobodyListensItSaysSo() {
        assertThat(HealthProbe.statusLine(1)).isEqualTo("ConnectException");
    }
}
