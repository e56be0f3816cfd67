package app.aisha.simulators.telegram;

import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** What a forward and a copy take over from the message they repeat. */
final class Forwarding {

    private static final List<String> NOT_CONTENT = List.of(
            "message_id",
            "from",
            "chat",
            "date",
            "edit_date",
            "reply_to_message",
            "reply_markup",
            "media_group_id",
            "has_protected_content",
            "effect_id");

    private Forwarding() {}

    /** The content with its origin; a hidden name stands for a user who does not want to be linked to. */
    static void addTo(ObjectNode message, Message original, String hiddenName) {
        var content = content(original);
        if (!content.has("forward_origin")) {
            content.set("forward_origin", origin(original, hiddenName));
        }
        message.setAll(content);
    }

    private static ObjectNode origin(Message original, String hiddenName) {
        var origin = Json.object().put("type", hiddenName.isEmpty() ? "user" : "hidden_user");
        origin.put("date", original.date());
        if (hiddenName.isEmpty()) {
            origin.set("sender_user", original.json().path("from"));
            return origin;
        }
        return origin.put("sender_user_name", hiddenName);
    }

    static ObjectNode content(Message original) {
        return original.json().deepCopy().remove(NOT_CONTENT);
    }
}
