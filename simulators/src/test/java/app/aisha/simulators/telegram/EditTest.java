package app.aisha.simulators.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Edits and deletions. */
class EditTest extends WithSimulator {

    private static final String KEYBOARD = "{\"inline_keyboard\":[[{\"text\":\"One\",\"callback_data\":\"1\"}]]}";

    private long user;
    private long message;

    @BeforeEach
    void sendOne() throws Exception {
        user = client.startedUser();
        message = client.ok("sendMessage", "chat_id", user, "text", "before", "reply_markup", KEYBOARD)
                .path("message_id")
                .asLong(0);
    }

    @Test
    void anEditReplacesTextAndTakesTheKeyboardAway() throws Exception {
        var edited = client.ok(
                "editMessageText",
                "chat_id",
                user,
                "message_id",
                message,
                "text",
                "<i>after</i>",
                "parse_mode",
                "HTML");

        assertThat(edited.path("text").asString("")).isEqualTo("after");
        assertThat(edited.at("/entities/0/type").asString("")).isEqualTo("italic");
        assertThat(edited.has("edit_date")).isTrue();
        assertThat(edited.has("reply_markup")).isFalse();
        assertThat(client.messageTexts(user)).isEqualTo("/start|after");
    }

    @Test
    void anEditThatChangesNothingIsRefused() throws Exception {
        assertThat(client.refused(
                        "editMessageText",
                        "chat_id",
                        user,
                        "message_id",
                        message,
                        "text",
                        "before",
                        "reply_markup",
                        KEYBOARD))
                .startsWith("400 Bad Request: message is not modified: specified new message content and reply markup");
        assertThat(client.refused(
                        "editMessageReplyMarkup", "chat_id", user, "message_id", message, "reply_markup", KEYBOARD))
                .startsWith("400 Bad Request: message is not modified");
        client.ok("editMessageText", "chat_id", user, "message_id", message, "text", "after");
        assertThat(client.refused("editMessageText", "chat_id", user, "message_id", message, "text", "after"))
                .startsWith("400 Bad Request: message is not modified");
    }

    @Test
    void theKeyboardAloneCanBeEdited() throws Exception {
        var edited = client.ok("editMessageReplyMarkup", "chat_id", user, "message_id", message);

        assertThat(edited.has("reply_markup")).isFalse();
        assertThat(edited.path("text").asString("")).isEqualTo("before");
    }

    @Test
    void onlyExistingMessagesOfTheBotCanBeEdited() throws Exception {
        assertThat(client.refused("editMessageText", "chat_id", user, "message_id", 99, "text", "x"))
                .isEqualTo("400 Bad Request: message to edit not found");
        assertThat(client.refused("editMessageText", "chat_id", user, "message_id", 1, "text", "x"))
                .isEqualTo("400 Bad Request: message can't be edited");
        assertThat(client.refused("editMessageText", "chat_id", user, "text", "x"))
                .isEqualTo("400 Bad Request: message identifier is not specified");
        assertThat(client.refused("editMessageText", "chat_id", user, "message_id", message, "text", "x".repeat(4097)))
                .isEqualTo("400 Bad Request: MESSAGE_TOO_LONG");
        assertThat(client.refused("editMessageCaption", "chat_id", user, "message_id", message, "caption", "x"))
                .isEqualTo("400 Bad Request: there is no caption in the message to edit");
    }

    @Test
    void captionsAndMediaOfFilesCanBeEdited() throws Exception {
        var sent = client.upload(
                "sendDocument", Map.of("chat_id", user, "caption", "old", "document", Samples.file("a.txt", "aaa")));
        var id = sent.at("/result/message_id").asLong(0);

        var captioned = client.ok("editMessageCaption", "chat_id", user, "message_id", id, "caption", "new");
        assertThat(captioned.path("caption").asString("")).isEqualTo("new");
        assertThat(client.refused("editMessageText", "chat_id", user, "message_id", id, "text", "x"))
                .isEqualTo("400 Bad Request: there is no text in the message to edit");
        var replaced = client.upload(
                "editMessageMedia",
                Map.of(
                        "chat_id",
                        user,
                        "message_id",
                        id,
                        "media",
                        "{\"type\":\"photo\",\"media\":\"attach://p\",\"caption\":\"shot\"}",
                        "p",
                        Samples.photo(400, 300)));
        assertThat(replaced.at("/result/photo")).hasSize(3);
        assertThat(replaced.path("result").has("document")).isFalse();
        assertThat(replaced.at("/result/caption").asString("")).isEqualTo("shot");
        assertThat(client.refused("editMessageCaption", "chat_id", user, "message_id", id, "caption", "x".repeat(1025)))
                .isEqualTo("400 Bad Request: message caption is too long");
    }

