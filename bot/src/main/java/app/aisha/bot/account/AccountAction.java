package app.aisha.bot.account;

import app.aisha.bot.screen.Action;
import app.aisha.bot.wire.Wire;
import app.aisha.core.account.AspectRatio;
import app.aisha.core.account.Language;
import app.aisha.core.account.PhotoRetention;

/** Buttons of the person's own settings. A button says what shall be, so that a second tap changes nothing. */
public sealed interface AccountAction extends Action {

    @Wire("acc.settings")
    record OpenSettings() implements AccountAction {}

    @Wire("acc.languages")
    record OpenLanguages() implements AccountAction {}

    @Wire("acc.speak")
    record Speak(Language language) implements AccountAction {}

    @Wire("acc.hear.open")
    record OpenRecognition() implements AccountAction {}

    @Wire("acc.hear.any")
    record HearAnyLanguage() implements AccountAction {}

    @Wire("acc.hear")
    record Hear(OfferedLanguage language) implements AccountAction {}

    @Wire("acc.hear.ask")
    record AskLanguage() implements AccountAction {}

    @Wire("acc.words.open")
    record OpenVocabulary() implements AccountAction {}

    @Wire("acc.words.ask")
    record AskVocabulary() implements AccountAction {}

    /** Asks whether all terms shall go. */
    @Wire("acc.words.drop")
    record AskToClearVocabulary() implements AccountAction {}

    @Wire("acc.words.clear")
    record ClearVocabulary() implements AccountAction {}

    @Wire("acc.zone.open")
    record OpenZones() implements AccountAction {}

    @Wire("acc.zone")
    record Move(OfferedZone zone) implements AccountAction {}

    @Wire("acc.zone.ask")
    record AskZone() implements AccountAction {}

    @Wire("acc.ratio.open")
    record OpenRatios() implements AccountAction {}

    @Wire("acc.ratio")
    record ChooseRatio(AspectRatio ratio) implements AccountAction {}

    @Wire("acc.photos.open")
    record OpenRetention() implements AccountAction {}

    @Wire("acc.photos")
    record ChooseRetention(PhotoRetention retention) implements AccountAction {}

    @Wire("acc.switch")
    record Flip(Switch which, Position to) implements AccountAction {}

    /** What is either on or off. */
    enum Switch {
        QUOTES,
        ENRICHMENT,
        PROGRESS
    }

    /** Where a switch stands. */
    enum Position {
        ON,
        OFF
    }
}
