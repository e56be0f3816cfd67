package app.aisha.simulators.fal;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ObjectNode;

/** {@code POST /{owner}/{alias}[/...]}: takes requests without looking at the model's input, as the real queue does. */
final class Submissions {
    private static final Pattern SECONDS = Pattern.compile("\\d+(\\.\\d+)?");
    private static final Duration EARLY_PATIENCE = Duration.ofSeconds(30);

    private final Catalogue catalogue;
    private final Plans plans;
    private final Runner runner;
    private final StatusView view;
    private final Ids ids;
    private final InstantSource clock;
    private final CallLog log;

    Submissions(
            Catalogue catalogue,
            Plans plans,
            Runner runner,
            StatusView view,
            Ids ids,
            InstantSource clock,
            CallLog log) {
        this.catalogue = catalogue;
        this.plans = plans;
        this.runner = runner;
        this.view = view;
        this.ids = ids;
        this.clock = clock;
        this.log = log;
    }

    Reply submit(Request request) {
        if (!request.method().equals("POST")) {
            throw Refusal.methodNotAllowed("POST");
        }
        var id = request.path().substring(1);
        var model =
                catalogue.find(id).orElseThrow(() -> new Refusal(404, "Application \"%s\" not found".formatted(id)));
        var input = input(request);
        var terms = terms(request);
        requireShortQueue(request, model);
        watch(input);
        var job = new Job(ids.request(), model, input, terms, plans.take(model), clock.instant());
        runner.submit(job);
        if (job.plan().webhook().early()) {
            awaitWebhook(job);
        }
        return view.submitted(job);
    }

    private static void awaitWebhook(Job job) {
        try {
            var _ = job.told().await(EARLY_PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static ObjectNode input(Request request) {
        var json = Json.read(request.body())
                .orElseThrow(
                        () -> Refusal.invalid(Problem.at(List.of("body", 0), "JSON decode error", "json_invalid")));
        if (json instanceof ObjectNode object) {
            return object;
        }
        throw Refusal.invalid(Problem.at(List.of("body"), "Input should be a valid dictionary", "dict_type"));
    }

    private Job.Terms terms(Request request) {
        return new Job.Terms(
                request.parameter("fal_webhook").map(Submissions::webhook),
                request.header("X-Fal-Queue-Priority").orElse("normal").equals("low"),
                Lifecycle.expiry(request, clock.instant()),
                !request.header("X-Fal-Store-IO").orElse("1").equals("0"),
                startWithin(request));
    }

    private static URI webhook(String address) {
        try {
            var uri = new URI(address);
            if (uri.getHost() != null && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))) {
                return uri;
            }
        } catch (URISyntaxException noAddress) {
            throw noWebhook();
        }
        throw noWebhook();
    }

    private static Refusal noWebhook() {
        return Refusal.invalid(
                Problem.at(List.of("query", "fal_webhook"), "Input should be a valid URL", "url_parsing"));
    }

    private static Optional<Duration> startWithin(Request request) {
        var header = request.header("X-Fal-Request-Timeout");
        if (header.isEmpty()) {
            return Optional.empty();
        }
        if (!SECONDS.matcher(header.get()).matches() || Double.parseDouble(header.get()) <= 0.1) {
            throw new Refusal(422, "Invalid X-Fal-Request-Timeout header");
        }
        return Optional.of(Duration.ofMillis(Math.round(Double.parseDouble(header.get()) * 1000)));
    }

    private void requireShortQueue(Request request, Model model) {
        var most = request.parameter("fal_max_queue_length");
        if (most.isPresent()) {
            if (!most.get().matches("\\d{1,9}")) {
                throw Refusal.invalid(Problem.at(
                        List.of("query", "fal_max_queue_length"), "Input should be a valid integer", "int_parsing"));
            }
            if (runner.line().waitingAt(model) > Integer.parseInt(most.get())) {
                throw new Refusal(429, "Queue size exceeded");
            }
        }
    }

    /** Mistakes that the real service swallows in silence. */
    private void watch(ObjectNode input) {
        for (var name : List.of("webhook_url", "webhookUrl", "fal_webhook")) {
            if (input.has(name)) {
                log.violation("The webhook was put into the input as " + name);
            }
        }
        if (input.size() == 1 && input.path("input").isObject()) {
            log.violation("The input was wrapped into {\"input\": ...}");
        }
    }
}
