package app.aisha.bot.account;

import app.aisha.bot.screen.Action;
import app.aisha.bot.wire.Wire;
import app.aisha.core.account.Language;

/** Buttons of the person's own settings. */
public sealed interface AccountAction extends Action {

    @Wire("acc.languages")
    record OpenLanguages() implements AccountAction {}

    @Wire("acc.speak")
    record Speak(Language language) implements AccountAction {}
}
