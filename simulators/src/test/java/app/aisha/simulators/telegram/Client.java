package app.aisha.simulators.telegram;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** A bot and its users, speaking HTTP as any client would. */
final class Client implements AutoCloseable {

    static final String TOKEN = "4242:test-token";

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI root;

    Client(URI root) {
        this.root = root;
    }

    /** Calls a method with form parameters given as name, value, name, value. */
    JsonNode call(String method, Object... parameters) throws IOException, InterruptedException {
        return Json.read(callRaw(method, parameters).body());
    }

    /** The result of a call that must succeed. */
    JsonNode ok(String method, Object... parameters) throws IOException, InterruptedException {
        var answer = call(method, parameters);
        if (!answer.path("ok").asBoolean(false)) {
            throw new AssertionError(method + " was refused: " + answer);
        }
        return answer.path("result");
    }

    /** The code and description of a call that must be refused. */
    String refused(String method, Object... parameters) throws IOException, InterruptedException {
        var answer = call(method, parameters);
        return answer.path("error_code").asInt(0) + " "
                + answer.path("description").asString("");
    }

    HttpResponse<String> callRaw(String method, Object... parameters) throws IOException, InterruptedException {
        return http.send(request(method, parameters), BodyHandlers.ofString());
    }

    CompletableFuture<JsonNode> callLater(String method, Object... parameters) {
        return http.sendAsync(request(method, parameters), BodyHandlers.ofString())
                .thenApply(answer -> Json.read(answer.body()));
    }

    private HttpRequest request(String method, Object... parameters) {
        return HttpRequest.newBuilder(root.resolve("/bot" + TOKEN + "/" + method))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form(parameters)))
                .build();
    }

    private static String form(Object... parameters) {
        var form = new StringBuilder();
        for (int i = 0; i < parameters.length; i += 2) {
            form.append(i == 0 ? "" : "&")
                    .append(encode(parameters[i]))
                    .append('=')
                    .append(encode(parameters[i + 1]));
        }
        return form.toString();
    }

    private static String encode(Object value) {
        return URLEncoder.encode(String.valueOf(value), StandardCharsets.UTF_8);
    }

    HttpResponse<String> send(String verb, String path, String type, BodyPublisher body)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(root.resolve(path))
                .header("Content-Type", type)
                .method(verb, body)
                .build();
        return http.send(request, BodyHandlers.ofString());
    }

    HttpResponse<byte[]> get(String path) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(root.resolve(path)).build(), BodyHandlers.ofByteArray());
    }

    JsonNode upload(String method, Map<String, Object> parts) throws IOException, InterruptedException {
        return Json.read(uploadRaw("/bot" + TOKEN + "/" + method, parts).body());
    }

    HttpResponse<String> uploadRaw(String path, Map<String, Object> parts) throws IOException, InterruptedException {
        var form = new MultipartForm();
        parts.forEach(form::add);
        return send("POST", path, form.contentType(), BodyPublishers.ofByteArray(form.bytes()));
    }

    /** A control call that must succeed. */
    JsonNode control(String verb, String path, String body) throws IOException, InterruptedException {
        var answer = controlRaw(verb, path, body);
        if (answer.statusCode() != 200) {
            throw new AssertionError(path + " was refused: " + answer.body());
        }
        return Json.read(answer.body());
    }

    HttpResponse<String> controlRaw(String verb, String path, String body) throws IOException, InterruptedException {
        return send(verb, "/control/" + path, "application/json", BodyPublishers.ofString(body));
    }

    JsonNode control(String verb, String path) throws IOException, InterruptedException {
        return control(verb, path, "");
    }

    /** A new user who has started the bot; the update of that is not confirmed. */
    long startedUser() throws IOException, InterruptedException {
        var user = user();
        write(user, "/start");
        return user;
    }

    long user() throws IOException, InterruptedException {
        return control("POST", "users", "{\"first_name\":\"Ann\",\"language_code\":\"en\"}")
                .path("id")
                .asLong(0);
    }

    JsonNode write(long user, String text) throws IOException, InterruptedException {
        var body = Json.object().put("text", text);
        return control("POST", "chats/" + user + "/text", Json.write(body));
    }

    JsonNode userUploads(long user, String query, byte[] bytes) throws IOException, InterruptedException {
        var path = "/control/chats/" + user + "/media?" + query;
        var answer = send("POST", path, "application/octet-stream", BodyPublishers.ofByteArray(bytes));
        if (answer.statusCode() != 200) {
            throw new AssertionError(answer.body());
        }
        return Json.read(answer.body());
    }

    /** A call is only then under way when the server says so. */
    void waitUntilPolling() throws IOException, InterruptedException {
        waitUntil(() -> control("GET", "state").path("waiting_polls").asInt(0) > 0);
    }

    /** What is waited for. */
    interface Condition {
        boolean holds() throws IOException, InterruptedException;
    }

    static void waitUntil(Condition condition) throws IOException, InterruptedException {
        var deadline = System.nanoTime() + 20_000_000_000L;
        while (!condition.holds()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("It did not happen within 20 seconds");
            }
            Thread.onSpinWait();
        }
    }

    String messageTexts(long user) throws IOException, InterruptedException {
        return control("GET", "chats/" + user + "/messages")
                .valueStream()
                .map(message -> message.path("text").asString("-"))
                .collect(Collectors.joining("|"));
    }

    @Override
    public void close() {
        http.close();
    }
}
