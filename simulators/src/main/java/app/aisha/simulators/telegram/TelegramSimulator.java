package app.aisha.simulators.telegram;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A Telegram Bot API server with users of its own, on loopback HTTP. Bots call {@code /bot<token>/<method>} and {@code
 * /file/bot<token>/<path>}; people and tests call {@code /control}. Safe for use by many threads.
 */
public final class TelegramSimulator implements AutoCloseable {

    /**
     * How to run.
     *
     * @param port to listen on, 0 for any free one
     * @param data folder that keeps everything over restarts; without one nothing outlives {@link #close}
     * @param tokens accepted; if empty, every well-formed one is
     * @param local behaves like a server started with {@code --local}: no download limit, absolute paths
     * @param page answers what is neither Bot API nor control API
     * @param time the clock that control calls can advance
     */
    public record Settings(
            int port,
            Optional<Path> data,
            Set<String> tokens,
            boolean local,
            Optional<HttpHandler> page,
            InstantSource time) {

        public Settings {
            tokens = Set.copyOf(tokens);
        }

        /** On a free port, in memory, for every token. */
        public static Settings inMemory() {
            return new Settings(0, Optional.empty(), Set.of(), false, Optional.empty(), InstantSource.system());
        }

        public Settings withPort(int other) {
            return new Settings(other, data, tokens, local, page, time);
        }

        public Settings withData(Path folder) {
            return new Settings(port, Optional.of(folder), tokens, local, page, time);
        }

        public Settings withTokens(String... accepted) {
            return new Settings(port, data, Set.of(accepted), local, page, time);
        }

        public Settings withLocalMode() {
            return new Settings(port, data, tokens, true, page, time);
        }

        public Settings withPage(HttpHandler handler) {
            return new Settings(port, data, tokens, local, Optional.of(handler), time);
        }
    }

    private final World world;
    private final WebhookPosts posts;
    private final HttpServer server;
    private final AtomicBoolean closed = new AtomicBoolean();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    private TelegramSimulator(Settings settings, World world, HttpServer server) {
        this.world = world;
        this.server = server;
        posts = new WebhookPosts(world);
        server.setExecutor(threads);
        server.createContext("/", new Assembly(settings, world, posts).frontDoor());
        server.start();
    }

    /**
     * Starts and accepts calls when it returns.
     *
     * @throws IOException if the port is taken or the data folder is unreadable or in use
     */
    public static TelegramSimulator start(Settings settings) throws IOException {
        // The server writes head and body apart; with Nagle's algorithm each answer would take 40 ms.
        if (System.getProperty("sun.net.httpserver.nodelay") == null) {
            System.setProperty("sun.net.httpserver.nodelay", "true");
        }
        // Above 200 idle connections the server would cut those that callers are about to use again.
        if (System.getProperty("sun.net.httpserver.maxIdleConnections") == null) {
            System.setProperty("sun.net.httpserver.maxIdleConnections", "10000");
        }
        var world = World.open(settings.time(), settings.data());
        try {
            var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), settings.port());
            return new TelegramSimulator(settings, world, HttpServer.create(address, 1024));
        } catch (IOException e) {
            world.close();
            throw e;
        }
    }

    /** The port it listens on. */
    public int port() {
        return server.getAddress().getPort();
    }

    /** What bots take as the URL of the Bot API, without a slash at the end. */
    public URI root() {
        return URI.create("http://127.0.0.1:" + port());
    }

    /** Cuts all connections; what was accepted is in the data folder already. */
    @Override
    public void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        server.stop(0);
        threads.shutdownNow();
        Stopping.await(threads);
        posts.close();
        world.close();
    }
}
