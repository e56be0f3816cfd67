package app.aisha.bot.account;

import app.aisha.bot.screen.Step;
import app.aisha.bot.wire.Wire;

/** What a dialog on settings may be waiting to hear. */
public sealed interface AccountStep extends Step {

    /** The language of the recordings. */
    @Wire("acc.naming.language")
    record NamingLanguage() implements AccountStep {}

    /** Names and terms. */
    @Wire("acc.naming.words")
    record NamingTerms() implements AccountStep {}

    /** A city, a time zone or an offset. */
    @Wire("acc.naming.zone")
    record NamingZone() implements AccountStep {}
}
