package app.aisha.adapters.telegram;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Answers every connection with the same bytes and then resets it, closes it or keeps it open. */
final class BluntServer implements AutoCloseable {

    /** What happens after the bytes. */
    enum End {
        RESET,
        CLOSED,
        OPEN
    }

    private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private final byte[] bytes;
    private final End end;

    BluntServer(String answer, End end) throws IOException {
        this.bytes = answer.getBytes(StandardCharsets.UTF_8);
        this.end = end;
        Thread.startVirtualThread(this::serve);
    }

    URI root() {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort());
    }

    private void serve() {
        while (!socket.isClosed()) {
            try {
                var connection = socket.accept();
                open.add(connection);
                connection.getInputStream().read(new byte[8192]);
                connection.getOutputStream().write(bytes);
                connection.getOutputStream().flush();
                if (end != End.OPEN) {
                    connection.setSoLinger(end == End.RESET, 0);
                    connection.close();
                }
            } catch (IOException _) {
                // The client went away, or the test is over.
            }
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
        for (var connection : open) {
            connection.close();
        }
    }
}
