package app.aisha.simulators.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What a phone sees while it watches. */
class EventStreamTest extends WithSimulator {

    private static String next(BufferedReader events) throws IOException {
        for (var line = events.readLine(); line != null; line = events.readLine()) {
            if (line.startsWith("event: ")) {
                return line.substring(7) + " " + Json.read(events.readLine().substring(6));
            }
        }
        return "closed";
    }

    @Test
    void aWatcherSeesAllThatHappensInOrder() throws Exception {
        var user = client.startedUser();
        var request = HttpRequest.newBuilder(simulator.root().resolve("/control/chats/" + user + "/events"))
                .build();
        try (var http = HttpClient.newHttpClient();
                var body = http.send(request, BodyHandlers.ofInputStream()).body();
                var events = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
            assertThat(events.readLine()).startsWith(":");
            client.ok("sendChatAction", "chat_id", user, "action", "typing");
            assertThat(next(events)).isEqualTo("action {\"action\":\"typing\"}");
            client.ok("sendMessageDraft", "chat_id", user, "draft_id", 5, "text", "so far");
            assertThat(next(events)).startsWith("draft ").contains("so far");
            client.ok("sendMessage", "chat_id", user, "text", "one");
            assertThat(next(events)).startsWith("message ").contains("\"one\"");
            client.ok("editMessageText", "chat_id", user, "message_id", 2, "text", "two");
            assertThat(next(events)).startsWith("edit ").contains("\"two\"");
            client.ok("setMessageReaction", "chat_id", user, "message_id", 2);
            assertThat(next(events)).startsWith("reaction ");
            client.ok("deleteMessage", "chat_id", user, "message_id", 2);
            assertThat(next(events)).isEqualTo("delete {\"message_id\":2}");
            var press = client.control("POST", "chats/" + user + "/press", "{\"message_id\":1,\"data\":\"x\"}")
                    .path("callback_query_id")
                    .asString("");
            client.ok("answerCallbackQuery", "callback_query_id", press, "text", "hm", "show_alert", "true");
            assertThat(next(events))
                    .isEqualTo("answer {\"callback_query_id\":\"%s\",\"text\":\"hm\",\"show_alert\":true}"
                            .formatted(press));
            client.write(user, "mine");
            assertThat(next(events)).startsWith("message ").contains("\"mine\"");
        }
    }

    @Test
    void onlyChatsThatExistCanBeWatched() throws Exception {
        assertThat(client.get("/control/chats/5/events").statusCode()).isEqualTo(404);
    }
}
