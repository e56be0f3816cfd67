package app.aisha.adapters.redis;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.InstantSource;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import redis.embedded.RedisServer;

/** A real Redis process on a free port of loopback. */
public final class Redis implements BeforeAllCallback, AfterAllCallback {

    private final int port = freePort();
    private RedisServer server = serverOn(port);

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException failure) {
            throw new IllegalStateException("No port is free", failure);
        }
    }

    private static RedisServer serverOn(int port) {
        return RedisServer.builder()
                .port(port)
                .bind("127.0.0.1")
                .setting("save \"\"")
                .setting("appendonly no")
                .build();
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        start();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        stop();
    }

    public void start() {
        server = serverOn(port);
        server.start();
    }

    public void stop() {
        server.stop();
    }

    public URI uri() {
        return URI.create("redis://127.0.0.1:" + port);
    }

    RedisLink link() {
        return new RedisLink(uri(), InstantSource.system());
    }
}
