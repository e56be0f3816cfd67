package app.aisha.simulators.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Forwards, copies, pins, reactions, commands and names. */
class ChatTest extends WithSimulator {

    private long user;

    @BeforeEach
    void start() throws Exception {
        user = client.startedUser();
    }

    @Test
    void aForwardTellsWhereItComesFrom() throws Exception {
        var sent = client.ok("forwardMessage", "chat_id", user, "from_chat_id", user, "message_id", 1);

        assertThat(sent.at("/forward_origin/type").asString("")).isEqualTo("user");
        assertThat(sent.at("/forward_origin/sender_user/id").asLong(0)).isEqualTo(user);
        assertThat(sent.path("text").asString("")).isEqualTo("/start");
        assertThat(client.refused("forwardMessage", "chat_id", user, "from_chat_id", user, "message_id", 99))
                .isEqualTo("400 Bad Request: message to forward not found");
        assertThat(client.refused("editMessageText", "chat_id", user, "message_id", 2, "text", "x"))
                .isEqualTo("400 Bad Request: message can't be edited");
    }

    @Test
    void usersForwardToTheBot() throws Exception {
        client.ok("sendMessage", "chat_id", user, "text", "by the bot");
        client.control("POST", "chats/" + user + "/forward", "{\"message_id\":2}");
        client.control("POST", "chats/" + user + "/forward", "{\"message_id\":1,\"hidden_user_name\":\"Zed\"}");

        var updates = client.ok("getUpdates");
        assertThat(updates.get(1)
                        .at("/message/forward_origin/sender_user/is_bot")
                        .asBoolean(false))
                .isTrue();
        assertThat(updates.get(1).at("/message/from/id").asLong(0)).isEqualTo(user);
        assertThat(updates.get(2).at("/message/forward_origin/sender_user_name").asString(""))
                .isEqualTo("Zed");
    }

    @Test
    void aCopyHasNoOriginAndMayHaveAnotherCaption() throws Exception {
        client.upload("sendDocument", Map.of("chat_id", user, "caption", "old", "document", Samples.file("a", "a")));

        var copy = client.ok("copyMessage", "chat_id", user, "from_chat_id", user, "message_id", 2, "caption", "new");

        assertThat(copy.path("message_id").asLong(0)).isEqualTo(3);
        var message = client.control("GET", "chats/" + user + "/messages").get(2);
        assertThat(message.path("caption").asString("")).isEqualTo("new");
        assertThat(message.has("forward_origin")).isFalse();
        assertThat(client.refused("copyMessage", "chat_id", user, "from_chat_id", user, "message_id", 99))
                .isEqualTo("400 Bad Request: message to copy not found");
    }

    @Test
    void protectedMessagesStayWhereTheyAre() throws Exception {
        client.ok("sendMessage", "chat_id", user, "text", "secret", "protect_content", "true");

        assertThat(client.refused("forwardMessage", "chat_id", user, "from_chat_id", user, "message_id", 2))
                .isEqualTo("400 Bad Request: message can't be forwarded");
        assertThat(client.refused("copyMessage", "chat_id", user, "from_chat_id", user, "message_id", 2))
                .isEqualTo("400 Bad Request: message can't be copied");
    }

