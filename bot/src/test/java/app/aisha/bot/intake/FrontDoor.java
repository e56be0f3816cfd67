package app.aisha.bot.intake;

import app.aisha.bot.BotSets;
import app.aisha.bot.menu.MenuAction;
import app.aisha.bot.menu.MenuText;
import app.aisha.bot.routing.Dialog;
import app.aisha.bot.routing.InMemoryChatMemory;
import app.aisha.bot.routing.Incoming;
import app.aisha.bot.routing.OpenDialogs;
import app.aisha.bot.routing.RecordingChats;
import app.aisha.bot.routing.RecordingChats.Shown;
import app.aisha.bot.routing.Router;
import app.aisha.bot.screen.Action;
import app.aisha.bot.screen.Screen;
import app.aisha.bot.screen.Turn;
import app.aisha.core.account.ChatId;
import app.aisha.core.account.InMemoryUsers;
import app.aisha.core.account.Language;
import app.aisha.core.account.User;
import app.aisha.core.payment.CheckStarOrder;
import app.aisha.core.work.SettableClock;
import app.aisha.core.work.TimeOrderedIds;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * A router with one dialog that notes every command and does with it what the test says. Updates are written as {@code
 * id/chat/command}, taps as {@code id/chat/!data}, questions before payments as {@code id/chat/?query}.
 */
final class FrontDoor {

    final InMemoryUsers users = new InMemoryUsers(new TimeOrderedIds(new SettableClock()), ZoneId.of("UTC"));
    final RecordingChats chats = new RecordingChats();
    final InMemoryInbox inbox = new InMemoryInbox();
    final List<String> commands = new CopyOnWriteArrayList<>();
    private volatile Consumer<String> onCommand = _ -> {};
    final Router router = new Router(
            users,
            new OpenDialogs(new InMemoryChatMemory(), BotSets.steps()),
            (_, _, _) -> Turn.silence(),
            List.of(new Noting()),
            BotSets.pages(),
            chats,
            (_, _) -> Optional.empty());

    void onCommand(Consumer<String> action) {
        onCommand = action;
    }

    /** How often this command came. */
    long times(String command) {
        return commands.stream().filter(command::equals).count();
    }

    /** The incidents that apologies named. */
    List<String> apologies() {
        return chats.shown().stream()
                .filter(Shown.Sent.class::isInstance)
                .map(shown -> ((Shown.Sent) shown).page().html())
                .filter(html -> html.contains("<code>"))
                .map(html -> html.replaceAll("(?s).*<code>|</code>.*", ""))
                .toList();
    }

    static Reading read(String json) {
        var parts = json.split("/", -1);
        if (parts.length != 3) {
            return new Reading.Malformed(json, "three parts wanted");
        }
        var update = new RawUpdate(Long.parseLong(parts[0]), json);
        var sender =
                new Incoming.Sender(new ChatId(Long.parseLong(parts[1])), "Dilnara", Optional.empty(), Language.EN);
        if (parts[2].startsWith("?")) {
            return new Reading.PreCheckout(
                    sender,
                    parts[2].substring(1),
                    new CheckStarOrder.Question(sender.chat(), CheckStarOrder.CURRENCY, 1, "payload"));
        }
        if (parts[2].isEmpty()) {
            return new Reading.OfNoInterest(update);
        }
        return new Reading.Understood(
                update,
                parts[2].startsWith("!")
                        ? new Incoming.Tapped(sender, "query" + parts[0], 17, parts[2].substring(1))
                        : new Incoming.Said(sender, "/" + parts[2]));
    }

    static Reading.Understood understood(String json) {
        return (Reading.Understood) read(json);
    }

    private final class Noting implements Dialog {

        @Override
        public Optional<Turn> tapped(Action action, User user) {
            return action instanceof MenuAction.OpenMenu
                    ? Optional.of(Turn.show(Screen.saying(new MenuText.Menu())))
                    : Optional.empty();
        }

        @Override
        public Optional<Turn> commanded(String command, User user) {
            commands.add(command);
            onCommand.accept(command);
            return Optional.of(Turn.show(Screen.saying(new MenuText.Welcome(command))));
        }
    }
}
