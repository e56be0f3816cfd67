package app.aisha.bot.privacy;

import app.aisha.bot.routing.Dialog;
import app.aisha.bot.screen.Action;
import app.aisha.bot.screen.Screen;
import app.aisha.bot.screen.Text;
import app.aisha.bot.screen.Turn;
import app.aisha.core.account.User;
import app.aisha.core.privacy.AskForExport;
import app.aisha.core.privacy.DeleteAccount;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Says what is kept, hands out a copy, and lets people leave after asking twice. */
public final class PrivacyDialog implements Dialog {

    /** How long the last question can be answered. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final DeleteAccount deleteAccount;
    private final AskForExport askForExport;
    private final PrivacyScreens screens;
    private final InstantSource clock;

    public PrivacyDialog(
            DeleteAccount deleteAccount, AskForExport askForExport, PrivacyScreens screens, InstantSource clock) {
        this.deleteAccount = deleteAccount;
        this.askForExport = askForExport;
        this.screens = screens;
        this.clock = clock;
    }

    @Override
    public Optional<Turn> tapped(Action action, User user) {
        return action instanceof PrivacyAction own ? Optional.of(tapped(own, user)) : Optional.empty();
    }

    private Turn tapped(PrivacyAction action, User user) {
        return switch (action) {
            case PrivacyAction.OpenPrivacy _ -> Turn.show(screens.privacy(user));
            case PrivacyAction.AskForCopy _ -> Turn.show(PrivacyScreens.back(copy(user)));
            case PrivacyAction.AskToLeave _ -> willGo(user);
            case PrivacyAction.GoOnLeaving _ -> Turn.show(PrivacyScreens.lastQuestion(clock.instant()));
            case PrivacyAction.Leave(var asked) ->
                isFresh(asked) ? leave(user, Instant.ofEpochMilli(asked)) : askAgain(user);
        };
    }

    @Override
    public Optional<Turn> commanded(String command, User user) {
        return switch (command) {
            case "privacy" -> Optional.of(Turn.show(screens.privacy(user)));
            case "delete_my_data" -> Optional.of(willGo(user));
            default -> Optional.empty();
        };
    }

    private Text copy(User user) {
        return switch (askForExport.ask(user.id())) {
            case AskForExport.Outcome.Asked _ -> new PrivacyText.CopyAsked();
            case AskForExport.Outcome.BeingWritten _ -> new PrivacyText.CopyBeingWritten();
            case AskForExport.Outcome.SentLately _ -> new PrivacyText.CopySentLately();
        };
    }

    private Turn willGo(User user) {
        return Turn.show(PrivacyScreens.willGo(deleteAccount.weigh(user.id())));
    }

    private Turn askAgain(User user) {
        return willGo(user).toast(new PrivacyText.AskedTooLongAgo());
    }

    /** A forged moment may be any. */
    private boolean isFresh(long asked) {
        var now = clock.instant().toEpochMilli();
        return asked <= now && asked >= now - PATIENCE.toMillis();
    }

    private Turn leave(User user, Instant asked) {
        return switch (deleteAccount.delete(user.id(), asked)) {
            case DeleteAccount.Outcome.NotTheirs _ -> askAgain(user);
            case DeleteAccount.Outcome.Deleted _ -> Turn.show(Screen.saying(new PrivacyText.Leaving()));
            case DeleteAccount.Outcome.RefundUnderWay _ ->
                Turn.show(PrivacyScreens.back(new PrivacyText.RefundUnderWay()));
            case DeleteAccount.Outcome.Unknown _ -> Turn.show(Screen.saying(new PrivacyText.GoneAlready()));
        };
    }
}
