package app.aisha.bot.account;

import app.aisha.bot.menu.MenuAction;
import app.aisha.bot.menu.MenuText;
import app.aisha.bot.routing.Dialog;
import app.aisha.bot.screen.Action;
import app.aisha.bot.screen.Screen;
import app.aisha.bot.screen.Text;
import app.aisha.bot.screen.Turn;
import app.aisha.core.account.Language;
import app.aisha.core.account.User;
import app.aisha.core.account.Users;
import java.util.Optional;

/** The person's own settings. */
public final class AccountDialog implements Dialog {

    private final Users users;

    public AccountDialog(Users users) {
        this.users = users;
    }

    @Override
    public Optional<Turn> tapped(Action action, User user) {
        return action instanceof AccountAction own ? Optional.of(tapped(own, user)) : Optional.empty();
    }

    private Turn tapped(AccountAction action, User user) {
        return switch (action) {
            case AccountAction.OpenLanguages _ -> languages(user.language());
            case AccountAction.Speak(var language) -> {
                users.speak(user.id(), language);
                yield languages(language).toast(new AccountText.LanguageChosen());
            }
        };
    }

    @Override
    public Optional<Turn> commanded(String command, User user) {
        return command.equals("language") ? Optional.of(languages(user.language())) : Optional.empty();
    }

    private static Turn languages(Language current) {
        var screen = Screen.saying(new AccountText.ChooseLanguage());
        for (var language : Language.values()) {
            var name = nameOf(language);
            screen = screen.button(
                    language == current ? new AccountText.Chosen(name) : name, new AccountAction.Speak(language));
        }
        return Turn.show(screen.button(new MenuText.BackButton(), new MenuAction.OpenMenu()));
    }

    private static Text nameOf(Language language) {
        return switch (language) {
            case RU -> new AccountText.Russian();
            case EN -> new AccountText.English();
        };
    }
}
