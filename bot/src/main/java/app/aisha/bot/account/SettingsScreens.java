package app.aisha.bot.account;

import app.aisha.bot.account.AccountAction.Position;
import app.aisha.bot.account.AccountAction.Switch;
import app.aisha.bot.menu.MenuAction;
import app.aisha.bot.menu.MenuText;
import app.aisha.bot.privacy.PrivacyAction;
import app.aisha.bot.privacy.PrivacyText;
import app.aisha.bot.screen.Action;
import app.aisha.bot.screen.Button;
import app.aisha.bot.screen.Screen;
import app.aisha.bot.screen.Text;
import app.aisha.core.account.AspectRatio;
import app.aisha.core.account.Language;
import app.aisha.core.account.PhotoRetention;
import app.aisha.core.account.User;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;

/** How a person's settings look. */
final class SettingsScreens {

    private static final DateTimeFormatter HOURS_AND_MINUTES = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private final InstantSource clock;
    private final boolean paid;

    SettingsScreens(InstantSource clock, boolean paid) {
        this.clock = clock;
        this.paid = paid;
    }

    /** All settings, each a button that shows its value. */
    Screen settings(User user) {
        var preferences = user.preferences();
        var screen = Screen.saying(new AccountText.Settings())
                .button(new AccountText.LanguageItem(nameOf(user.language())), new AccountAction.OpenLanguages())
                .button(new AccountText.RecognitionItem(spoken(user)), new AccountAction.OpenRecognition())
                .button(
                        new AccountText.VocabularyItem(VocabularyScreens.size(user)),
                        new AccountAction.OpenVocabulary())
                .button(
                        new AccountText.ZoneItem(localTime(user.zone(), user.language())),
                        new AccountAction.OpenZones());
        if (paid) {
            screen = withSwitch(screen, AccountText.QuotesItem::new, Switch.QUOTES, preferences.confirmsQuotes());
        }
        screen = withSwitch(screen, AccountText.ProgressItem::new, Switch.PROGRESS, preferences.showsProgress())
                .button(new AccountText.RatioItem(nameOf(preferences.defaultRatio())), new AccountAction.OpenRatios());
        return withSwitch(screen, AccountText.EnrichmentItem::new, Switch.ENRICHMENT, preferences.enrichesPrompts())
                .button(
                        new AccountText.RetentionItem(nameOf(preferences.photoRetention())),
                        new AccountAction.OpenRetention())
                .button(new PrivacyText.PrivacyButton(), new PrivacyAction.OpenPrivacy())
                .button(new MenuText.BackButton(), new MenuAction.OpenProfile());
    }

    private static Screen withSwitch(Screen screen, Function<Text, Text> item, Switch which, boolean on) {
        return screen.button(
                item.apply(on ? new AccountText.Yes() : new AccountText.No()),
                new AccountAction.Flip(which, on ? Position.OFF : Position.ON));
    }

    Screen languages(Language current) {
        var screen = Screen.saying(new AccountText.ChooseLanguage());
        for (var language : Language.values()) {
            screen = screen.row(choice(nameOf(language), language == current, new AccountAction.Speak(language)));
        }
        return backTo(new AccountAction.OpenSettings(), screen);
    }

    Screen recognition(User user) {
        var current = user.preferences().recognitionLanguage();
        var screen = Screen.saying(new AccountText.ChooseRecognition(spoken(user)))
                .row(choice(new AccountText.Automatic(), current.isEmpty(), new AccountAction.HearAnyLanguage()));
        var offers = Arrays.stream(OfferedLanguage.values())
                .map(offer -> choice(
                        new AccountText.Name(SpokenLanguages.ownName(offer.code())),
                        current.filter(offer.code()::equals).isPresent(),
                        new AccountAction.Hear(offer)))
                .toArray(Button[]::new);
        return backTo(
                new AccountAction.OpenSettings(),
                screen.rows(2, offers).button(new AccountText.OtherLanguageButton(), new AccountAction.AskLanguage()));
    }

    /** The question for a language that has no button, or what was wrong with the answer. */
    Screen askLanguage(Text words) {
        return backTo(new AccountAction.OpenRecognition(), Screen.saying(words));
    }

    Screen zones(User user) {
        var screen = Screen.saying(new AccountText.ChooseZone(localTime(user.zone(), user.language())));
        var offers = Arrays.stream(OfferedZone.values())
                .map(offer -> choice(
                        localTime(offer.zone(), user.language()),
                        offer.zone().equals(user.zone()),
                        new AccountAction.Move(offer)))
                .toArray(Button[]::new);
        return backTo(
                new AccountAction.OpenSettings(),
                screen.rows(2, offers).button(new AccountText.OtherZoneButton(), new AccountAction.AskZone()));
    }

    /** The question for a zone that has no button, or what was wrong with the answer. */
    Screen askZone(Text words) {
        return backTo(new AccountAction.OpenZones(), Screen.saying(words));
    }

    Screen ratios(AspectRatio current) {
        var screen = Screen.saying(new AccountText.ChooseRatio());
        for (var ratio : AspectRatio.values()) {
            screen = screen.row(choice(nameOf(ratio), ratio == current, new AccountAction.ChooseRatio(ratio)));
        }
        return backTo(new AccountAction.OpenSettings(), screen);
    }

    Screen retention(PhotoRetention current) {
        var screen = Screen.saying(new AccountText.ChooseRetention());
        for (var retention : PhotoRetention.values()) {
            screen = screen.row(
                    choice(nameOf(retention), retention == current, new AccountAction.ChooseRetention(retention)));
        }
        return backTo(new AccountAction.OpenSettings(), screen);
    }

    /** What the person's recordings are said to be in. */
    static Text spoken(User user) {
        return user.preferences()
                .recognitionLanguage()
                .<Text>map(code -> new AccountText.Name(SpokenLanguages.nameOf(code, user.language())))
                .orElseGet(AccountText.Automatic::new);
    }

    /** As in “Moscow · 22:41”. */
    AccountText.LocalTime localTime(ZoneId zone, Language language) {
        return new AccountText.LocalTime(
                Places.nameOf(zone, language),
                HOURS_AND_MINUTES.format(clock.instant().atZone(zone)));
    }

    static Text nameOf(AspectRatio ratio) {
        return switch (ratio) {
            case SQUARE -> new AccountText.Square();
            case PORTRAIT -> new AccountText.Portrait();
            case LANDSCAPE -> new AccountText.Landscape();
            case TALL -> new AccountText.Tall();
            case WIDE -> new AccountText.Wide();
        };
    }

    static Text nameOf(PhotoRetention retention) {
        return switch (retention) {
            case KEEP -> new AccountText.Keep();
            case DELETE_AT_ONCE -> new AccountText.DeleteAtOnce();
            case DELETE_AFTER_7_DAYS -> new AccountText.DeleteAfterWeek();
        };
    }

    private static Text nameOf(Language language) {
        return switch (language) {
            case RU -> new AccountText.Russian();
            case EN -> new AccountText.English();
        };
    }

    private static Button choice(Text name, boolean present, Action action) {
        return new Button(present ? new AccountText.Chosen(name) : name, action);
    }

    private static Screen backTo(Action action, Screen screen) {
        return screen.button(new MenuText.BackButton(), action);
    }
}
