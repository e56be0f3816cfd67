package app.aisha.bot.routing;

import app.aisha.bot.menu.MenuAction;
import app.aisha.bot.menu.MenuText;
import app.aisha.bot.routing.ChatGateway.ChatUnavailable;
import app.aisha.bot.routing.Incoming.Sender;
import app.aisha.bot.routing.RateLimits.Kind;
import app.aisha.bot.screen.Action;
import app.aisha.bot.screen.Screen;
import app.aisha.bot.screen.Text;
import app.aisha.bot.screen.Turn;
import app.aisha.core.account.User;
import app.aisha.core.account.Users;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * Takes what a person did to the dialog that answers and shows the answer. Owns what no dialog should repeat: registration,
 * language, open steps, outdated buttons, rate limits and the apology.
 */
public final class Router {

    private final Users users;
    private final OpenDialogs open;
    private final RecordingTaker recordings;
    private final List<Dialog> dialogs;
    private final Pages pages;
    private final ChatGateway chats;
    private final RateLimits limits;

    public Router(
            Users users,
            OpenDialogs open,
            RecordingTaker recordings,
            List<Dialog> dialogs,
            Pages pages,
            ChatGateway chats,
            RateLimits limits) {
        this.users = users;
        this.open = open;
        this.recordings = recordings;
        this.dialogs = List.copyOf(dialogs);
        this.pages = pages;
        this.chats = chats;
        this.limits = limits;
    }

    /**
     * Answers one input. Calls of one chat must come one after the other. What the platform does by itself makes nobody known,
     * nor does a button of somebody who left.
     */
    public void handle(Incoming incoming) throws ChatUnavailable {
        var sender = incoming.sender();
        if (incoming instanceof Incoming.ChangedReach changed) {
            users.setReachable(sender.chat(), changed.reachable());
            return;
        }
        if (incoming instanceof Incoming.RefundedByTelegram refund) {
            note(refund);
            return;
        }
        if (incoming instanceof Incoming.Tapped tapped
                && users.at(sender.chat()).isEmpty()) {
            var words = pages.toast(new MenuText.NobodyKnown(), sender.language());
            chats.answer(tapped.query(), Optional.of(words));
            return;
        }
        var user = welcome(sender);
        if (!user.reachable()) {
            users.setReachable(sender.chat(), true);
        }
        var pause = kindOf(incoming).flatMap(kind -> limits.count(sender.chat(), kind));
        if (pause.isPresent()) {
            var words = new MenuText.TooFast((int) pause.get().toSeconds() + 1);
            show(incoming, Turn.silence().toast(words), user);
        } else {
            show(incoming, answer(incoming, user), user);
        }
    }

    /** Tells the person that something of ours broke, with the number under which the operator finds it. */
    public void apologise(Sender sender, String incident) throws ChatUnavailable {
        var language = users.at(sender.chat()).map(User::language).orElse(sender.language());
        var screen = Screen.saying(new MenuText.Trouble(incident))
                .button(new MenuText.MenuButton(), new MenuAction.OpenMenu());
        chats.send(sender.chat(), pages.page(screen, language));
    }

    private void note(Incoming.RefundedByTelegram refund) {
        if (dialogs.stream().noneMatch(dialog -> dialog.refunded(refund))) {
            throw new IllegalStateException("No dialog notes refunds");
        }
    }

    private User welcome(Sender sender) {
        return users.welcome(sender.chat(), sender.name(), sender.username(), sender.language());
    }

    private Turn answer(Incoming incoming, User user) {
        return switch (incoming) {
            case Incoming.Said said -> said(said.words(), user);
            case Incoming.Tapped tapped -> tapped(tapped.data(), user);
            case Incoming.Recorded recorded -> recorded(recorded, user);
            case Incoming.Photographed sent -> photographed(sent, user);
            case Incoming.Paid paid ->
                first(dialog -> dialog.paid(paid, user))
                        .orElseThrow(() -> new IllegalStateException("No dialog takes stars"));
            case Incoming.SentOther _ -> menu(new MenuText.NotUnderstood(), user);
            case Incoming.ChangedReach _, Incoming.RefundedByTelegram _ -> Turn.silence();
        };
    }

