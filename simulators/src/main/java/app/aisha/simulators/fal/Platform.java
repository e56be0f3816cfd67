package app.aisha.simulators.fal;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ObjectNode;

/** The platform API below {@code /v1/}: prices, models, the history of requests, deletion of payloads, meta. */
final class Platform {
    private static final Pattern PAYLOADS = Pattern.compile("/v1/models/requests/([^/]+)/payloads");
    private static final Pattern COMMA = Pattern.compile(",");
    private static final int MOST = 100;
    private static final int USUAL = 50;

    private final Catalogue catalogue;
    private final Line line;
    private final CdnFiles files;
    private final Access access;
    private final InstantSource clock;

    Platform(Catalogue catalogue, Line line, CdnFiles files, Access access, InstantSource clock) {
        this.catalogue = catalogue;
        this.line = line;
        this.files = files;
        this.access = access;
        this.clock = clock;
    }

    Reply answer(Request request) {
        var payloads = PAYLOADS.matcher(request.path());
        if (payloads.matches()) {
            access.requireKey(request);
            requireMethod(request, "DELETE");
            return delete(payloads.group(1));
        }
        requireMethod(request, "GET");
        return switch (request.path()) {
            case "/v1/meta" -> meta();
            case "/v1/models" -> models(request);
            case "/v1/models/pricing" -> {
                access.requireKey(request);
                yield pricing(request);
            }
            case "/v1/models/requests/by-endpoint" -> {
                access.requireKey(request);
                yield history(request);
            }
            default -> throw refusal(404, "not_found", "Not found");
        };
    }

    private static void requireMethod(Request request, String method) {
        if (!request.method().equals(method)) {
            throw Refusal.methodNotAllowed(method);
        }
    }

    private static Refusal refusal(int status, String type, String message) {
        var body = Json.object();
        body.putObject("error").put("type", type).put("message", message);
        return new Refusal(Reply.json(status, body));
    }

    private static Reply meta() {
        var body = Json.object();
        body.putArray("webhook_ip_ranges").add("127.0.0.1/32");
        return Reply.json(200, body);
    }

    private List<Model> asked(Request request) {
        var ids = request.parameters("endpoint_id").stream()
                .flatMap(COMMA::splitAsStream)
                .toList();
        return catalogue.all().stream()
                .filter(model -> ids.isEmpty() || ids.contains(model.id()))
                .toList();
    }

    private Reply models(Request request) {
        var body = Json.object();
        var models = body.putArray("models");
        asked(request)
                .forEach(model -> models.addObject()
                        .put("endpoint_id", model.id())
                        .putObject("metadata")
                        .put("category", model.trains() ? "training" : "text-to-image")
                        .put("status", "active"));
        return Reply.json(200, body.putNull("next_cursor").put("has_more", false));
    }

    private Reply pricing(Request request) {
        if (request.parameters("endpoint_id").isEmpty()) {
            throw refusal(400, "validation_error", "endpoint_id is required");
        }
        var body = Json.object();
        var prices = body.putArray("prices");
        asked(request)
                .forEach(model -> prices.addObject()
                        .put("endpoint_id", model.id())
                        .put("unit_price", model.price().amount())
                        .put("unit", model.price().unit())
                        .put("currency", "USD"));
        return Reply.json(200, body.putNull("next_cursor").put("has_more", false));
    }

    private Reply delete(String id) {
        var job = line.find(id).orElseThrow(() -> refusal(404, "not_found", "Request not found"));
        job.forget();
        var body = Json.object();
        var results = body.putArray("cdn_delete_results");
        if (job.stage() instanceof Stage.Ended end) {
            for (var file : end.outcome().files()) {
                files.remove(file);
                results.addObject().put("link", file.toString()).putNull("exception");
            }
        }
        return Reply.json(200, body);
    }

    private Reply history(Request request) {
        var endpoint = request.parameter("endpoint_id")
                .orElseThrow(() -> refusal(400, "validation_error", "endpoint_id is required"));
        var now = clock.instant();
        var wanted = request.parameter("request_id");
        var start = instant(request, "start", now.minus(wanted.isPresent() ? Duration.ofDays(90) : Duration.ofDays(1)));
        var end = instant(request, "end", Instant.MAX);
        var status = request.parameter("status");
        var found = line.all().reversed().stream()
                .filter(job -> job.model().id().equals(endpoint))
                .filter(job -> wanted.isEmpty() || wanted.get().equals(job.id()))
                .filter(job -> !job.sentAt().isBefore(start) && !job.sentAt().isAfter(end))
                .filter(job -> status.isEmpty() || status.get().equals(statusOf(job)))
                .toList();
        return page(request, found);
    }

    private static Reply page(Request request, List<Job> found) {
        var limit = Math.clamp(number(request, "limit", USUAL), 1, MOST);
        var from = Math.min(number(request, "cursor", 0), found.size());
        var to = Math.min(from + limit, found.size());
        var payloads = request.parameters("expand").stream()
                .flatMap(COMMA::splitAsStream)
                .anyMatch("payloads"::equals);
        var body = Json.object();
        var items = body.putArray("items");
        found.subList(from, to).forEach(job -> items.add(item(job, payloads)));
        var more = to < found.size();
        return Reply.json(
                200, body.put("next_cursor", more ? Integer.toString(to) : null).put("has_more", more));
    }

    private static int number(Request request, String name, int usual) {
        var text = request.parameter(name);
        if (text.isEmpty()) {
            return usual;
        }
        if (!text.get().matches("\\d{1,9}")) {
            throw refusal(400, "validation_error", "Invalid " + name);
        }
        return Integer.parseInt(text.get());
    }

    private static Instant instant(Request request, String name, Instant usual) {
        try {
            return request.parameter(name).map(Instant::parse).orElse(usual);
        } catch (DateTimeParseException noInstant) {
            throw refusal(400, "validation_error", "Invalid " + name);
        }
    }

    private static String statusOf(Job job) {
        if (!(job.stage() instanceof Stage.Ended end)) {
            return "";
        }
        var status = end.outcome().status();
        return status < 400 ? "success" : status < 500 ? "user_error" : "error";
    }

    private static ObjectNode item(Job job, boolean payloads) {
        var item = Json.object()
                .put("request_id", job.id())
                .put("endpoint_id", job.model().id())
                .put("sent_at", job.sentAt().toString());
        var shown = payloads && job.terms().keepsPayload() && !job.isForgotten();
        if (shown) {
            item.set("json_input", job.input());
        }
        switch (job.stage()) {
            case Stage.Queued _ -> {}
            case Stage.Running run -> item.put("started_at", run.since().toString());
            case Stage.Ended end -> {
                Optional.ofNullable(end.since())
                        .ifPresent(since -> item.put("started_at", since.toString())
                                .put(
                                        "duration",
                                        Duration.between(since, end.at()).toMillis() / 1000.0));
                item.put("ended_at", end.at().toString())
                        .put("status_code", end.outcome().status());
                if (shown) {
                    item.set("json_output", end.outcome().body());
                }
            }
        }
        return item;
    }
}
