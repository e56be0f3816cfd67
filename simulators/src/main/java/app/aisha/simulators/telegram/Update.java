package app.aisha.simulators.telegram;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An update as it will be handed out, to the letter. A negative id marks one that is handed out once, without waiting
 * for a confirmation. Updates of one lane reach a webhook one after the other.
 */
record Update(long id, String lane, long expires, String text) {

    boolean once() {
        return id < 0;
    }

    ObjectNode toJournal() {
        return Json.object().put("lane", lane).put("expires", expires).put("text", text);
    }

    static Update fromJournal(long id, JsonNode entry) {
        return new Update(
                id,
                entry.path("lane").asString(""),
                entry.path("expires").asLong(0),
                entry.path("text").asString(""));
    }
}
