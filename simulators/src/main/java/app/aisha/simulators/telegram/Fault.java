package app.aisha.simulators.telegram;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A fault to happen to calls. An empty method or chat matches all; it happens {@code times} times, for ever if that is
 * negative.
 */
record Fault(long id, String method, String chatId, Kind kind, int retryAfter, int times, long millis) {

    enum Kind {
        TOO_MANY_REQUESTS,
        HTML_502,
        EMPTY_BODY,
        HANG,
        RESET,
        ACT_THEN_RESET,
        SERVER_ERROR,
        UNAUTHORIZED,
        SLOW;

        static Optional<Kind> named(String name) {
            return Arrays.stream(values())
                    .filter(kind -> kind.wire().equals(name))
                    .findFirst();
        }

        String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** As a control call describes it. */
    static Fault of(long id, JsonNode wish) {
        var name = wish.path("kind").asString("");
        var kind = Kind.named(name).orElseThrow(() -> new Refusal(400, "unknown kind of fault: " + name));
        var wait = kind == Kind.HANG ? 600_000 : 1000;
        return new Fault(
                id,
                wish.path("method").asString(""),
                wish.path("chat_id").asString(""),
                kind,
                wish.path("retry_after").asInt(1),
                wish.path("times").asInt(1),
                wish.path("millis").asLong(wait));
    }

    boolean concerns(String calledMethod, String calledChat) {
        return (method.isEmpty() || method.equalsIgnoreCase(calledMethod))
                && (chatId.isEmpty() || chatId.equals(calledChat));
    }

    Fault onceLess() {
        return times < 0 ? this : new Fault(id, method, chatId, kind, retryAfter, times - 1, millis);
    }

    ObjectNode toJson() {
        return Json.object()
                .put("id", id)
                .put("method", method)
                .put("chat_id", chatId)
                .put("kind", kind.wire())
                .put("retry_after", retryAfter)
                .put("times", times)
                .put("millis", millis);
    }
}
