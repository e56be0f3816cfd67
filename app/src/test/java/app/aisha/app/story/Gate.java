package app.aisha.app.story;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A port in front of a server that stays the same while the server goes, comes back elsewhere, or only says that it is busy. */
final class Gate implements AutoCloseable {

    private static final byte[] BUSY =
            "HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
                    .getBytes(StandardCharsets.US_ASCII);

    private final ServerSocket server;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger refused = new AtomicInteger();
    private volatile int target;
    private volatile State state = State.OPEN;

    private enum State {
        OPEN,
        SHUT,
        BUSY
    }

    Gate(int target) throws IOException {
        this.target = target;
        this.server = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    /** Lets through to this port, which may be another than before. */
    void opensTo(int port) {
        target = port;
        state = State.OPEN;
    }

    /** Cuts every connection and takes no other. */
    void shuts() {
        state = State.SHUT;
        cutAll();
    }

    /** Cuts every connection; whoever comes from now on gets 503. */
    void isBusy() {
        state = State.BUSY;
        cutAll();
    }

    /** How many were told that it is busy. */
    int refused() {
        return refused.get();
    }

    private void cutAll() {
        open.forEach(Gate::cut);
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                var visitor = server.accept();
                Thread.ofVirtual().start(() -> serve(visitor));
            } catch (IOException _) {
                cutAll();
            }
        }
    }

    private void serve(Socket visitor) {
        open.add(visitor);
        try {
            switch (state) {
                case OPEN -> connect(visitor);
                case SHUT -> cut(visitor);
                case BUSY -> refuse(visitor);
            }
        } catch (IOException _) {
            cut(visitor);
        }
    }

    private void connect(Socket visitor) throws IOException {
        var inner = new Socket(InetAddress.getLoopbackAddress(), target);
        open.add(inner);
        Thread.ofVirtual().start(() -> pass(visitor, inner));
        Thread.ofVirtual().start(() -> pass(inner, visitor));
    }

    /** The head of the request is read first, or the client might see a reset instead of the answer. */
    private void refuse(Socket visitor) throws IOException {
        visitor.setSoTimeout(1_000);
        readHead(visitor.getInputStream());
        visitor.getOutputStream().write(BUSY);
        refused.incrementAndGet();
        visitor.shutdownOutput();
        visitor.getInputStream().transferTo(OutputStream.nullOutputStream());
        cut(visitor);
    }

    private static void readHead(InputStream in) throws IOException {
        var last = 0;
        for (var next = in.read(); next >= 0; next = in.read()) {
            last = (last << 8) | next;
            if (last == 0x0d0a0d0a) {
                return;
            }
        }
    }

    private void pass(Socket from, Socket to) {
        try (var in = from.getInputStream();
                var out = to.getOutputStream()) {
            in.transferTo(out);
        } catch (IOException _) {
            // One of the two has gone; so does the other.
        } finally {
            open.remove(from);
            cut(from);
            cut(to);
        }
    }

    private static void cut(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        cutAll();
    }
}
