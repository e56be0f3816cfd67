package app.aisha.bot.account;

import app.aisha.bot.menu.MenuText;
import app.aisha.bot.screen.Button;
import app.aisha.bot.screen.Screen;
import app.aisha.bot.screen.Shortened;
import app.aisha.bot.screen.Text;
import app.aisha.core.account.User;
import app.aisha.core.account.Vocabulary;

/** How a person's names and terms look. */
final class VocabularyScreens {

    /** All of a full vocabulary would not always fit a message. */
    private static final int LONGEST_LIST = 3_000;

    private VocabularyScreens() {}

    static Text size(User user) {
        var terms = user.preferences().vocabulary().terms();
        return terms.isEmpty() ? new AccountText.NoneInIt() : new AccountText.TermsInIt(terms.size());
    }

    static Screen shown(User user) {
        var vocabulary = user.preferences().vocabulary();
        var change = new Button(new AccountText.ChangeVocabularyButton(), new AccountAction.AskVocabulary());
        if (vocabulary.isEmpty()) {
            return Screen.saying(new AccountText.NoVocabulary())
                    .row(change)
                    .button(new MenuText.BackButton(), new AccountAction.OpenSettings());
        }
        return Screen.saying(
                        new AccountText.Vocabulary(Shortened.to(LONGEST_LIST, String.join(", ", vocabulary.terms()))))
                .row(
                        change,
                        new Button(new AccountText.ClearVocabularyButton(), new AccountAction.AskToClearVocabulary()))
                .button(new MenuText.BackButton(), new AccountAction.OpenSettings());
    }

    static Text question() {
        return new AccountText.AskVocabulary(Vocabulary.MOST_TERMS, Vocabulary.LONGEST_TERM);
    }

    /** The question for names and terms, or what was wrong with the answer. */
    static Screen ask(Text words) {
        return Screen.saying(words).button(new MenuText.BackButton(), new AccountAction.OpenVocabulary());
    }

    static Screen askToClear(User user) {
        var vocabulary = user.preferences().vocabulary();
        return vocabulary.isEmpty()
                ? shown(user)
                : Screen.saying(new AccountText.AskToClear(vocabulary.terms().size()))
                        .button(new AccountText.ClearButton(), new AccountAction.ClearVocabulary())
                        .button(new AccountText.KeepButton(), new AccountAction.OpenVocabulary());
    }
}
