package app.aisha.simulators.fal;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** A simulator whose clock stands and whose runs take no time, and a program that speaks to it. */
final class Sandbox implements AutoCloseable {
    static final Instant NOW = Instant.parse("2026-11-26T10:00:00Z");
    static final String PORTRAIT = "fal-ai/flux-lora-portrait-trainer";
    static final String FLUX = "fal-ai/flux-lora";

    final FalSimulator simulator;
    final FalControl control;
    private final HttpClient http = HttpClient.newHttpClient();

    Sandbox(FalSettings settings) throws IOException {
        simulator = FalSimulator.start(settings);
        control = simulator.control();
    }

    static Sandbox quick() throws IOException {
        return new Sandbox(settings());
    }

    static FalSettings settings() {
        var moment = Duration.ofMillis(1);
        return FalSettings.sandbox()
                .withTiming(new FalSettings.Timing(moment, moment, moment))
                .withClock(() -> NOW);
    }

    HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create(simulator.queue() + path));
    }

    HttpRequest.Builder withKey(String path) {
        return to(path).header("Authorization", "Key " + FalSettings.SANDBOX_KEY);
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofString());
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(withKey(path));
    }

    HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        return send(withKey(path).POST(BodyPublishers.ofString(body)));
    }

    HttpResponse<String> put(String path) throws IOException, InterruptedException {
        return send(withKey(path).PUT(BodyPublishers.noBody()));
    }

    HttpResponse<byte[]> download(String address) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofByteArray());
    }

    Stream<String> lines(HttpRequest request) throws IOException, InterruptedException {
        return http.send(request, BodyHandlers.ofLines()).body();
    }

    /** Submits and gives the id. */
    String submit(String endpoint, String body) throws IOException, InterruptedException {
        return json(post("/" + endpoint, body)).path("request_id").stringValue();
    }

    String submit(String endpoint, String body, URI webhook) throws IOException, InterruptedException {
        return submit(endpoint + "?fal_webhook=" + URLEncoder.encode(webhook.toString(), StandardCharsets.UTF_8), body);
    }

    /** Submits a training of a good archive. */
    String train() throws IOException, InterruptedException {
        return submit(PORTRAIT, training());
    }

    /** The input of a good training. */
    String training() {
        return "{\"images_data_url\":\"%s\",\"trigger_phrase\":\"TOK_1\",\"steps\":1500}"
                .formatted(control.putFile("a.zip", "application/zip", Zips.photos(10)));
    }

    /** The result once the request has ended. */
    HttpResponse<String> resultOf(String endpoint, String id) throws IOException, InterruptedException {
        awaitEnd(endpoint, id);
        return get("/%s/requests/%s".formatted(endpoint, id));
    }

    /** The stream of a request ends with it. */
    String awaitEnd(String endpoint, String id) throws IOException, InterruptedException {
        return get("/%s/requests/%s/status/stream".formatted(endpoint, id)).body();
    }

    JsonNode status(String endpoint, String id) throws IOException, InterruptedException {
        return json(get("/%s/requests/%s/status?logs=1".formatted(endpoint, id)));
    }

    static JsonNode json(HttpResponse<String> response) {
        return Json.read(response.body()).orElseThrow();
    }

    @Override
    public void close() {
        http.shutdownNow();
        simulator.close();
    }
}
