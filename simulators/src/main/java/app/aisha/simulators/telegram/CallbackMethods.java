package app.aisha.simulators.telegram;

import java.util.Map;

/** Answers to pressed buttons. */
final class CallbackMethods {

    private static final int MAX_TOAST = 200;

    private final World world;

    CallbackMethods(World world) {
        this.world = world;
    }

    void addTo(Map<String, Method> methods) {
        methods.put("answerCallbackQuery", this::answer);
    }

    private Answer answer(Call call) {
        if (call.text("text").length() > MAX_TOAST) {
            throw Refusal.badRequest("MESSAGE_TOO_LONG");
        }
        return world.change(batch -> {
            var id = call.text("callback_query_id");
            var user = world.callbacks
                    .answer(batch, id)
                    .orElseThrow(() ->
                            Refusal.badRequest("query is too old and response timeout expired or query ID is invalid"));
            var shown = Json.object()
                    .put("callback_query_id", id)
                    .put("text", call.text("text"))
                    .put("show_alert", call.flag("show_alert"));
            world.chats
                    .find(user)
                    .ifPresent(chat -> batch.afterwards(() -> chat.events().publish("answer", shown)));
            return Answer.TRUE;
        });
    }
}
