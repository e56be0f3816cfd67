package app.aisha.adapters.telegram;

import app.aisha.adapters.http.Secret;
import app.aisha.bot.home.Commands;
import app.aisha.bot.screen.Texts;
import app.aisha.core.account.ChatId;
import app.aisha.core.account.Language;
import com.pengrad.telegrambot.model.BotCommand;
import com.pengrad.telegrambot.model.botcommandscope.BotCommandsScopeChat;
import com.pengrad.telegrambot.request.BaseRequest;
import com.pengrad.telegrambot.request.DeleteWebhook;
import com.pengrad.telegrambot.request.GetMyCommands;
import com.pengrad.telegrambot.request.SetMyCommands;
import com.pengrad.telegrambot.request.SetWebhook;
import com.pengrad.telegrambot.response.BaseResponse;
import com.pengrad.telegrambot.response.GetMyCommandsResponse;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What Telegram knows of the bot: its commands per language and where updates go. */
public final class TelegramBotProfile {

    private static final Logger LOG = LoggerFactory.getLogger(TelegramBotProfile.class);
    private static final int CONNECTIONS = 40;

    private final TelegramApi api;
    private final Texts texts;
    private final List<Commands.Command> commands;
    private final Map<ChatId, List<Commands.Command>> commandsOfChats;

    public TelegramBotProfile(TelegramApi api, Texts texts, List<Commands.Command> commands) {
        this(api, texts, commands, Map.of());
    }

    private TelegramBotProfile(
            TelegramApi api,
            Texts texts,
            List<Commands.Command> commands,
            Map<ChatId, List<Commands.Command>> commandsOfChats) {
        this.api = api;
        this.texts = texts;
        this.commands = List.copyOf(commands);
        this.commandsOfChats = Map.copyOf(commandsOfChats);
    }

    /** The same with commands of their own for some chats; Telegram takes none for people who never wrote. */
    public TelegramBotProfile with(Set<ChatId> chats, List<Commands.Command> theirs) {
        return new TelegramBotProfile(
                api, texts, commands, chats.stream().collect(Collectors.toMap(chat -> chat, _ -> theirs)));
    }

    /** Sets the commands where they differ from what Telegram has; English counts for every other language. */
    public void publishCommands() throws InterruptedException {
        publish("", Language.EN);
        publish("ru", Language.RU);
        for (var chat : commandsOfChats.entrySet()) {
            var scope = new BotCommandsScopeChat(chat.getKey().value());
            done(new SetMyCommands(worded(chat.getValue(), Language.EN)).scope(scope));
            done(new SetMyCommands(worded(chat.getValue(), Language.RU))
                    .languageCode("ru")
                    .scope(scope));
        }
    }

    /** Has updates sent to the address, each with the secret. */
    public boolean turnWebhookOn(URI address, Secret secret) throws InterruptedException {
        return done(new SetWebhook()
                .url(address.toString())
                .secretToken(secret.reveal())
                .maxConnections(CONNECTIONS)
                .allowedUpdates(LongPolling.KINDS.toArray(String[]::new)));
    }

    /** Makes long polling possible; updates that wait stay. */
    public boolean turnWebhookOff() throws InterruptedException {
        return done(new DeleteWebhook());
    }

    private void publish(String code, Language language) throws InterruptedException {
        var wanted = worded(commands, language);
        var current = api.call(new GetMyCommands().languageCode(code));
        if (current instanceof ApiResult.Ok<GetMyCommandsResponse>(var answer)
                && Arrays.equals(answer.commands(), wanted)) {
            return;
        }
        done(new SetMyCommands(wanted).languageCode(code));
    }

    private BotCommand[] worded(List<Commands.Command> offered, Language language) {
        return offered.stream()
                .map(command -> new BotCommand(command.name(), texts.plain(command.description(), language)))
                .toArray(BotCommand[]::new);
    }

    private boolean done(BaseRequest<?, BaseResponse> request) throws InterruptedException {
        var result = api.call(request);
        if (!(result instanceof ApiResult.Ok<?>)) {
            LOG.warn("{} failed: {}", request.getMethod(), result.reason());
            return false;
        }
        return true;
    }
}
