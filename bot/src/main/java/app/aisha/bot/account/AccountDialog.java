package app.aisha.bot.account;

import app.aisha.bot.account.AccountAction.Position;
import app.aisha.bot.account.AccountAction.Switch;
import app.aisha.bot.routing.Dialog;
import app.aisha.bot.screen.Action;
import app.aisha.bot.screen.Step;
import app.aisha.bot.screen.Text;
import app.aisha.bot.screen.Turn;
import app.aisha.core.account.Language;
import app.aisha.core.account.Preferences;
import app.aisha.core.account.User;
import app.aisha.core.account.Users;
import app.aisha.core.account.Vocabulary;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Optional;

/** The person's own settings. */
public final class AccountDialog implements Dialog {

    private final Users users;
    private final SettingsScreens screens;
    private final WrittenAnswers answers;

    /**
     * Shows and changes settings.
     *
     * @param paid whether anything costs credits here; where nothing does, nobody is asked about prices
     */
    public AccountDialog(Users users, InstantSource clock, boolean paid) {
        this.users = users;
        this.screens = new SettingsScreens(clock, paid);
        this.answers = new WrittenAnswers(screens);
    }

    @Override
    public Optional<Turn> tapped(Action action, User user) {
        return action instanceof AccountAction own ? Optional.of(tapped(own, user)) : Optional.empty();
    }

    private Turn tapped(AccountAction action, User user) {
        return switch (action) {
            case AccountAction.OpenSettings _ -> Turn.show(screens.settings(user));
            case AccountAction.OpenLanguages _ -> Turn.show(screens.languages(user.language()));
            case AccountAction.Speak(var language) -> speak(language, user);
            case AccountAction.OpenRecognition _ -> Turn.show(screens.recognition(user));
            case AccountAction.HearAnyLanguage _ -> hear(Optional.empty(), user);
            case AccountAction.Hear(var language) -> hear(Optional.of(language.code()), user);
            case AccountAction.AskLanguage _ -> askLanguage(new AccountText.AskLanguage());
            case AccountAction.OpenVocabulary _ -> Turn.show(VocabularyScreens.shown(user));
            case AccountAction.AskVocabulary _ -> askVocabulary(VocabularyScreens.question());
            case AccountAction.AskToClearVocabulary _ -> Turn.show(VocabularyScreens.askToClear(user));
            case AccountAction.ClearVocabulary _ -> learn(Vocabulary.EMPTY, user);
            case AccountAction.OpenZones _ -> Turn.show(screens.zones(user));
            case AccountAction.Move(var zone) -> move(zone.zone(), user);
            case AccountAction.AskZone _ -> askZone(new AccountText.AskZone());
            case AccountAction.OpenRatios _ ->
                Turn.show(screens.ratios(user.preferences().defaultRatio()));
            case AccountAction.ChooseRatio(var ratio) -> {
                prefer(user.preferences().withDefaultRatio(ratio), user);
                yield Turn.show(screens.ratios(ratio)).toast(new AccountText.Saved(SettingsScreens.nameOf(ratio)));
            }
            case AccountAction.OpenRetention _ ->
                Turn.show(screens.retention(user.preferences().photoRetention()));
            case AccountAction.ChooseRetention(var retention) -> {
                prefer(user.preferences().withPhotoRetention(retention), user);
                yield Turn.show(screens.retention(retention))
                        .toast(new AccountText.Saved(SettingsScreens.nameOf(retention)));
            }
            case AccountAction.Flip(var which, var to) -> flip(which, to == Position.ON, user);
        };
    }

    @Override
    public Optional<Turn> said(String words, Step step, User user) {
        return step instanceof AccountStep own ? Optional.of(said(words, own, user)) : Optional.empty();
    }

    private Turn said(String words, AccountStep step, User user) {
        return switch (step) {
            case AccountStep.NamingLanguage _ ->
                switch (answers.language(words, user)) {
                    case WrittenAnswers.Answer.Meant<Optional<String>>(var code) -> hear(code, user);
                    case WrittenAnswers.Answer.Unclear<Optional<String>>(var why) -> askLanguage(why);
                };
            case AccountStep.NamingTerms _ ->
                switch (WrittenTerms.read(words)) {
                    case WrittenAnswers.Answer.Meant<Vocabulary>(var vocabulary) -> learn(vocabulary, user);
                    case WrittenAnswers.Answer.Unclear<Vocabulary>(var why) -> askVocabulary(why);
                };
            case AccountStep.NamingZone _ ->
                switch (answers.zone(words, user)) {
                    case WrittenAnswers.Answer.Meant<ZoneId>(var zone) -> move(zone, user);
                    case WrittenAnswers.Answer.Unclear<ZoneId>(var why) -> askZone(why);
                };
        };
    }

    @Override
    public Optional<Turn> commanded(String command, User user) {
        return switch (command) {
            case "settings" -> Optional.of(Turn.show(screens.settings(user)));
            case "language" -> Optional.of(Turn.show(screens.languages(user.language())));
            default -> Optional.empty();
        };
    }

    private Turn speak(Language language, User user) {
        users.speak(user.id(), language);
        return Turn.show(screens.languages(language)).toast(new AccountText.LanguageChosen());
    }

    private Turn hear(Optional<String> code, User user) {
        var changed = prefer(user.preferences().withRecognitionLanguage(code), user);
        return Turn.show(screens.recognition(changed)).toast(new AccountText.Saved(SettingsScreens.spoken(changed)));
    }

    private Turn askLanguage(Text words) {
        return Turn.show(screens.askLanguage(words)).expecting(new AccountStep.NamingLanguage());
    }

    private Turn learn(Vocabulary vocabulary, User user) {
        var changed = prefer(user.preferences().withVocabulary(vocabulary), user);
        return Turn.show(VocabularyScreens.shown(changed))
                .toast(
                        vocabulary.isEmpty()
                                ? new AccountText.VocabularyCleared()
                                : new AccountText.VocabularySaved(
                                        vocabulary.terms().size()));
    }

    private Turn askVocabulary(Text words) {
        return Turn.show(VocabularyScreens.ask(words)).expecting(new AccountStep.NamingTerms());
    }

    private Turn move(ZoneId zone, User user) {
        users.moveTo(user.id(), zone);
        return Turn.show(screens.zones(user.movedTo(zone)))
                .toast(new AccountText.Saved(screens.localTime(zone, user.language())));
    }

    private Turn askZone(Text words) {
        return Turn.show(screens.askZone(words)).expecting(new AccountStep.NamingZone());
    }

    private Turn flip(Switch which, boolean on, User user) {
        var preferences = user.preferences();
        var changed = switch (which) {
            case QUOTES -> preferences.withConfirmedQuotes(on);
            case ENRICHMENT -> preferences.withEnrichedPrompts(on);
            case PROGRESS -> preferences.withProgress(on);
        };
        return Turn.show(screens.settings(prefer(changed, user))).toast(consequence(which, on));
    }

    private static Text consequence(Switch which, boolean on) {
        return switch (which) {
            case QUOTES -> on ? new AccountText.QuotesOn() : new AccountText.QuotesOff();
            case ENRICHMENT -> on ? new AccountText.EnrichmentOn() : new AccountText.EnrichmentOff();
            case PROGRESS -> on ? new AccountText.ProgressOn() : new AccountText.ProgressOff();
        };
    }

    private User prefer(Preferences preferences, User user) {
        users.prefer(user.id(), preferences);
        return user.preferring(preferences);
    }
}
