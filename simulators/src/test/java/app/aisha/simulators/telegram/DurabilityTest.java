package app.aisha.simulators.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What outlives the process. */
class DurabilityTest {

    @TempDir
    Path folder;

    private TelegramSimulator.Settings settings() {
        return TelegramSimulator.Settings.inMemory().withData(folder);
    }

    /** Leaves a bit of everything behind and returns the user. */
    private static long live(Client client) throws Exception {
        var user = client.startedUser();
        client.write(user, "second");
        var first = client.ok("getUpdates", "limit", 1).get(0).path("update_id").asLong(0);
        client.ok("getUpdates", "offset", first + 1, "allowed_updates", "[\"message\",\"callback_query\"]");
        client.upload("sendDocument", Map.of("chat_id", user, "document", Samples.file("a.txt", "kept")));
        client.ok("setMyCommands", "commands", "[{\"command\":\"help\",\"description\":\"Help\"}]");
        client.ok("deleteMessage", "chat_id", user, "message_id", 2);
        client.ok("sendMessage", "chat_id", user, "text", "gone");
        client.ok("deleteMessage", "chat_id", user, "message_id", 4);
        client.ok("pinChatMessage", "chat_id", user, "message_id", 1);
        client.control("POST", "clock", "{\"advance_seconds\":100}");
        client.control("POST", "updates", "{\"raw\":\"{broken\"}");
        client.control("POST", "chats/" + user + "/press", "{\"message_id\":1,\"data\":\"answered\"}");
        new Shop(client).charges(user);
        return user;
    }

    private static void check(Client client, long user) throws Exception {
        var messages = client.control("GET", "chats/" + user + "/messages");
        assertThat(messages).hasSize(4);
        assertThat(new Shop(client).stars(user)).isEqualTo(4950);
        assertThat(new Shop(client).balance()).isEqualTo(50);
        var file = messages.get(1).at("/document/file_id").asString("");
        assertThat(new String(client.get("/control/files/" + file).body(), StandardCharsets.UTF_8))
                .isEqualTo("kept");
        assertThat(client.callRaw("getUpdates").body()).contains("[{broken,", "second");
        assertThat(client.ok("getMyCommands")).hasSize(1);
        var next = client.ok("sendMessage", "chat_id", user, "text", "next");
        assertThat(next.path("message_id").asLong(0)).isEqualTo(7);
        assertThat(next.path("date").asLong(0)).isGreaterThan(Instant.now().getEpochSecond() + 90);
        assertThat(client.ok("getChat", "chat_id", user).has("pinned_message")).isTrue();
        var press = client.ok("getUpdates").get(1).at("/callback_query/id").asString("");
        client.ok("answerCallbackQuery", "callback_query_id", press);
        assertThat(client.refused("answerCallbackQuery", "callback_query_id", press))
                .startsWith("400");
        client.control("POST", "chats/" + user + "/edit", "{\"message_id\":1,\"text\":\"x\"}");
        assertThat(client.ok("getUpdates")).hasSize(3);
    }

    /** Pays twice, with one refund, leaves a third question open and returns its id. */
    private static String trade(Client client, long user) throws Exception {
        var shop = new Shop(client);
        client.control("POST", "stars", "{\"new_users\":8}");
        var charge = shop.charges(user);
        shop.charges(user);
        client.ok("refundStarPayment", "user_id", user, "telegram_payment_charge_id", charge);
        return shop.pays(user, shop.sells(user));
    }

    private static void checkTrade(Client client, long user, String open) throws Exception {
        var shop = new Shop(client);
        assertThat(shop.stars(user)).isEqualTo(4950);
        assertThat(shop.balance()).isEqualTo(50);
        assertThat(shop.stars(client.user())).isEqualTo(8);
        var transactions = client.ok("getStarTransactions").path("transactions");
        assertThat(transactions).hasSize(3);
        var refunded = transactions.get(2).path("id").asString("");
        assertThat(client.refused("refundStarPayment", "user_id", user, "telegram_payment_charge_id", refunded))
                .isEqualTo("400 Bad Request: CHARGE_ALREADY_REFUNDED");
        var paid = client.control("GET", "payments").get(0).path("message_id").asLong(0);
        assertThat(client.controlRaw("POST", "chats/" + user + "/pay", "{\"message_id\":" + paid + "}")
                        .body())
                .contains("INVOICE_ALREADY_PAID");
        shop.agrees(open);
        assertThat(shop.stars(user)).isEqualTo(4900);
        assertThat(client.ok("getUpdates").toString()).contains("refunded_payment", "pre_checkout_query");
    }

    @Test
    void starsSurviveRestartsAndShortening() throws Exception {
        long user;
        String open;
        try (var before = TelegramSimulator.start(frozen());
                var client = new Client(before.root())) {
            user = client.startedUser();
            open = trade(client, user);
        }
        World.open(InstantSource.system(), Optional.of(folder), 0).close();
        try (var after = TelegramSimulator.start(frozen());
                var client = new Client(after.root())) {
            checkTrade(client, user, open);
        }
    }

