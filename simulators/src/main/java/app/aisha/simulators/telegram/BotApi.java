package app.aisha.simulators.telegram;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Serves {@code /bot<token>/<method>}: token, parameters, faults, the method, the log. */
final class BotApi {

    private static final String TOKEN = "[1-9]\\d{0,15}:[A-Za-z0-9_-]{3,60}";

    private final World world;
    private final CallReader reader;
    private final Set<String> tokens;
    private final Faults faults;
    private final CallLog log;
    private final Map<String, Method> methods;

    BotApi(World world, CallReader reader, Set<String> tokens, Faults faults, CallLog log, Map<String, Method> named) {
        this.world = world;
        this.reader = reader;
        this.tokens = tokens;
        this.faults = faults;
        this.log = log;
        methods = new TreeMap<>();
        named.forEach((name, method) -> methods.put(name.toLowerCase(Locale.ROOT), method));
    }

    /**
     * Notes which bot is calling.
     *
     * @throws Refusal with 404 for what is no token and 401 for a token of no bot
     */
    void authorize(String token) {
        if (!token.matches(TOKEN)) {
            throw new Refusal(404, "Not Found");
        }
        if (!tokens.isEmpty() && !tokens.contains(token)) {
            throw new Refusal(401, "Unauthorized");
        }
        var id = Long.parseLong(token.substring(0, token.indexOf(':')));
        world.change(batch -> {
            world.bot.calledAs(batch, id);
            return id;
        });
    }

    void handle(HttpExchange exchange, String token, String name) throws IOException, InterruptedException {
        Call call;
        try {
            authorize(token);
            call = reader.read(name, exchange);
        } catch (Refusal refusal) {
            Http.drain(exchange);
            Http.json(exchange, refusal.code(), error(refusal.code(), refusal.description()));
            return;
        }
        var fault = faults.next(name, call.text("chat_id"));
        if (fault.isPresent()) {
            fail(exchange, call, fault.get());
        } else {
            respond(exchange, call, act(call));
        }
    }

    /** A status and a body ready to be sent. */
    private record Reply(int status, String body) {}

    private Reply act(Call call) throws IOException, InterruptedException {
        try {
            var method = methods.get(call.method().toLowerCase(Locale.ROOT));
            if (method == null) {
                throw new Refusal(404, "Not Found: method not found");
            }
            return new Reply(200, Json.write(method.call(call).toJson()));
        } catch (Refusal refusal) {
            return new Reply(refusal.code(), error(refusal.code(), refusal.description()));
        }
    }

    private void respond(HttpExchange exchange, Call call, Reply reply) throws IOException {
        var polled = call.method().equalsIgnoreCase("getUpdates") && reply.status() == 200;
        var logged = polled ? reply.body().length() + " characters of updates" : reply.body();
        log.add(world.clock.instant(), call, reply.status(), logged);
        Http.json(exchange, reply.status(), reply.body());
    }

    private void fail(HttpExchange exchange, Call call, Fault fault) throws IOException, InterruptedException {
        switch (fault.kind()) {
            case TOO_MANY_REQUESTS -> {
                exchange.getResponseHeaders().set("Retry-After", Integer.toString(fault.retryAfter()));
                respond(exchange, call, new Reply(429, tooMany(fault.retryAfter())));
            }
            case SERVER_ERROR -> respond(exchange, call, new Reply(500, error(500, "Internal Server Error")));
            case UNAUTHORIZED -> respond(exchange, call, new Reply(401, error(401, "Unauthorized")));
            case HTML_502 -> {
                log.add(world.clock.instant(), call, 502, "(an HTML page)");
                Http.badGateway(exchange);
            }
            case EMPTY_BODY -> {
                log.add(world.clock.instant(), call, 200, "");
                Http.json(exchange, 200, "");
            }
            case SLOW -> {
                Thread.sleep(fault.millis());
                respond(exchange, call, act(call));
            }
            case HANG -> {
                log.add(world.clock.instant(), call, 0, "(hangs)");
                Thread.sleep(fault.millis());
            }
            case RESET -> log.add(world.clock.instant(), call, 0, "(cut)");
            case ACT_THEN_RESET ->
                log.add(world.clock.instant(), call, 0, act(call).body());
        }
    }

    static String tooMany(int seconds) {
        var json = Json.object()
                .put("ok", false)
                .put("error_code", 429)
                .put("description", "Too Many Requests: retry after " + seconds);
        json.putObject("parameters").put("retry_after", seconds);
        return Json.write(json);
    }

    /** What the call log says of a fault; 0 where there is no answer. */
    static int statusOf(Fault.Kind kind) {
        return switch (kind) {
            case TOO_MANY_REQUESTS -> 429;
            case HTML_502 -> 502;
            case EMPTY_BODY, SLOW -> 200;
            case HANG, RESET, ACT_THEN_RESET -> 0;
            case SERVER_ERROR -> 500;
            case UNAUTHORIZED -> 401;
        };
    }

    static String error(int code, @Nullable String description) {
        return Json.write(Json.object().put("ok", false).put("error_code", code).put("description", description));
    }
}
