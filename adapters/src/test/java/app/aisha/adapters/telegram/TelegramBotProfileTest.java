package app.aisha.adapters.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.adapters.http.Secret;
import app.aisha.adapters.telegram.BotServer.Answer;
import app.aisha.adapters.telegram.BotServer.Call;
import app.aisha.bot.home.Commands;
import app.aisha.bot.screen.Texts;
import app.aisha.core.account.ChatId;
import app.aisha.core.account.Language;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TelegramBotProfileTest {

    private final Map<String, String> commands = new HashMap<>();
    private BotServer server;
    private TelegramBotProfile profile;

    @BeforeEach
    void start() throws IOException {
        server = new BotServer().answering(this::remembering);
        profile = new TelegramBotProfile(server.api(), new Texts(), Commands.all(true));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Answer remembering(Call call) {
        var language = call.form().getOrDefault("language_code", "");
        return switch (call.method()) {
            case "getMyCommands" -> Answer.result(commands.getOrDefault(language, "[]"));
            case "setMyCommands" -> {
                commands.put(language, call.form().get("commands"));
                yield Answer.result("true");
            }
            default -> Answer.result("true");
        };
    }

    private long sets() {
        return server.calls().stream()
                .filter(call -> call.method().equals("setMyCommands"))
                .count();
    }

    @Test
    void commandsAreSetOnceInEveryLanguage() throws InterruptedException {
        profile.publishCommands();
        profile.publishCommands();

        assertThat(sets()).isEqualTo(2);
        assertThat(JsonParser.parseString(commands.get(""))).isEqualTo(expected(Language.EN));
        assertThat(JsonParser.parseString(commands.get("ru"))).isEqualTo(expected(Language.RU));
        assertThat(commands.get("ru")).isNotEqualTo(commands.get(""));
    }

    @Test
    void aChatCanHaveCommandsOfItsOwn() throws InterruptedException {
        profile.with(Set.of(new ChatId(9)), Commands.ofAdmins(true)).publishCommands();

        assertThat(server.calls().stream()
                        .filter(call -> call.method().equals("setMyCommands"))
                        .map(Call::form)
                        .filter(form -> form.getOrDefault("scope", "").contains("9")))
                .hasSize(2)
                .allSatisfy(form -> {
                    assertThat(form.get("scope")).contains("\"type\":\"chat\"");
                    assertThat(form.get("commands")).contains("\"admin\"");
                });
        assertThat(server.calls().stream()
                        .map(Call::form)
                        .filter(form -> !form.containsKey("scope"))
                        .map(form -> form.getOrDefault("commands", "")))
                .noneMatch(commands -> commands.contains("\"admin\""));
    }

    private static JsonArray expected(Language language) {
        var texts = new Texts();
        var all = new JsonArray();
        for (var command : Commands.all(true)) {
            var one = new JsonObject();
            one.addProperty("command", command.name());
            one.addProperty("description", texts.plain(command.description(), language));
            all.add(one);
        }
        return all;
    }

    @Test
    void onlyTheLanguageThatDiffersIsSet() throws InterruptedException {
        profile.publishCommands();
        commands.put("ru", "[{\"command\":\"old\",\"description\":\"Старое\"}]");
        profile.publishCommands();

        assertThat(sets()).isEqualTo(3);
    }

    @Test
    void aTroubleWithCommandsStopsNothing() throws InterruptedException {
        server.answering(502, "<html></html>");

        profile.publishCommands();

        assertThat(sets()).isEqualTo(2);
    }

    @Test
    void theWebhookIsTurnedOnWithItsSecret() throws InterruptedException {
        var on = profile.turnWebhookOn(URI.create("https://aisha.example/telegram/webhook"), new Secret("s3cret"));

        assertThat(on).isTrue();
        assertThat(server.only().method()).isEqualTo("setWebhook");
        assertThat(webhook(server.only()))
                .containsEntry("url", "https://aisha.example/telegram/webhook")
                .containsEntry("secret_token", "s3cret")
                .containsEntry("max_connections", "40")
                .containsEntry(
                        "allowed_updates",
                        "[\"message\",\"callback_query\",\"my_chat_member\",\"pre_checkout_query\"]");
    }

    private static Map<String, String> webhook(Call call) {
        return call.contentType().startsWith("multipart") ? call.parts() : call.form();
    }

    @Test
    void theWebhookIsTurnedOffAndWhatWaitsStays() throws InterruptedException {
        assertThat(profile.turnWebhookOff()).isTrue();
        assertThat(server.only().method()).isEqualTo("deleteWebhook");
        assertThat(server.only().form()).doesNotContainEntry("drop_pending_updates", "true");
    }

    @Test
    void aRefusedWebhookIsSaid() throws InterruptedException {
        server.answering(_ -> Answer.refusal(400, "Bad Request: bad webhook: HTTPS url must be provided"));

        assertThat(profile.turnWebhookOn(URI.create("http://x"), new Secret("s")))
                .isFalse();
        assertThat(profile.turnWebhookOff()).isFalse();
    }
}
