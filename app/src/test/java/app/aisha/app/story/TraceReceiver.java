package app.aisha.app.story;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;

/** Takes traces as OTLP over HTTP and reads as much of the protocol buffers as stories ask for. */
final class TraceReceiver implements AutoCloseable {

    private static final byte[] NONE = {};

    private final HttpServer server;
    private final List<Span> spans = new CopyOnWriteArrayList<>();

    /** A span as it was sent; its parent is empty where it began the trace. */
    record Span(String trace, String id, String parent, String name, Map<String, String> attributes) {}

    private TraceReceiver(HttpServer server) {
        this.server = server;
    }

    static TraceReceiver start() throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var receiver = new TraceReceiver(server);
        server.createContext("/v1/traces", receiver::take);
        server.start();
        return receiver;
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    List<Span> spans() {
        return List.copyOf(spans);
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = exchange.getRequestBody().readAllBytes();
            fields(body, (resource, spansOfResource) -> {
                if (resource == 1) {
                    ofResource(spansOfResource);
                }
            });
            exchange.getResponseHeaders().add("Content-Type", "application/x-protobuf");
            exchange.sendResponseHeaders(200, -1);
        }
    }

    private void ofResource(byte[] resourceSpans) {
        fields(resourceSpans, (scope, scopeSpans) -> {
            if (scope == 2) {
                fields(scopeSpans, (field, span) -> {
                    if (field == 2) {
                        spans.add(span(span));
                    }
                });
            }
        });
    }

    private static Span span(byte[] bytes) {
        var parts = new HashMap<Integer, byte[]>();
        var attributes = new HashMap<String, String>();
        fields(bytes, (field, value) -> {
            if (field == 9) {
                attribute(value, attributes);
            } else {
                parts.put(field, value);
            }
        });
        return new Span(
                hex(parts.getOrDefault(1, NONE)),
                hex(parts.getOrDefault(2, NONE)),
                hex(parts.getOrDefault(4, NONE)),
                text(parts.getOrDefault(5, NONE)),
                attributes);
    }

    private static void attribute(byte[] bytes, Map<String, String> attributes) {
        var pair = new ArrayList<String>();
        fields(bytes, (field, value) -> {
            if (field == 1) {
                pair.add(text(value));
            } else {
                fields(value, (_, inner) -> pair.add(text(inner)));
            }
        });
        attributes.put(pair.getFirst(), pair.size() > 1 ? pair.get(1) : "");
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** The fields that have a length; others are passed over. */
    private static void fields(byte[] message, BiConsumer<Integer, byte[]> take) {
        var bytes = ByteBuffer.wrap(message);
        while (bytes.hasRemaining()) {
            var key = varint(bytes);
            switch ((int) (key & 7)) {
                case 0 -> varint(bytes);
                case 1 -> bytes.getLong();
                case 2 -> {
                    var value = new byte[(int) varint(bytes)];
                    bytes.get(value);
                    take.accept((int) (key >>> 3), value);
                }
                case 5 -> bytes.getInt();
                default -> throw new IllegalArgumentException("No protocol buffers");
            }
        }
    }

    private static long varint(ByteBuffer bytes) {
        var value = 0L;
        for (var shift = 0; ; shift += 7) {
            var next = bytes.get();
            value |= (next & 0x7FL) << shift;
            if (next >= 0) {
                return value;
            }
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
