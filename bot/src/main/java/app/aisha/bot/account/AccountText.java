package app.aisha.bot.account;

import app.aisha.bot.screen.Text;

/** Words of the person's own settings. */
public sealed interface AccountText extends Text {

    record ChooseLanguage() implements AccountText {}

    record LanguageChosen() implements AccountText {}

    record Russian() implements AccountText {}

    record English() implements AccountText {}

    record Chosen(Text language) implements AccountText {}
}
