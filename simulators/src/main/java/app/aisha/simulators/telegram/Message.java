package app.aisha.simulators.telegram;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A message that is there. Its JSON is never changed, only replaced. A keyboard that is not inline is not part of what
 * bots are shown, so it is kept beside.
 */
record Message(ObjectNode json, @Nullable JsonNode keyboard) {

    long id() {
        return json.path("message_id").asLong(0);
    }

    long date() {
        return json.path("date").asLong(0);
    }

    boolean fromBot() {
        return json.path("from").path("is_bot").asBoolean(false);
    }

    boolean isProtected() {
        return json.path("has_protected_content").asBoolean(false);
    }

    /** Tells of a payment instead of being written by somebody. */
    boolean isService() {
        return json.has("successful_payment") || json.has("refunded_payment");
    }

    /** As the user sees it: with the keyboard under the input field, if it brought one. */
    ObjectNode seenByUser() {
        return keyboard == null ? json : json.deepCopy().set("reply_markup", keyboard);
    }

    /** As it stands inside a reply. */
    ObjectNode quoted() {
        var quoted = json.deepCopy();
        quoted.remove("reply_to_message");
        return quoted;
    }

    ObjectNode toJournal() {
        var entry = Json.object();
        entry.set("json", json);
        entry.set("keyboard", keyboard);
        return entry;
    }

    static Message fromJournal(JsonNode entry) {
        var keyboard = entry.get("keyboard");
        return new Message((ObjectNode) entry.path("json"), keyboard == null || keyboard.isNull() ? null : keyboard);
    }
}
