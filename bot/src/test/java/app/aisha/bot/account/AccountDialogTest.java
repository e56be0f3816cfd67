package app.aisha.bot.account;

import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.bot.Desk;
import app.aisha.bot.account.AccountAction.Position;
import app.aisha.bot.account.AccountAction.Switch;
import app.aisha.bot.menu.MenuAction;
import app.aisha.bot.screen.Action;
import app.aisha.bot.screen.Button;
import app.aisha.bot.screen.Text;
import app.aisha.bot.screen.Turn;
import app.aisha.core.account.AspectRatio;
import app.aisha.core.account.Language;
import app.aisha.core.account.PhotoRetention;
import app.aisha.core.account.Preferences;
import app.aisha.core.account.User;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;

class AccountDialogTest {

    static final List<Action> CHOICE_SCREENS = List.of(
            new AccountAction.OpenLanguages(),
            new AccountAction.OpenRecognition(),
            new AccountAction.OpenZones(),
            new AccountAction.OpenRatios(),
            new AccountAction.OpenRetention());

    private final Desk desk = new Desk();

    @Test
    void everySettingShowsItsValue() {
        var settings = tap(new AccountAction.OpenSettings());

        assertThat(labels(settings))
                .startsWith(
                        new AccountText.LanguageItem(new AccountText.Russian()),
                        new AccountText.RecognitionItem(new AccountText.Automatic()),
                        new AccountText.VocabularyItem(new AccountText.NoneInIt()),
                        new AccountText.ZoneItem(new AccountText.LocalTime("Алматы", "15:00")),
                        new AccountText.QuotesItem(new AccountText.Yes()),
                        new AccountText.ProgressItem(new AccountText.Yes()),
                        new AccountText.RatioItem(new AccountText.Square()),
                        new AccountText.EnrichmentItem(new AccountText.Yes()),
                        new AccountText.RetentionItem(new AccountText.Keep()));
        assertThat(back(settings)).isEqualTo(new MenuAction.OpenProfile());
        assertThat(desk.command("settings", dilnara())).contains(settings);
    }

    @Test
    void whereNothingCostsAnythingNobodyIsAskedAboutPrices() {
        var free = new AccountDialog(desk.users, desk.clock, false)
                .tapped(new AccountAction.OpenSettings(), dilnara())
                .orElseThrow();

        assertThat(labels(free))
                .hasSize(labels(tap(new AccountAction.OpenSettings())).size() - 1);
        assertThat(labels(free)).noneMatch(AccountText.QuotesItem.class::isInstance);
    }

    @ParameterizedTest
    @FieldSource("CHOICE_SCREENS")
    void everyChoiceIsOneLevelBelowTheSettingsAndHasOneTick(Action action) {
        var choices = tap(action);

        assertThat(back(choices)).isEqualTo(new AccountAction.OpenSettings());
        assertThat(labels(choices))
                .filteredOn(AccountText.Chosen.class::isInstance)
                .hasSize(1);
        assertThat(actions(tap(new AccountAction.OpenSettings()))).contains(action);
    }

    @Test
    void theLanguageSpokenIsMarked() {
        var languages = tap(new AccountAction.OpenLanguages());

        assertThat(labels(languages))
                .startsWith(new AccountText.Chosen(new AccountText.Russian()), new AccountText.English());
        assertThat(desk.command("language", dilnara())).contains(languages);
    }

    @Test
    void aLanguageIsStoredForThisPersonAndShown() {
        var chosen = tap(new AccountAction.Speak(Language.EN));

        assertThat(dilnara().language()).isEqualTo(Language.EN);
        assertThat(chosen.toast()).contains(new AccountText.LanguageChosen());
        assertThat(ticked(chosen)).isEqualTo(new AccountText.English());
        desk.tap(new AccountAction.Speak(Language.RU), desk.anna);
        assertThat(dilnara().language()).isEqualTo(Language.EN);
    }