    @Test
    void onePinnedMessageIsShownByTheChat() throws Exception {
        client.ok("pinChatMessage", "chat_id", user, "message_id", 1);

        assertThat(client.ok("getChat", "chat_id", user)
                        .at("/pinned_message/text")
                        .asString(""))
                .isEqualTo("/start");
        client.ok("unpinChatMessage", "chat_id", user);
        assertThat(client.ok("getChat", "chat_id", user).has("pinned_message")).isFalse();
        assertThat(client.refused("unpinChatMessage", "chat_id", user))
                .isEqualTo("400 Bad Request: message to unpin not found");
        assertThat(client.refused("pinChatMessage", "chat_id", user, "message_id", 99))
                .isEqualTo("400 Bad Request: message to pin not found");
        assertThat(client.refused("getChat", "chat_id", 1)).isEqualTo("400 Bad Request: chat not found");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[{\"type\":\"emoji\",\"emoji\":\"A\"}]|1|400 Bad Request: REACTION_INVALID",
                "[{\"type\":\"paid\"}]|1|400 Bad Request: REACTION_INVALID",
                "[{},{}]|1|400 Bad Request: REACTIONS_TOO_MANY",
                "[{\"type\":\"emoji\",\"emoji\":\"👀\"}]|99|400 Bad Request: message to react not found",
                "nonsense|1|400 Bad Request: can't parse reaction types JSON object",
            })
    void wrongReactionsAreRefused(String reaction, long message, String refusal) throws Exception {
        assertThat(client.refused("setMessageReaction", "chat_id", user, "message_id", message, "reaction", reaction))
                .isEqualTo(refusal);
    }

    @Test
    void oneOfTheKnownReactionsIsTaken() throws Exception {
        client.ok(
                "setMessageReaction",
                "chat_id",
                user,
                "message_id",
                1,
                "reaction",
                "[{\"type\":\"emoji\",\"emoji\":\"👀\"}]");
        client.ok("setMessageReaction", "chat_id", user, "message_id", 1);
    }

    @Test
    void commandsAreKeptPerScopeAndLanguage() throws Exception {
        var english = "[{\"command\":\"help\",\"description\":\"Help\"}]";
        var russian = "[{\"command\":\"help\",\"description\":\"Помощь\"}]";
        client.ok("setMyCommands", "commands", english);
        client.ok(
                "setMyCommands",
                "commands",
                russian,
                "language_code",
                "ru",
                "scope",
                "{\"type\":\"all_private_chats\"}");

        assertThat(client.ok("getMyCommands").at("/0/description").asString("")).isEqualTo("Help");
        assertThat(client.ok("getMyCommands", "language_code", "ru")).isEmpty();
        assertThat(client.ok("getMyCommands", "language_code", "ru", "scope", "{\"type\":\"all_private_chats\"}"))
                .hasSize(1);
        var shown = client.control("GET", "bot").path("commands");
        assertThat(shown.at("//0/description").asString("")).isEqualTo("Help");
        assertThat(shown.at("/ru/0/description").asString("")).isEqualTo("Помощь");
        client.ok("deleteMyCommands");
        assertThat(client.ok("getMyCommands")).isEmpty();
        client.ok("setMyCommands", "commands", english, "scope", "{\"type\":\"chat\",\"chat_id\":5}");
        assertThat(client.ok("getMyCommands", "scope", "{\"type\":\"chat\",\"chat_id\":6}"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[{\"command\":\"Help me\",\"description\":\"x\"}]||400 Bad Request: BOT_COMMAND_INVALID",
                "[{\"command\":\"help\",\"description\":\"\"}]||400 Bad Request: BOT_COMMAND_DESCRIPTION_INVALID",
                "{}||400 Bad Request: expected an Array of BotCommand",
                "[]|{\"type\":\"moon\"}|400 Bad Request: can't parse BotCommandScope: Unsupported type specified",
            })
    void wrongCommandsAreRefused(String commands, String scope, String refusal) throws Exception {
        assertThat(client.refused("setMyCommands", "commands", commands, "scope", scope == null ? "" : scope))
                .isEqualTo(refusal);
    }

    @Test
    void thereAreLimitsToCommandsAndLanguages() throws Exception {
        var many = "[{\"command\":\"a\",\"description\":\"x\"}"
                + ",{\"command\":\"a\",\"description\":\"x\"}".repeat(100) + "]";

        assertThat(client.refused("setMyCommands", "commands", many))
                .isEqualTo("400 Bad Request: BOT_COMMANDS_TOO_MUCH");
        assertThat(client.refused("getMyCommands", "language_code", "english"))
                .isEqualTo("400 Bad Request: invalid language code specified");
    }

    @Test
    void namesAndDescriptionsFallBackToTheDefaultLanguage() throws Exception {
        assertThat(client.ok("getMyName").path("name").asString("")).isEqualTo("Simulated bot");
        client.ok("setMyName", "name", "Robin");
        client.ok("setMyName", "name", "Робин", "language_code", "ru");
        client.ok("setMyDescription", "description", "Does things");
        client.ok("setMyShortDescription", "short_description", "Short");

        assertThat(client.ok("getMyName", "language_code", "de").path("name").asString(""))
                .isEqualTo("Robin");
        assertThat(client.ok("getMyName", "language_code", "ru").path("name").asString(""))
                .isEqualTo("Робин");
        assertThat(client.ok("getMyDescription").path("description").asString(""))
                .isEqualTo("Does things");
        assertThat(client.ok("getMyShortDescription").path("short_description").asString(""))
                .isEqualTo("Short");
        assertThat(client.ok("getMe").path("first_name").asString("")).isEqualTo("Robin");
        assertThat(client.refused("setMyName", "name", "x".repeat(65))).startsWith("400 Bad Request");
    }

    @Test
    void theMenuButtonIsSetForAllOrForOne() throws Exception {
        client.ok("setChatMenuButton", "menu_button", "{\"type\":\"default\"}");
        client.ok("setChatMenuButton", "chat_id", user, "menu_button", "{\"type\":\"commands\"}");

        assertThat(client.ok("getChatMenuButton", "chat_id", user).path("type").asString(""))
                .isEqualTo("commands");
        assertThat(client.ok("getChatMenuButton", "chat_id", 5).path("type").asString(""))
                .isEqualTo("default");
        assertThat(client.refused("setChatMenuButton", "menu_button", "{\"type\":\"x\"}"))
                .startsWith("400");
    }
}
