package app.aisha.adapters.openai;

import app.aisha.adapters.http.HttpClients;
import app.aisha.core.checkup.Checkup;
import app.aisha.core.checkup.Finding;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whether a service takes the key and has the model, by its list of models, which is free. */
public final class OpenAiCheckup implements Checkup {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration CONNECTING = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final long LONGEST_ANSWER = 10L << 20;

    private final String subject;
    private final ServiceAccount account;
    private final URI list;
    private final Optional<URI> proxy;

    private OpenAiCheckup(String subject, ServiceAccount account, Optional<URI> proxy) {
        var root = TextSettings.beside(account.baseUrl())
                .toString()
                .replaceFirst("/chat/completions/*$", "")
                .replaceFirst("/+$", "");
        this.subject = subject;
        this.account = account;
        this.list = URI.create(root + "/models");
        this.proxy = proxy;
    }

    /** Of the service that recognises speech. */
    public static OpenAiCheckup of(OpenAiSettings settings) {
        return new OpenAiCheckup("speech service", settings.account(), settings.proxy());
    }

    /** Of the service that reads and writes. */
    public static OpenAiCheckup of(TextSettings settings) {
        return new OpenAiCheckup("text service", settings.account("OPENAI_TEXT_MODEL"), settings.proxy());
    }

    @Override
    public String subject() {
        return subject;
    }

    @Override
    public List<Finding> findings() throws InterruptedException {
        var request = HttpRequest.newBuilder(list).timeout(PATIENCE);
        account.key().ifPresent(key -> request.header("Authorization", "Bearer " + key.reveal()));
        try (var client = HttpClients.create(proxy, CONNECTING)) {
            return List.of(judged(asked(client, request.build())));
        } catch (IOException e) {
            return List.of(away(e.getClass().getSimpleName()));
        }
    }

    private static HttpResponse<byte[]> asked(HttpClient client, HttpRequest request)
            throws IOException, InterruptedException {
        return client.send(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), LONGEST_ANSWER));
    }

    private Finding judged(HttpResponse<byte[]> answer) {
        return switch (answer.statusCode()) {
            case 200 -> shown(new String(answer.body(), StandardCharsets.UTF_8));
            case 401, 403 ->
                Finding.wrong(
                        subject,
                        "%s refuses the key (%d)".formatted(host(), answer.statusCode()),
                        account.key().isEmpty()
                                ? "set " + account.keyVariable()
                                : "set %s to a valid key of this server".formatted(account.keyVariable()));
            case 404, 405 ->
                Finding.doubtful(
                        subject,
                        "%s answers, but shows no list of models, so the key was not tried".formatted(host()),
                        "look whether %s ends in /v1 as the server wants it".formatted(account.addressVariable()));
            case 402, 429 ->
                Finding.doubtful(
                        subject,
                        "%s wants to be asked less, or money (%d)".formatted(host(), answer.statusCode()),
                        "look at limits and balance of the account");
            default -> away("HTTP " + answer.statusCode());
        };
    }

    private Finding shown(String body) {
        var models = ids(body);
        if (models.isEmpty() || models.contains(account.model())) {
            return Finding.fine(
                    subject,
                    models.isEmpty()
                            ? "%s answers and names no models".formatted(host())
                            : "%s has %s".formatted(host(), account.model()));
        }
        return Finding.doubtful(
                subject,
                "%s does not list %s among its %d models".formatted(host(), account.model(), models.size()),
                "set %s to one that it has".formatted(account.modelVariable()));
    }

    private static List<String> ids(String body) {
        try {
            JsonNode models = JSON.readTree(body).path("data");
            return StreamSupport.stream(models.spliterator(), false)
                    .map(model -> model.path("id").asString(""))
                    .filter(id -> !id.isEmpty())
                    .toList();
        } catch (JacksonException notJson) {
            return List.of();
        }
    }

    private Finding away(String why) {
        return Finding.wrong(
                subject,
                "%s does not answer as it should (%s)".formatted(host(), why),
                "look at %s, HTTP_PROXY_URL, DNS and the firewall".formatted(account.addressVariable()));
    }

    private String host() {
        return String.valueOf(account.baseUrl().getHost());
    }
}
