package app.aisha.adapters.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;

/** Listens on all addresses of this machine, counts who connects, and hangs up. */
public final class Canary implements AutoCloseable {

    private final ServerSocket server = new ServerSocket(0);
    private final AtomicInteger accepted = new AtomicInteger();
    private int own;

    public Canary() throws IOException {
        Thread.ofVirtual().name("canary").start(this::listen);
    }

    public int port() {
        return server.getLocalPort();
    }

    /** How many connected. Connections are accepted in order, so ours comes after all earlier ones. */
    public int connections() throws IOException {
        try (var last = new Socket(InetAddress.getLoopbackAddress(), port())) {
            own++;
            while (last.getInputStream().read() >= 0) {
                Thread.onSpinWait();
            }
            return accepted.get() - own;
        }
    }

    private void listen() {
        try {
            while (true) {
                try (var _ = server.accept()) {
                    accepted.incrementAndGet();
                }
            }
        } catch (IOException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
