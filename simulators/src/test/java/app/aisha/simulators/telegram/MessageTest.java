package app.aisha.simulators.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** sendMessage and what every send has in common. */
class MessageTest extends WithSimulator {

    private long user;

    @BeforeEach
    void start() throws Exception {
        user = client.startedUser();
    }

    @Test
    void theAnswerIsTheMessage() throws Exception {
        var message = client.ok("sendMessage", "chat_id", user, "text", "<b>Hi</b> 😀", "parse_mode", "html");

        assertThat(message.path("text").asString("")).isEqualTo("Hi 😀");
        assertThat(message.at("/entities/0/type").asString("")).isEqualTo("bold");
        assertThat(message.at("/chat/id").asLong(0)).isEqualTo(user);
        assertThat(message.at("/chat/type").asString("")).isEqualTo("private");
        assertThat(message.at("/from/is_bot").asBoolean(false)).isTrue();
        assertThat(message.path("message_id").asLong(0)).isEqualTo(2);
        assertThat(message.path("date").asLong(0)).isBetween(1_700_000_000L, 9_999_999_999L);
        assertThat(client.control("GET", "chats/" + user + "/messages").get(1)).isEqualTo(message);
    }

    @Test
    void aCommandIsMarkedForTheBot() throws Exception {
        var update = client.ok("getUpdates").get(0);

        assertThat(update.at("/message/entities/0/type").asString("")).isEqualTo("bot_command");
        assertThat(update.at("/message/from/language_code").asString("")).isEqualTo("en");
        assertThat(update.at("/message/from/is_bot").asBoolean(true)).isFalse();
    }

