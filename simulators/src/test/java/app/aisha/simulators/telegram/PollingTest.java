package app.aisha.simulators.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** getUpdates: offsets, limits, waiting, conflicts. */
class PollingTest extends WithSimulator {

    private static String texts(JsonNode updates) {
        return updates.valueStream()
                .map(update -> update.at("/message/text").asString("-"))
                .reduce("", (all, text) -> all + text);
    }

    @Test
    void updatesStayUntilTheyAreConfirmed() throws Exception {
        var user = client.user();
        client.write(user, "a");
        client.write(user, "b");

        var first = client.ok("getUpdates");
        assertThat(texts(first)).isEqualTo("ab");
        assertThat(texts(client.ok("getUpdates"))).isEqualTo("ab");
        var a = first.get(0).path("update_id").asLong(0);
        assertThat(first.get(1).path("update_id").asLong(0)).isEqualTo(a + 1);
        assertThat(texts(client.ok("getUpdates", "offset", a + 1))).isEqualTo("b");
        assertThat(texts(client.ok("getUpdates"))).isEqualTo("b");
    }

    @Test
    void limitAndNegativeOffsetChooseFromTheEnds() throws Exception {
        var user = client.user();
        for (var text : "a b c d".split(" ", -1)) {
            client.write(user, text);
        }

        assertThat(texts(client.ok("getUpdates", "limit", 3))).isEqualTo("abc");
        assertThat(texts(client.ok("getUpdates", "offset", -2))).isEqualTo("cd");
        assertThat(texts(client.ok("getUpdates"))).isEqualTo("cd");
        assertThat(texts(client.ok("getUpdates", "offset", -9))).isEqualTo("cd");
    }

    @Test
    void aPollWaitsForTheNextUpdate() throws Exception {
        var user = client.user();
        var poll = client.callLater("getUpdates", "timeout", 30);

        client.write(user, "late");

        assertThat(texts(poll.get(10, TimeUnit.SECONDS).path("result"))).isEqualTo("late");
    }

    @Test
    void aWaitingPollLetsOthersWork() throws Exception {
        var user = client.startedUser();
        var last = client.ok("getUpdates").get(0).path("update_id").asLong(0);
        var poll = client.callLater("getUpdates", "timeout", 30, "offset", last + 1);

        client.ok("sendMessage", "chat_id", user, "text", "meanwhile");

        assertThat(poll).isNotDone();
        client.write(user, "end");
        assertThat(texts(poll.get(10, TimeUnit.SECONDS).path("result"))).isEqualTo("end");
    }

    @Test
    void aSecondPollerEndsTheFirst() throws Exception {
        var user = client.user();
        var first = client.callLater("getUpdates", "timeout", 30);
        client.waitUntilPolling();
        var second = client.callLater("getUpdates", "timeout", 30);

        var ended = first.get(10, TimeUnit.SECONDS);
        assertThat(ended.path("error_code").asInt(0)).isEqualTo(409);
        assertThat(ended.path("description").asString(""))
                .isEqualTo("Conflict: terminated by other getUpdates request; "
                        + "make sure that only one bot instance is running");
        client.write(user, "to the second");
        assertThat(texts(second.get(10, TimeUnit.SECONDS).path("result"))).isEqualTo("to the second");
    }

    @Test
    void allowedUpdatesAreRemembered() throws Exception {
        var user = client.startedUser();
        client.ok("getUpdates", "allowed_updates", "[\"edited_message\"]", "offset", -1);

        client.write(user, "not wanted");
        assertThat(texts(client.ok("getUpdates"))).isEqualTo("/start");
        client.ok("getUpdates", "allowed_updates", "[]");
        client.write(user, "!");
        assertThat(texts(client.ok("getUpdates"))).isEqualTo("/start!");
    }

    @Test
    void oldUpdatesAreGoneAfterADay() throws Exception {
        client.startedUser();

        client.control("POST", "clock", "{\"advance_seconds\": 86401}");

        assertThat(client.ok("getUpdates")).isEmpty();
    }
}
