package app.aisha.simulators.telegram;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** getFile and the links it gives. Faults and the call log know a download as method {@code file}. */
final class Downloads {

    private static final long CLOUD_LIMIT = 20L << 20;

    private final World world;
    private final boolean local;
    private final Faults faults;
    private final CallLog log;

    Downloads(World world, boolean local, Faults faults, CallLog log) {
        this.world = world;
        this.local = local;
        this.faults = faults;
        this.log = log;
    }

    void addTo(Map<String, Method> methods) {
        methods.put("getFile", this::getFile);
    }

    private Answer getFile(Call call) {
        return world.change(batch -> {
            var file = world.files
                    .find(call.text("file_id"))
                    .orElseThrow(() -> Refusal.badRequest("wrong file_id or the file is temporarily unavailable"));
            if (!local && file.size() > CLOUD_LIMIT) {
                throw Refusal.badRequest("file is too big");
            }
            var path = local ? world.blobs.path(file.hash()).toString() : world.files.link(batch, file);
            var json = Json.object();
            for (var field : new String[] {"file_id", "file_unique_id", "file_size"}) {
                json.set(field, file.json().get(field));
            }
            return Answer.of(json.put("file_path", path));
        });
    }

    /** Serves {@code /file/bot<token>/<path>}. */
    void handle(HttpExchange exchange, String path) throws IOException, InterruptedException {
        var call = new Call("file", Map.of("file_path", path), Map.of());
        var file = local ? Optional.<StoredFile>empty() : world.read(() -> world.files.behindLink(path));
        var fault = faults.next("file", "");
        if (fault.isPresent() && !spoil(exchange, call, file, fault.get())) {
            return;
        }
        if (file.isEmpty()) {
            log.add(world.clock.instant(), call, 404, "");
            Http.json(exchange, 404, BotApi.error(404, "Not Found"));
        } else {
            log.add(world.clock.instant(), call, 200, "(bytes)");
            Http.file(exchange, "application/octet-stream", contentOf(file.get()), Long.MAX_VALUE);
        }
    }

    private Path contentOf(StoredFile file) {
        return world.blobs.path(file.hash());
    }

    /** Lets the fault happen; true if the download goes on after it. */
    private boolean spoil(HttpExchange exchange, Call call, Optional<StoredFile> file, Fault fault)
            throws IOException, InterruptedException {
        if (fault.kind() == Fault.Kind.SLOW) {
            Thread.sleep(fault.millis());
            return true;
        }
        var status = BotApi.statusOf(fault.kind());
        log.add(world.clock.instant(), call, status, fault.kind().wire());
        switch (fault.kind()) {
            case HANG -> Thread.sleep(fault.millis());
            case RESET, ACT_THEN_RESET -> {
                if (file.isPresent()) {
                    var content = contentOf(file.get());
                    Http.file(exchange, "application/octet-stream", content, Files.size(content) / 2);
                }
            }
            case HTML_502 -> Http.badGateway(exchange);
            case EMPTY_BODY -> Http.json(exchange, status, "");
            case TOO_MANY_REQUESTS -> {
                exchange.getResponseHeaders().set("Retry-After", Integer.toString(fault.retryAfter()));
                Http.json(exchange, status, BotApi.tooMany(fault.retryAfter()));
            }
            case SERVER_ERROR, UNAUTHORIZED, SLOW ->
                Http.json(exchange, status, BotApi.error(status, fault.kind().wire()));
        }
        return false;
    }
}
