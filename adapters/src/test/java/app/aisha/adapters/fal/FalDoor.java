package app.aisha.adapters.fal;

import app.aisha.core.avatar.AvatarId;
import app.aisha.core.avatar.TrainingSettings;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** Where FAL calls a {@link FalHouse}. */
final class FalDoor implements AutoCloseable {

    private final HttpServer http;
    private final FalReceiver receiver;
    private final List<Integer> answers = new CopyOnWriteArrayList<>();

    private volatile @Nullable Call last;

    private record Call(String body, Map<String, List<String>> headers) {}

    FalDoor(FalReceiver receiver) throws IOException {
        this.receiver = receiver;
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        http.createContext(TrainingSettings.PATH, this::take);
        http.start();
    }

    URI root() {
        return URI.create("http://127.0.0.1:" + http.getAddress().getPort());
    }

    /** The status of each answer, in order. */
    List<Integer> answers() {
        return answers;
    }

    /** The answer to the same call once more, at this path. */
    int repeated(String path) throws IOException, InterruptedException {
        var call = Objects.requireNonNull(last);
        var request = HttpRequest.newBuilder(root().resolve(path)).POST(BodyPublishers.ofString(call.body()));
        call.headers().forEach((name, values) -> {
            if (name.startsWith("X-fal")) {
                request.header(name, values.getFirst());
            }
        });
        try (var http = HttpClient.newHttpClient()) {
            return http.send(request.build(), BodyHandlers.discarding()).statusCode();
        }
    }

    /** Waits until so many calls were answered. */
    void hears(int calls) {
        Awaiting.until("%d calls of FAL".formatted(calls), () -> answers.size() >= calls);
    }

    private void take(HttpExchange call) throws IOException {
        try (call) {
            var body = call.getRequestBody().readAllBytes();
            last = new Call(new String(body, StandardCharsets.UTF_8), Map.copyOf(call.getRequestHeaders()));
            var path = call.getRequestURI().getPath().split("/", -1);
            var status = receiver.take(
                    new AvatarId(UUID.fromString(path[2])),
                    Integer.parseInt(path[3]),
                    new ByteArrayInputStream(body),
                    name -> Optional.ofNullable(call.getRequestHeaders().getFirst(name)));
            call.sendResponseHeaders(status, -1);
            answers.add(status);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        http.stop(0);
    }
}