    private TelegramSimulator.Settings frozen() {
        var time = InstantSource.fixed(Instant.parse("2026-01-01T10:00:00Z"));
        return new TelegramSimulator.Settings(0, Optional.of(folder), Set.of(), false, Optional.empty(), time);
    }

    @Test
    void everythingAcceptedSurvivesARestart() throws Exception {
        long user;
        try (var before = TelegramSimulator.start(settings());
                var client = new Client(before.root())) {
            user = live(client);
        }
        try (var after = TelegramSimulator.start(settings());
                var client = new Client(after.root())) {
            check(client, user);
        }
    }

    @Test
    void everythingAcceptedSurvivesKillMinusNine() throws Exception {
        var java = ProcessHandle.current().info().command().orElseThrow();
        var process = new ProcessBuilder(
                        java,
                        "-cp",
                        System.getProperty("java.class.path"),
                        "app.aisha.simulators.telegram.Standalone",
                        "--data",
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        long user;
        try (var out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            var line = String.valueOf(out.readLine());
            try (var client = new Client(URI.create(line.substring(line.indexOf("http"))))) {
                user = live(client);
            }
        } finally {
            process.destroyForcibly().waitFor();
        }
        try (var after = TelegramSimulator.start(settings());
                var client = new Client(after.root())) {
            check(client, user);
        }
    }

    @Test
    void aShortenedJournalTellsTheSame() throws Exception {
        long user;
        try (var before = TelegramSimulator.start(settings());
                var client = new Client(before.root())) {
            user = live(client);
        }
        var size = Files.size(folder.resolve("journal.jsonl"));
        World.open(InstantSource.system(), Optional.of(folder), 0).close();
        assertThat(Files.size(folder.resolve("journal.jsonl"))).isLessThan(size);
        try (var after = TelegramSimulator.start(settings());
                var client = new Client(after.root())) {
            check(client, user);
        }
    }

    @Test
    void linksAndWebhooksSurvive() throws Exception {
        String path;
        try (var before = TelegramSimulator.start(settings());
                var client = new Client(before.root())) {
            var user = client.startedUser();
            var file = client.userUploads(user, "kind=document&name=a", new byte[7])
                    .at("/document/file_id")
                    .asString("");
            path = client.ok("getFile", "file_id", file).path("file_path").asString("");
            client.ok("setWebhook", "url", "http://127.0.0.1:1/", "secret_token", "x");
        }
        World.open(InstantSource.system(), Optional.of(folder), 0).close();
        try (var after = TelegramSimulator.start(settings());
                var client = new Client(after.root())) {
            assertThat(client.get("/file/bot" + Client.TOKEN + "/" + path).body())
                    .hasSize(7);
            Client.waitUntil(() -> client.ok("getWebhookInfo").has("last_error_message"));
        }
    }

    @Test
    void aTornLastLineIsForgotten() throws Exception {
        long user;
        try (var before = TelegramSimulator.start(settings());
                var client = new Client(before.root())) {
            user = client.startedUser();
        }
        Files.writeString(folder.resolve("journal.jsonl"), "[[\"message\",\"1/9", StandardOpenOption.APPEND);
        try (var after = TelegramSimulator.start(settings());
                var client = new Client(after.root())) {
            client.ok("sendMessage", "chat_id", user, "text", "goes on");
        }
        try (var again = TelegramSimulator.start(settings());
                var client = new Client(again.root())) {
            assertThat(client.messageTexts(user)).isEqualTo("/start|goes on");
        }
    }

    @Test
    void damageInTheMiddleIsNotPassedOver() throws IOException {
        Files.writeString(folder.resolve("journal.jsonl"), "[[\"clock\",\"\",5]]\nnonsense\n[]\n");

        assertThatThrownBy(() -> TelegramSimulator.start(settings()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("is damaged at byte 17");
    }

    @Test
    void aFolderHasOneSimulatorAtATime() throws IOException {
        try (var first = TelegramSimulator.start(settings())) {
            assertThat(first.port()).isPositive();
            assertThatThrownBy(() -> TelegramSimulator.start(settings()))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("in use");
        }
    }

    @Test
    void aTakenPortLeavesTheFolderFree() throws IOException {
        try (var other = TelegramSimulator.start(TelegramSimulator.Settings.inMemory())) {
            assertThatThrownBy(() -> TelegramSimulator.start(settings().withPort(other.port())))
                    .isInstanceOf(IOException.class);
        }
        TelegramSimulator.start(settings()).close();
    }

    @Test
    void theOptionsOfTheCommandLineAreSettings() {
        var settings = Standalone.settings(
                List.of("--port", "8081", "--data", "here", "--token", "1:abc", "--token", "2:abc", "--local"));

        assertThat(settings.port()).isEqualTo(8081);
        assertThat(settings.data()).hasValue(Path.of("here"));
        assertThat(settings.tokens()).containsExactlyInAnyOrder("1:abc", "2:abc");
        assertThat(settings.local()).isTrue();
        assertThatThrownBy(() -> Standalone.settings(List.of("--moon", "x")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Standalone.settings(List.of("--port"))).isInstanceOf(IllegalArgumentException.class);
    }
}