    @ParameterizedTest
    @EnumSource(Switch.class)
    void aSwitchFlipsInPlaceAndASecondTapOfTheSameButtonChangesNothing(Switch which) {
        var off = tap(new AccountAction.Flip(which, Position.OFF));
        assertThat(isOn(which)).isFalse();
        assertThat(tap(new AccountAction.Flip(which, Position.OFF))).isEqualTo(off);
        assertThat(actions(off)).contains(new AccountAction.Flip(which, Position.ON));

        var on = tap(new AccountAction.Flip(which, Position.ON));
        assertThat(isOn(which)).isTrue();
        assertThat(dilnara().preferences()).isEqualTo(Preferences.DEFAULT);
        assertThat(on.screen()).isEqualTo(tap(new AccountAction.OpenSettings()).screen());
        assertThat(on.toast()).isPresent().isNotEqualTo(off.toast());
    }

    private boolean isOn(Switch which) {
        var preferences = dilnara().preferences();
        return switch (which) {
            case QUOTES -> preferences.confirmsQuotes();
            case ENRICHMENT -> preferences.enrichesPrompts();
            case PROGRESS -> preferences.showsProgress();
        };
    }

    @ParameterizedTest
    @EnumSource(OfferedLanguage.class)
    void aLanguageOfRecordingsIsStoredTickedAndShown(OfferedLanguage language) {
        var chosen = tap(new AccountAction.Hear(language));

        assertThat(dilnara().preferences().recognitionLanguage()).contains(language.code());
        assertThat(ticked(chosen)).isEqualTo(new AccountText.Name(SpokenLanguages.ownName(language.code())));
        assertThat(chosen.toast()).contains(new AccountText.Saved(SettingsScreens.spoken(dilnara())));

        tap(new AccountAction.HearAnyLanguage());
        assertThat(dilnara().preferences()).isEqualTo(Preferences.DEFAULT);
    }

    @Test
    void languagesOfRecordingsCallThemselves() {
        assertThat(labels(tap(new AccountAction.OpenRecognition())))
                .contains(
                        new AccountText.Name("Русский"),
                        new AccountText.Name("Українська"),
                        new AccountText.Name("Қазақ тілі"),
                        new AccountText.Name("Français"),
                        new AccountText.Name("日本語"));
        tap(new AccountAction.Hear(OfferedLanguage.KK));
        assertThat(labels(tap(new AccountAction.OpenSettings())))
                .contains(new AccountText.RecognitionItem(new AccountText.Name("казахский")));
    }

    @Test
    void aLanguageWithoutAButtonIsWritten() {
        var question = tap(new AccountAction.AskLanguage());
        assertThat(question.next()).isEqualTo(new Turn.Next.Await(new AccountStep.NamingLanguage()));
        assertThat(back(question)).isEqualTo(new AccountAction.OpenRecognition());

        var again = say("кхм", new AccountStep.NamingLanguage());
        assertThat(words(again)).isEqualTo(new AccountText.PerhapsLanguage("кхмерский"));
        assertThat(again.next()).isEqualTo(question.next());
        assertThat(dilnara().preferences()).isEqualTo(Preferences.DEFAULT);

        var understood = say("грузинский", new AccountStep.NamingLanguage());
        assertThat(dilnara().preferences().recognitionLanguage()).contains("ka");
        assertThat(words(understood)).isEqualTo(new AccountText.ChooseRecognition(new AccountText.Name("грузинский")));
        assertThat(understood.next()).isEqualTo(new Turn.Next.Close());

        say("автоматически", new AccountStep.NamingLanguage());
        assertThat(dilnara().preferences()).isEqualTo(Preferences.DEFAULT);
    }

    @ParameterizedTest
    @EnumSource(OfferedZone.class)
    void aZoneIsStoredTickedAndShown(OfferedZone zone) {
        var chosen = tap(new AccountAction.Move(zone));

        assertThat(dilnara().zone()).isEqualTo(zone.zone());
        assertThat(chosen.toast()).contains(new AccountText.Saved(ticked(chosen)));
        assertThat(labels(tap(new AccountAction.OpenSettings()))).contains(new AccountText.ZoneItem(ticked(chosen)));
    }

    @Test
    void zonesTellTheirLocalTime() {
        desk.clock.advance(Duration.ofMinutes(41));

        assertThat(labels(tap(new AccountAction.OpenZones())))
                .contains(
                        new AccountText.LocalTime("Москва", "13:41"),
                        new AccountText.Chosen(new AccountText.LocalTime("Алматы", "15:41")),
                        new AccountText.LocalTime("Лос-Анджелес", "02:41"));
        assertThat(labels(desk.tap(new AccountAction.OpenZones(), desk.anna)))
                .contains(new AccountText.LocalTime("Moscow", "13:41"));
    }

