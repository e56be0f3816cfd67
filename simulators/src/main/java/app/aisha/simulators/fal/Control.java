package app.aisha.simulators.fal;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.time.Duration;
import java.util.NoSuchElementException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@link FalControl} over HTTP, below {@code /control/}. */
final class Control implements HttpHandler {
    private final FalControl control;

    Control(FalControl control) {
        this.control = control;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            answer(Request.read(exchange)).send(exchange);
        }
    }

    private Reply answer(Request request) {
        try {
            return Reply.json(200, act(request));
        } catch (Refusal refused) {
            return refused.reply();
        } catch (NoSuchElementException unknown) {
            return Reply.detail(404, String.valueOf(unknown.getMessage()));
        } catch (IllegalArgumentException wrong) {
            return Reply.detail(400, String.valueOf(wrong.getMessage()));
        }
    }

    private JsonNode act(Request request) {
        return switch (request.method() + " " + request.path().replaceFirst("^/control", "")) {
            case "POST /faults" -> done(() -> control.fault(ControlReader.fault(body(request))));
            case "GET /faults" -> faults();
            case "DELETE /faults" -> done(control::clearFaults);
            case "POST /plans" -> done(() -> control.plan(ControlReader.plan(body(request))));
            case "DELETE /plans" -> done(control::clearPlans);
            case "GET /calls" -> calls();
            case "DELETE /calls" -> done(control::clearCalls);
            case "GET /violations" -> violations();
            case "GET /accepted" -> accepted();
            case "GET /requests" -> requests();
            case "POST /release" -> release(body(request));
            case "GET /webhooks" -> webhooks();
            case "POST /webhooks" -> resend(body(request));
            case "POST /keys" -> done(control::rotateKeys);
            case "POST /clock" ->
                done(() -> control.advance(
                        Duration.ofSeconds(body(request).path("advance_seconds").asLong(0))));
            case "POST /strict" ->
                done(() -> control.strictPaths(body(request).path("strict").asBoolean(true)));
            case "POST /files" -> put(request);
            default -> throw new Refusal(404, "Nothing at %s %s".formatted(request.method(), request.path()));
        };
    }

    private static JsonNode body(Request request) {
        return Json.read(request.body())
                .filter(JsonNode::isObject)
                .orElseThrow(() -> new Refusal(400, "The body must be a JSON object"));
    }

    private static ObjectNode done(Runnable action) {
        action.run();
        return Json.object().put("ok", true);
    }

    private ArrayNode faults() {
        var all = Json.array();
        control.faults().forEach(fault -> all.add(ControlReader.json(fault)));
        return all;
    }

    private ArrayNode calls() {
        var all = Json.array();
        for (var call : control.calls()) {
            var entry = all.addObject()
                    .put("at", call.at().toString())
                    .put("point", ControlReader.word(call.point()))
                    .put("method", call.method())
                    .put("target", call.target())
                    .put("body", call.body())
                    .put("status", call.status());
            var headers = entry.putObject("headers");
            call.headers().forEach((name, values) -> headers.put(name, String.join(", ", values)));
        }
        return all;
    }

    private ArrayNode violations() {
        var all = Json.array();
        control.violations().forEach(all::add);
        return all;
    }

    private ObjectNode accepted() {
        var counts = Json.object();
        control.accepted().forEach(counts::put);
        return counts;
    }

    private ObjectNode requests() {
        var all = Json.object();
        control.requestIds().forEach(id -> all.put(id, control.truth(id)));
        return all;
    }

    private ObjectNode release(JsonNode body) {
        return done(() -> {
            if (body.path("request_id").isString()) {
                control.release(body.path("request_id").stringValue());
            } else {
                control.releaseAll();
            }
        });
    }

    private ArrayNode webhooks() {
        var all = Json.array();
        control.deliveries().forEach(delivery -> all.add(json(delivery)));
        return all;
    }

    private static ObjectNode json(Delivery delivery) {
        return Json.object()
                .put("request_id", delivery.requestId())
                .put("address", delivery.address().toString())
                .put("attempt", delivery.attempt())
                .put("status", delivery.status())
                .put("note", delivery.note());
    }

    private ObjectNode resend(JsonNode body) {
        return json(control.resendWebhook(
                body.path("request_id").asString(""), ControlReader.tampering(body.path("tampering"))));
    }

    private ObjectNode put(Request request) {
        var address = control.putFile(
                request.parameter("name").orElse("file"),
                request.parameter("type").orElse("application/octet-stream"),
                request.body());
        return Json.object().put("url", address.toString());
    }
}