    private Turn recorded(Incoming.Recorded sent, User user) {
        return open.of(user.chat())
                .flatMap(step -> first(dialog -> dialog.recorded(sent.recording(), step, user)))
                .orElseGet(() -> recordings.recorded(sent.recording(), sent.at(), user));
    }

    private Turn photographed(Incoming.Photographed sent, User user) {
        return open.of(user.chat())
                .flatMap(step -> first(dialog -> dialog.photographed(sent.photo(), sent.caption(), step, user)))
                .or(() -> first(dialog -> dialog.photographed(sent.photo(), user)))
                .orElseThrow(() -> new IllegalStateException("No dialog takes photos"));
    }

    private Turn said(String words, User user) {
        if (words.startsWith("/")) {
            return commanded(words, user);
        }
        return open.of(user.chat())
                .flatMap(step -> first(dialog -> dialog.said(words, step, user)))
                .orElseGet(() -> menu(new MenuText.NotUnderstood(), user));
    }

    private Turn commanded(String words, User user) {
        var command = words.substring(1).split("[\\s@]", 2)[0].toLowerCase(Locale.ROOT);
        var rest = words.replaceFirst("^\\S+\\s*", "");
        if (command.equals("cancel")) {
            var waited = open.of(user.chat()).isPresent();
            return menu(waited ? new MenuText.Cancelled() : new MenuText.NothingToCancel(), user);
        }
        return first(dialog -> dialog.commanded(command, rest, user))
                .orElseGet(() -> menu(new MenuText.UnknownCommand(), user));
    }

    private Turn tapped(String data, User user) {
        return pages.actionOf(data)
                .flatMap(action -> answered(action, user))
                .orElseGet(() -> menu(new MenuText.Menu(), user).toast(new MenuText.OutdatedButton()));
    }

    private Optional<Turn> answered(Action action, User user) {
        return open.of(user.chat())
                .flatMap(step -> first(dialog -> dialog.tapped(action, step, user)))
                .or(() -> first(dialog -> dialog.tapped(action, user)));
    }

    /** The menu is a screen of the dialogs too; this one puts other words above it. */
    private Turn menu(Text words, User user) {
        return first(dialog -> dialog.tapped(new MenuAction.OpenMenu(), user))
                .flatMap(Turn::screen)
                .map(screen -> Turn.show(screen.insteadSaying(words)))
                .orElseThrow(() -> new IllegalStateException("No dialog opens the menu"));
    }

    private Optional<Turn> first(Function<Dialog, Optional<Turn>> question) {
        return dialogs.stream()
                .flatMap(dialog -> question.apply(dialog).stream())
                .findFirst();
    }

    /** Empty for what the platform did, which nobody can do less often. */
    private static Optional<Kind> kindOf(Incoming incoming) {
        return switch (incoming) {
            case Incoming.Recorded _, Incoming.Photographed _ -> Optional.of(Kind.RECORDING);
            case Incoming.Said _, Incoming.Tapped _, Incoming.SentOther _ -> Optional.of(Kind.MESSAGE);
            case Incoming.Paid _, Incoming.RefundedByTelegram _, Incoming.ChangedReach _ -> Optional.empty();
        };
    }

    /** What would be said over the chat in answer to a tap is said in the chat in answer to anything else. */
    private void show(Incoming incoming, Turn turn, User before) throws ChatUnavailable {
        var user = users.find(before.id()).orElse(before);
        open.turn(user.chat(), turn.next());
        if (incoming instanceof Incoming.Tapped tapped) {
            chats.answer(tapped.query(), turn.toast().map(words -> pages.toast(words, user.language())));
        }
        var screen = incoming instanceof Incoming.Tapped
                ? turn.screen()
                : turn.screen().or(() -> turn.toast().map(Screen::saying));
        if (screen.isEmpty()) {
            return;
        }
        var page = pages.page(screen.get(), user.language());
        var tappedMessage = tappedMessage(incoming);
        if (turn.place() == Turn.Place.HERE && tappedMessage.isPresent()) {
            chats.edit(user.chat(), tappedMessage.getAsLong(), page);
        } else {
            chats.send(user.chat(), page);
        }
    }

    private static OptionalLong tappedMessage(Incoming incoming) {
        return incoming instanceof Incoming.Tapped tapped ? OptionalLong.of(tapped.message()) : OptionalLong.empty();
    }
}