    @Test
    void someMediaCannotBeEdited() throws Exception {
        var voice = client.upload("sendVoice", Map.of("chat_id", user, "voice", Samples.file("a.ogg", "a")))
                .at("/result/message_id")
                .asLong(0);

        assertThat(client.upload(
                                "editMessageMedia",
                                Map.of(
                                        "chat_id",
                                        user,
                                        "message_id",
                                        voice,
                                        "media",
                                        "{\"type\":\"document\",\"media\":\"attach://d\"}",
                                        "d",
                                        Samples.file("d", "d")))
                        .path("description")
                        .asString(""))
                .isEqualTo("Bad Request: message media can't be edited");
        assertThat(client.refused(
                        "editMessageMedia", "chat_id", user, "message_id", voice, "media", "{\"type\":\"voice\"}"))
                .isEqualTo("400 Bad Request: can't parse InputMedia: type \"voice\" is unsupported");
        assertThat(client.refused("editMessageMedia", "chat_id", user, "message_id", voice))
                .isEqualTo("400 Bad Request: input media is not specified");
    }

    @Test
    void aDeletedMessageIsGone() throws Exception {
        client.ok("deleteMessage", "chat_id", user, "message_id", message);

        assertThat(client.messageTexts(user)).isEqualTo("/start");
        assertThat(client.refused("deleteMessage", "chat_id", user, "message_id", message))
                .isEqualTo("400 Bad Request: message to delete not found");
        assertThat(client.refused("editMessageText", "chat_id", user, "message_id", message, "text", "x"))
                .isEqualTo("400 Bad Request: message to edit not found");
        var next = client.ok("sendMessage", "chat_id", user, "text", "next");
        assertThat(next.path("message_id").asLong(0)).isGreaterThan(message);
    }

    @Test
    void oldMessagesStay() throws Exception {
        client.control("POST", "clock", "{\"advance_seconds\":172801}");

        assertThat(client.refused("deleteMessage", "chat_id", user, "message_id", message))
                .isEqualTo("400 Bad Request: message can't be deleted");
        client.ok("editMessageText", "chat_id", user, "message_id", message, "text", "edits have no such limit");
    }

    @Test
    void manyAreDeletedAtOnceAndMissingOnesSkipped() throws Exception {
        client.ok("deleteMessages", "chat_id", user, "message_ids", "[1," + message + ",99]");

        assertThat(client.messageTexts(user)).isEmpty();
        assertThat(client.refused("deleteMessages", "chat_id", user, "message_ids", "[]"))
                .isEqualTo("400 Bad Request: message identifiers are not specified");
        var many = "[1" + ",1".repeat(100) + "]";
        assertThat(client.refused("deleteMessages", "chat_id", user, "message_ids", many))
                .isEqualTo("400 Bad Request: too many message identifiers specified");
    }

    @Test
    void usersEditTheirOwnMessages() throws Exception {
        client.control("POST", "chats/" + user + "/edit", "{\"message_id\":1,\"text\":\"hello\"}");

        var update = client.ok("getUpdates").get(1);
        assertThat(update.at("/edited_message/text").asString("")).isEqualTo("hello");
        assertThat(update.path("edited_message").has("edit_date")).isTrue();
        assertThat(update.path("edited_message").has("entities")).isFalse();
        assertThat(client.controlRaw("POST", "chats/" + user + "/edit", "{\"message_id\":2,\"text\":\"x\"}")
                        .statusCode())
                .isEqualTo(403);
    }
}
