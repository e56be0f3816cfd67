package app.aisha.app;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;

/** Asks the program on this machine whether it is ready; a process of its own, so it loads next to nothing. */
final class HealthProbe {

    private static final int PATIENCE_MILLIS = 3_000;
    private static final String USUAL_PORT = "8080";
    private static final String GOOD = "HTTP/1.1 200";

    private HealthProbe() {}

    public static void main(String[] arguments) {
        var port = System.getenv().getOrDefault("AISHA_PORT", USUAL_PORT);
        var line = statusLine(Integer.parseInt(port));
        System.out.println(line);
        System.exit(line.startsWith(GOOD) ? 0 : 1);
    }

    /** The first line of the answer, or why there is none. */
    static String statusLine(int port) {
        try (var socket = new Socket()) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PATIENCE_MILLIS);
            var out = new PrintStream(socket.getOutputStream(), false, US_ASCII);
            out.print("GET /actuator/health/readiness HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
            out.flush();
            return new String(socket.getInputStream().readNBytes(GOOD.length()), US_ASCII);
        } catch (IOException e) {
            return e.getClass().getSimpleName();
        }
    }
}
