package app.aisha.simulators.openai;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;

/** Speaks to a simulator as a program would. */
final class Client implements AutoCloseable {
    private final HttpClient http = HttpClient.newHttpClient();
    private final URI address;

    Client(OpenAiSimulator simulator) {
        this.address = simulator.address();
    }

    /** A multipart form under construction. */
    static final class Form {
        private static final String BOUNDARY = "----b0undary";
        private final ByteArrayOutputStream body = new ByteArrayOutputStream();

        Form field(String name, String value) {
            return part("name=\"%s\"".formatted(name), value.getBytes(StandardCharsets.UTF_8));
        }

        Form file(String name, String fileName, byte[] bytes) {
            return part("name=\"%s\"; filename=\"%s\"".formatted(name, fileName), bytes);
        }

        private Form part(String disposition, byte[] bytes) {
            body.writeBytes("--%s\r\nContent-Disposition: form-data; %s\r\n\r\n"
                    .formatted(BOUNDARY, disposition)
                    .getBytes(StandardCharsets.UTF_8));
            body.writeBytes(bytes);
            body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
            return this;
        }

        private byte[] end() {
            body.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
            return body.toByteArray();
        }
    }

    static Form form() {
        return new Form();
    }

    static Form upload(String model, String fileName, byte[] audio) {
        return form().field("model", model).file("file", fileName, audio);
    }

    HttpResponse<String> transcribe(Form form) throws IOException, InterruptedException {
        return upload("/v1/audio/transcriptions", form);
    }

    HttpResponse<String> upload(String path, Form form) throws IOException, InterruptedException {
        return send(to(path).header("Authorization", "Bearer key")
                .header("Content-Type", "multipart/form-data; boundary=" + Form.BOUNDARY)
                .POST(BodyPublishers.ofByteArray(form.end())));
    }

    HttpResponse<String> control(String path, Form form) throws IOException, InterruptedException {
        return send(to("/control/" + path)
                .header("Content-Type", "multipart/form-data; boundary=\"%s\"".formatted(Form.BOUNDARY))
                .POST(BodyPublishers.ofByteArray(form.end())));
    }

    HttpResponse<String> control(String path, String json) throws IOException, InterruptedException {
        return send(to("/control/" + path).POST(BodyPublishers.ofString(json)));
    }

    HttpResponse<String> post(String path, String json) throws IOException, InterruptedException {
        return send(to(path).header("Authorization", "Bearer key")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json)));
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(to(path).header("Authorization", "Bearer key"));
    }

    HttpResponse<String> delete(String path) throws IOException, InterruptedException {
        return send(to(path).DELETE());
    }

    JsonNode calls() throws IOException, InterruptedException {
        return json(get("/control/calls"));
    }

    HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(address.resolve(path));
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofString());
    }

    static JsonNode json(HttpResponse<String> response) {
        return Json.read(response.body().getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
