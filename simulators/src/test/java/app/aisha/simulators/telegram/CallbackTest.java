package app.aisha.simulators.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Presses and their answers. */
class CallbackTest extends WithSimulator {

    private static final String TOO_OLD =
            "400 Bad Request: query is too old and response timeout expired or query ID is invalid";

    private long user;

    @BeforeEach
    void start() throws Exception {
        user = client.startedUser();
        client.ok(
                "sendMessage",
                "chat_id",
                user,
                "text",
                "choose",
                "reply_markup",
                "{\"inline_keyboard\":[[{\"text\":\"One\",\"callback_data\":\"1\"},{\"text\":\"Site\",\"url\":\"http://example.org\"}]]}");
    }

    private String press(String body) throws Exception {
        return client.control("POST", "chats/" + user + "/press", body)
                .path("callback_query_id")
                .asString("");
    }

    private String answer(String id) throws Exception {
        return client.refused("answerCallbackQuery", "callback_query_id", id);
    }

    @Test
    void aPressByLabelOrDataReachesTheBot() throws Exception {
        var byLabel = press("{\"message_id\":2,\"button\":\"One\"}");
        press("{\"message_id\":2,\"button\":\"1\"}");

        var query = client.ok("getUpdates").get(1).path("callback_query");
        assertThat(query.path("id").asString("")).isEqualTo(byLabel);
        assertThat(query.path("data").asString("")).isEqualTo("1");
        assertThat(query.at("/message/text").asString("")).isEqualTo("choose");
        assertThat(query.at("/from/id").asLong(0)).isEqualTo(user);
        assertThat(client.ok("getUpdates").get(2).at("/callback_query/data").asString(""))
                .isEqualTo("1");
    }

    @Test
    void aPressIsAnsweredOnce() throws Exception {
        var id = press("{\"message_id\":2,\"button\":\"One\"}");

        client.ok("answerCallbackQuery", "callback_query_id", id, "text", "ok");
        assertThat(answer(id)).isEqualTo(TOO_OLD);
        assertThat(answer("5")).isEqualTo(TOO_OLD);
    }

    @Test
    void aPressIsTooOldAfterAQuarterOfAnHour() throws Exception {
        var id = press("{\"message_id\":2,\"button\":\"One\"}");

        client.control("POST", "clock", "{\"advance_seconds\":901}");

        assertThat(answer(id)).isEqualTo(TOO_OLD);
    }

    @Test
    void aPressIsDeliveredForHundredAndFiftySeconds() throws Exception {
        press("{\"message_id\":2,\"button\":\"One\"}");

        client.control("POST", "clock", "{\"advance_seconds\":151}");

        assertThat(client.ok("getUpdates")).hasSize(1);
    }

    @Test
    void aToastHasTwoHundredCharacters() throws Exception {
        var id = press("{\"message_id\":2,\"button\":\"One\"}");

        assertThat(client.refused("answerCallbackQuery", "callback_query_id", id, "text", "x".repeat(201)))
                .isEqualTo("400 Bad Request: MESSAGE_TOO_LONG");
        client.ok("answerCallbackQuery", "callback_query_id", id, "text", "x".repeat(200));
    }

    @Test
    void forgedDataAndVanishedMessagesArePossible() throws Exception {
        press("{\"message_id\":2,\"data\":\"forged\"}");
        press("{\"message_id\":77,\"data\":\"old\"}");

        var updates = client.ok("getUpdates");
        assertThat(updates.get(1).at("/callback_query/data").asString("")).isEqualTo("forged");
        assertThat(updates.get(2).at("/callback_query/message/date").asInt(-1)).isZero();
    }

    @Test
    void onlyButtonsThatAreThereCanBePressed() throws Exception {
        assertThat(client.controlRaw("POST", "chats/" + user + "/press", "{\"message_id\":2,\"button\":\"Two\"}")
                        .body())
                .contains("no such button; there are: [One, Site]");
        assertThat(client.controlRaw("POST", "chats/" + user + "/press", "{\"message_id\":2,\"button\":\"Site\"}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(client.controlRaw("POST", "chats/" + user + "/press", "{\"message_id\":9,\"button\":\"One\"}")
                        .statusCode())
                .isEqualTo(404);
    }
}
