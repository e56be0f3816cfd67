package app.aisha.simulators.telegram;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A checked {@code reply_markup}. */
record Markup(@Nullable JsonNode inline, @Nullable JsonNode keyboard) {

    static final Markup NONE = new Markup(null, null);

    private static final int MAX_BUTTONS = 100;
    private static final int MAX_DATA_BYTES = 64;
    private static final List<String> ACTIONS = List.of(
            "url",
            "callback_data",
            "web_app",
            "login_url",
            "switch_inline_query",
            "switch_inline_query_current_chat",
            "switch_inline_query_chosen_chat",
            "copy_text",
            "callback_game",
            "pay");
    private static final Set<String> STYLES = Set.of("danger", "success", "primary");

    /**
     * The keyboard the call wants, if any.
     *
     * @throws Refusal if the keyboard is not one Telegram accepts
     */
    static Markup of(Call call) {
        var markup = read(call);
        if (markup.buttons().stream().anyMatch(Markup::isPay)) {
            throw Refusal.badRequest("BUTTON_TYPE_INVALID");
        }
        return markup;
    }

    private static Markup read(Call call) {
        var given = call.json("reply_markup", "can't parse reply keyboard markup JSON object");
        if (given.isEmpty()) {
            return NONE;
        }
        var markup = given.get();
        if (!markup.isObject()) {
            throw Refusal.badRequest("object expected as reply markup");
        }
        if (markup.has("inline_keyboard")) {
            var rows = checked(markup.get("inline_keyboard"), true);
            return rows == 0 ? NONE : new Markup(markup, null);
        }
        if (markup.has("keyboard")) {
            checked(markup.get("keyboard"), false);
        }
        return markup.isEmpty() ? NONE : new Markup(null, markup);
    }

    /**
     * The keyboard of an invoice: the one the call wants, which must begin with its only Pay button, or that button alone.
     *
     * @throws Refusal if the keyboard is not one Telegram accepts there
     */
    static Markup ofInvoice(Call call, long stars) {
        var markup = read(call);
        if (markup.equals(NONE)) {
            var keyboard = Json.object();
            keyboard.putArray("inline_keyboard")
                    .addArray()
                    .addObject()
                    .put("text", "Pay ⭐️" + stars)
                    .put("pay", true);
            return new Markup(keyboard, null);
        }
        var buttons = markup.buttons();
        if (buttons.isEmpty() || !isPay(buttons.getFirst())) {
            throw Refusal.badRequest("REPLY_MARKUP_BUY_EMPTY");
        }
        if (buttons.stream().skip(1).anyMatch(Markup::isPay)) {
            throw Refusal.badRequest("BUTTON_POS_INVALID");
        }
        return markup;
    }

    private List<JsonNode> buttons() {
        return inline == null
                ? List.of()
                : inline.path("inline_keyboard")
                        .valueStream()
                        .flatMap(JsonNode::valueStream)
                        .toList();
    }

    private static boolean isPay(JsonNode button) {
        return button.path("pay").asBoolean(false);
    }

    /** Counts the buttons. */
    private static int checked(JsonNode rows, boolean inline) {
        if (!rows.isArray()) {
            throw Refusal.badRequest(
                    "field \"%s\" must be of type Array".formatted(inline ? "inline_keyboard" : "keyboard"));
        }
        var buttons = 0;
        for (var row : rows) {
            if (!row.isArray()) {
                throw Refusal.badRequest("can't parse keyboard row: expected an Array");
            }
            for (var button : row) {
                buttons++;
                checkButton(button, inline);
            }
        }
        if (buttons > MAX_BUTTONS) {
            throw Refusal.badRequest("reply markup is too long");
        }
        return buttons;
    }

    private static void checkButton(JsonNode button, boolean inline) {
        if (!inline && button.isString()) {
            return;
        }
        var kind = inline ? "inline keyboard button" : "keyboard button";
        if (!button.isObject() || !button.path("text").isString()) {
            throw Refusal.badRequest("can't parse %s: Field \"text\" must be of type String".formatted(kind));
        }
        if (button.path("text").stringValue().isBlank()) {
            throw Refusal.badRequest(kind + " text must be non-empty");
        }
        if (button.has("style") && !STYLES.contains(button.path("style").asString(""))) {
            throw Refusal.badRequest("can't parse %s: Invalid button style specified".formatted(kind));
        }
        if (inline) {
            checkAction(button);
        }
    }

    private static void checkAction(JsonNode button) {
        if (ACTIONS.stream().noneMatch(button::has)) {
            throw Refusal.badRequest(
                    "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard");
        }
        if (button.has("callback_data")) {
            var bytes = button.path("callback_data").asString("").getBytes(StandardCharsets.UTF_8).length;
            if (bytes < 1 || bytes > MAX_DATA_BYTES) {
                throw Refusal.badRequest("BUTTON_DATA_INVALID");
            }
        }
        if (button.has("url")) {
            var url = button.path("url").asString("");
            if (HtmlEntity.link(url).isEmpty()) {
                throw Refusal.badRequest("inline keyboard button URL '%s' is invalid: Wrong HTTP URL".formatted(url));
            }
        }
        if (button.has("copy_text")) {
            var length = button.path("copy_text").path("text").asString("").length();
            if (length < 1 || length > 256) {
                throw Refusal.badRequest("BUTTON_COPY_TEXT_INVALID");
            }
        }
    }
}