    @Test
    void lengthIsCountedAfterParsingInUtf16() throws Exception {
        var exact = "<b>" + "😀".repeat(2048) + "</b>";

        client.ok("sendMessage", "chat_id", user, "text", exact, "parse_mode", "HTML");
        assertThat(client.refused("sendMessage", "chat_id", user, "text", "x" + exact, "parse_mode", "HTML"))
                .isEqualTo("400 Bad Request: message is too long");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'  '||400 Bad Request: message text is empty",
                "<b> </b>|HTML|400 Bad Request: message text is empty",
                "<b>x|HTML|400 Bad Request: can't parse entities: Can't find end tag corresponding to start tag \"b\"",
                "x|MarkdownV2|400 Bad Request: this simulator does not read Markdown; use HTML or entities",
                "x|Word|400 Bad Request: unsupported parse_mode",
            })
    void textsThatCannotBeSent(String text, String mode, String refusal) throws Exception {
        assertThat(client.refused("sendMessage", "chat_id", user, "text", text, "parse_mode", mode == null ? "" : mode))
                .isEqualTo(refusal);
    }

    @Test
    void entitiesComeAsGivenAndTrimmed() throws Exception {
        var message = client.ok(
                "sendMessage",
                "chat_id",
                user,
                "text",
                "  bold",
                "entities",
                "[{\"type\":\"bold\",\"offset\":0,\"length\":6}]");

        assertThat(message.path("text").asString("")).isEqualTo("bold");
        assertThat(message.path("entities")).hasSize(1);
        assertThat(message.at("/entities/0/offset").asInt(-1)).isZero();
        assertThat(message.at("/entities/0/length").asInt(-1)).isEqualTo(4);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|can't parse entities: expected an Array",
                "nonsense|can't parse entities: invalid JSON",
                "[{\"type\":\"bold\"}]|can't parse MessageEntity: type, offset and length are expected",
                "[{\"type\":\"loud\",\"offset\":0,\"length\":1}]|can't parse MessageEntity: unsupported type \"loud\"",
                "[{\"type\":\"bold\",\"offset\":9,\"length\":1}]|entity begins after the end of the text at UTF-16"
                        + " offset 9",
                "[{\"type\":\"bold\",\"offset\":2,\"length\":9}]|entity beginning at UTF-16 offset 2 ends after the"
                        + " end of the text at UTF-16 offset 11",
            })
    void wrongEntitiesAreRefused(String entities, String reason) throws Exception {
        assertThat(client.refused("sendMessage", "chat_id", user, "text", "text", "entities", entities))
                .isEqualTo("400 Bad Request: " + reason);
    }

    @Test
    void onlyWhoStartedAndDidNotBlockCanBeWrittenTo() throws Exception {
        var stranger = client.user();

        assertThat(client.refused("sendMessage", "chat_id", stranger, "text", "x"))
                .isEqualTo("403 Forbidden: bot can't initiate conversation with a user");
        assertThat(client.refused("sendMessage", "chat_id", 1, "text", "x"))
                .isEqualTo("400 Bad Request: chat not found");
        assertThat(client.refused("sendMessage", "chat_id", "@ann", "text", "x"))
                .isEqualTo("400 Bad Request: chat not found");
        assertThat(client.refused("sendMessage", "text", "x")).isEqualTo("400 Bad Request: chat_id is empty");
    }

    @Test
    void whoBlocksTheBotIsOutOfReachUntilUnblocking() throws Exception {
        client.control("POST", "chats/" + user + "/block", "{\"blocked\":true}");

        assertThat(client.refused("sendMessage", "chat_id", user, "text", "x"))
                .isEqualTo("403 Forbidden: bot was blocked by the user");
        assertThat(client.controlRaw("POST", "chats/" + user + "/text", "{\"text\":\"x\"}")
                        .statusCode())
                .isEqualTo(409);
        client.control("POST", "chats/" + user + "/block", "{\"blocked\":false}");
        client.ok("sendMessage", "chat_id", user, "text", "x");

        var updates = client.ok("getUpdates");
        assertThat(updates.get(1).at("/my_chat_member/new_chat_member/status").asString(""))
                .isEqualTo("kicked");
        assertThat(updates.get(2).at("/my_chat_member/new_chat_member/status").asString(""))
                .isEqualTo("member");
    }

    @Test
    void repliesQuoteTheirOriginal() throws Exception {
        var reply = client.ok("sendMessage", "chat_id", user, "text", "x", "reply_parameters", "{\"message_id\":1}");
        var old = client.ok("sendMessage", "chat_id", user, "text", "y", "reply_to_message_id", 2);

        assertThat(reply.at("/reply_to_message/text").asString("")).isEqualTo("/start");
        assertThat(old.at("/reply_to_message/text").asString("")).isEqualTo("x");
        assertThat(old.path("reply_to_message").has("reply_to_message")).isFalse();
    }

    @Test
    void aReplyToNothingNeedsPermission() throws Exception {
        assertThat(client.refused(
                        "sendMessage", "chat_id", user, "text", "x", "reply_parameters", "{\"message_id\":99}"))
                .isEqualTo("400 Bad Request: message to be replied not found");
        var sent = client.ok(
                "sendMessage",
                "chat_id",
                user,
                "text",
                "x",
                "reply_parameters",
                "{\"message_id\":99,\"allow_sending_without_reply\":true}");
        assertThat(sent.has("reply_to_message")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{nonsense|can't parse reply keyboard markup JSON object",
                "[]|object expected as reply markup",
                "{\"inline_keyboard\":{}}|field \"inline_keyboard\" must be of type Array",
                "{\"inline_keyboard\":[{}]}|can't parse keyboard row: expected an Array",
                "{\"inline_keyboard\":[[{}]]}|can't parse inline keyboard button: Field \"text\" must be of type"
                        + " String",
                "{\"inline_keyboard\":[[{\"text\":\"\",\"callback_data\":\"x\"}]]}|inline keyboard button text must be"
                        + " non-empty",
                "{\"inline_keyboard\":[[{\"text\":\"a\"}]]}|can't parse inline keyboard button: Text buttons are"
                        + " unallowed in the inline keyboard",
                "{\"inline_keyboard\":[[{\"text\":\"a\",\"callback_data\":\"\"}]]}|BUTTON_DATA_INVALID",
                "{\"inline_keyboard\":[[{\"text\":\"a\",\"url\":\"nonsense\"}]]}|inline keyboard button URL 'nonsense'"
                        + " is invalid: Wrong HTTP URL",
                "{\"inline_keyboard\":[[{\"text\":\"a\",\"copy_text\":{\"text\":\"\"}}]]}|BUTTON_COPY_TEXT_INVALID",
                "{\"inline_keyboard\":[[{\"text\":\"a\",\"callback_data\":\"x\",\"style\":\"pink\"}]]}|can't parse"
                        + " inline keyboard button: Invalid button style specified",
                "{\"keyboard\":[[{}]]}|can't parse keyboard button: Field \"text\" must be of type String",
            })
    void wrongKeyboardsAreRefused(String markup, String reason) throws Exception {
        assertThat(client.refused("sendMessage", "chat_id", user, "text", "x", "reply_markup", markup))
                .isEqualTo("400 Bad Request: " + reason);
    }

    @Test
    void callbackDataIsLimitedInBytes() throws Exception {
        var fits = keyboard(1, "я".repeat(32));
        var tooLong = keyboard(1, "я".repeat(32) + "x");

        client.ok("sendMessage", "chat_id", user, "text", "x", "reply_markup", fits);
        assertThat(client.refused("sendMessage", "chat_id", user, "text", "x", "reply_markup", tooLong))
                .isEqualTo("400 Bad Request: BUTTON_DATA_INVALID");
    }

    @Test
    void aKeyboardHasAtMostAHundredButtons() throws Exception {
        client.ok("sendMessage", "chat_id", user, "text", "x", "reply_markup", keyboard(100, "x"));
        assertThat(client.refused("sendMessage", "chat_id", user, "text", "x", "reply_markup", keyboard(101, "x")))
                .isEqualTo("400 Bad Request: reply markup is too long");
    }

    private static String keyboard(int buttons, String data) {
        var button = "[{\"text\":\"a\",\"callback_data\":\"%s\"}]".formatted(data);
        return "{\"inline_keyboard\":[" + String.join(",", Collections.nCopies(buttons, button)) + "]}";
    }

    @Test
    void onlyTheUserSeesAKeyboardThatIsNotInline() throws Exception {
        var keyboard = "{\"keyboard\":[[\"Yes\",{\"text\":\"No\"}]]}";

        var sent = client.ok("sendMessage", "chat_id", user, "text", "x", "reply_markup", keyboard);

        assertThat(sent.has("reply_markup")).isFalse();
        var seen = client.control("GET", "chats/" + user + "/messages").get(1);
        assertThat(seen.at("/reply_markup/keyboard/0/0").asString("")).isEqualTo("Yes");
    }

    @Test
    void draftsLastHalfAMinuteOrUntilTheMessage() throws Exception {
        client.ok("sendMessageDraft", "chat_id", user, "draft_id", 5, "text", "so far");
        assertThat(chat().at("/draft/text").asString("")).isEqualTo("so far");

        client.control("POST", "clock", "{\"advance_seconds\":31}");
        assertThat(chat().has("draft")).isFalse();

        client.ok("sendMessageDraft", "chat_id", user, "draft_id", 5, "text", "");
        client.ok("sendMessage", "chat_id", user, "text", "done");
        assertThat(chat().has("draft")).isFalse();
        assertThat(client.refused("sendMessageDraft", "chat_id", user, "text", "x"))
                .isEqualTo("400 Bad Request: draft_id must be non-zero");
    }

    private JsonNode chat() throws Exception {
        return client.control("GET", "chats/" + user);
    }

    @Test
    void onlyKnownChatActionsAreTaken() throws Exception {
        assertThat(client.ok("sendChatAction", "chat_id", user, "action", "typing")
                        .asBoolean(false))
                .isTrue();
        assertThat(client.refused("sendChatAction", "chat_id", user, "action", "dancing"))
                .isEqualTo("400 Bad Request: wrong parameter action in request");
    }

    @Test
    void extrasOfASendAreKept() throws Exception {
        var sent = client.ok(
                "sendMessage",
                "chat_id",
                user,
                "text",
                "https://example.org/a",
                "protect_content",
                "true",
                "message_effect_id",
                "5",
                "link_preview_options",
                "{\"is_disabled\":true}");

        assertThat(sent.path("has_protected_content").asBoolean(false)).isTrue();
        assertThat(sent.path("effect_id").asString("")).isEqualTo("5");
        assertThat(sent.at("/link_preview_options/is_disabled").asBoolean(false))
                .isTrue();
        assertThat(sent.at("/entities/0/type").asString("")).isEqualTo("url");
    }

    @Test
    void usersAreListedAndNeedAName() throws Exception {
        var known = client.control(
                "POST",
                "users",
                "{\"id\":55,\"first_name\":\"Bo\",\"last_name\":\"X\",\"username\":\"bo\",\"language_code\":\"ru\"}");

        assertThat(client.control("GET", "users")).hasSize(2).contains(known);
        assertThat(client.controlRaw("POST", "users", "{\"id\":55,\"first_name\":\"Bo\"}")
                        .statusCode())
                .isEqualTo(409);
        assertThat(client.controlRaw("POST", "users", "{}").statusCode()).isEqualTo(400);
        assertThat(client.controlRaw("POST", "chats/55/text", "{}").statusCode())
                .isEqualTo(400);
        assertThat(client.controlRaw("POST", "chats/55/text", "{\"text\":\"" + "x".repeat(4097) + "\"}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(client.ok("logOut").asBoolean(false)).isTrue();
        assertThat(client.ok("close").asBoolean(false)).isTrue();
    }
}
