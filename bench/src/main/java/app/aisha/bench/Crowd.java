package app.aisha.bench;

import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** People of the Telegram simulator, led through its control API. Thread-safe. */
final class Crowd {

    /** A call of the bot; the moment is that of its answer. */
    record Call(Instant at, String method, long chat, JsonNode parameters) {}

    private final Http simulator;

    Crowd(URI simulator) {
        this.simulator = new Http(simulator);
    }

    List<Long> join(int count) throws IOException, InterruptedException {
        var users = new ArrayList<Long>();
        for (var i = 0; i < count; i++) {
            var wish = simulator.object().put("first_name", "Person " + i).put("language_code", "en");
            users.add(simulator.post("/control/users", wish).path("id").asLong());
        }
        return users;
    }

    void write(long user, String text) throws IOException, InterruptedException {
        simulator.post(path(user, "text"), simulator.object().put("text", text));
    }

    /** Taps a button that carries the data; answers the number of the tap. */
    String press(long user, long message, String data) throws IOException, InterruptedException {
        return simulator
                .post(
                        path(user, "press"),
                        simulator.object().put("message_id", message).put("data", data))
                .path("callback_query_id")
                .asString();
    }

    void holdBack(long user) throws IOException, InterruptedException {
        simulator.post("/control/hold", simulator.object().put("chat_id", user));
    }

    void letGo(long user) throws IOException, InterruptedException {
        simulator.post("/control/release", simulator.object().put("chat_id", user));
    }

    /** The number of the latest message of the bot, zero where there is none. */
    long latestOfBot(long user) throws IOException, InterruptedException {
        return StreamSupport.stream(simulator.get(path(user, "messages")).spliterator(), false)
                .filter(message -> message.path("from").path("is_bot").asBoolean(false))
                .mapToLong(message -> message.path("message_id").asLong())
                .max()
                .orElse(0);
    }

    void forgetCalls() throws IOException, InterruptedException {
        simulator.delete("/control/calls");
    }

    /** Since the calls were forgotten, at most the latest 20,000, oldest first. */
    Stream<Call> calls(String method) throws IOException, InterruptedException {
        return StreamSupport.stream(
                        simulator.get("/control/calls?method=" + method).spliterator(), false)
                .filter(call -> call.path("status").asInt() == 200)
                .map(call -> new Call(
                        Instant.parse(call.path("at").asString()),
                        call.path("method").asString(),
                        Long.parseLong("0" + call.path("chat_id").asString()),
                        call.path("parameters")));
    }

    private static String path(long user, String what) {
        return "/control/chats/" + user + "/" + what;
    }
}