    @Test
    void aZoneWithoutAButtonIsWritten() {
        var question = tap(new AccountAction.AskZone());
        assertThat(question.next()).isEqualTo(new Turn.Next.Await(new AccountStep.NamingZone()));
        assertThat(back(question)).isEqualTo(new AccountAction.OpenZones());

        var again = say("UTC+99", new AccountStep.NamingZone());
        assertThat(words(again)).isEqualTo(new AccountText.ImpossibleOffset());
        assertThat(again.next()).isEqualTo(question.next());

        var understood = say("+05:30", new AccountStep.NamingZone());
        assertThat(dilnara().zone()).hasToString("+05:30");
        assertThat(words(understood))
                .isEqualTo(new AccountText.ChooseZone(new AccountText.LocalTime("UTC+5:30", "15:30")));
        assertThat(understood.next()).isEqualTo(new Turn.Next.Close());
    }

    @ParameterizedTest
    @EnumSource(AspectRatio.class)
    void aRatioIsStoredTickedAndShown(AspectRatio ratio) {
        var chosen = tap(new AccountAction.ChooseRatio(ratio));

        assertThat(dilnara().preferences()).isEqualTo(Preferences.DEFAULT.withDefaultRatio(ratio));
        assertThat(chosen.toast()).contains(new AccountText.Saved(ticked(chosen)));
        assertThat(labels(tap(new AccountAction.OpenSettings()))).contains(new AccountText.RatioItem(ticked(chosen)));
    }

    @ParameterizedTest
    @EnumSource(PhotoRetention.class)
    void whatBecomesOfPhotosIsStoredTickedAndShown(PhotoRetention retention) {
        var chosen = tap(new AccountAction.ChooseRetention(retention));

        assertThat(dilnara().preferences()).isEqualTo(Preferences.DEFAULT.withPhotoRetention(retention));
        assertThat(chosen.toast()).contains(new AccountText.Saved(ticked(chosen)));
        assertThat(labels(tap(new AccountAction.OpenSettings())))
                .contains(new AccountText.RetentionItem(ticked(chosen)));
    }

    @Test
    void oneSettingLeavesTheOthersAsTheyAre() {
        tap(new AccountAction.Hear(OfferedLanguage.KK));
        tap(new AccountAction.Flip(Switch.PROGRESS, Position.OFF));
        tap(new AccountAction.ChooseRatio(AspectRatio.TALL));
        tap(new AccountAction.Move(OfferedZone.LONDON));
        tap(new AccountAction.Speak(Language.EN));

        assertThat(dilnara().preferences())
                .isEqualTo(Preferences.DEFAULT
                        .withRecognitionLanguage(Optional.of("kk"))
                        .withProgress(false)
                        .withDefaultRatio(AspectRatio.TALL));
        assertThat(desk.users.find(desk.anna.id())).contains(desk.anna);
    }

    private User dilnara() {
        return desk.users.find(desk.dilnara.id()).orElseThrow();
    }

    private Turn tap(Action action) {
        return desk.tap(action, dilnara());
    }

    private Turn say(String words, AccountStep step) {
        return desk.dialogs.stream()
                .flatMap(dialog -> dialog.said(words, step, dilnara()).stream())
                .findFirst()
                .orElseThrow();
    }

    private static Text words(Turn turn) {
        return turn.screen().orElseThrow().text();
    }

    private static Stream<Button> buttons(Turn turn) {
        return turn.screen().orElseThrow().rows().stream().flatMap(row -> row.stream());
    }

    private static List<Text> labels(Turn turn) {
        return buttons(turn).map(Button::label).toList();
    }

    private static List<Action> actions(Turn turn) {
        return buttons(turn).map(Button::action).toList();
    }

    private static Action back(Turn turn) {
        return actions(turn).getLast();
    }

    private static Text ticked(Turn turn) {
        return labels(turn).stream()
                .filter(AccountText.Chosen.class::isInstance)
                .map(label -> ((AccountText.Chosen) label).choice())
                .findFirst()
                .orElseThrow();
    }
}
