package app.aisha.bot.account;

import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.bot.Desk;
import app.aisha.bot.account.WrittenAnswers.Answer;
import app.aisha.bot.screen.Text;
import app.aisha.core.account.Language;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenAnswersTest {

    static final List<String> NONSENSE = List.of(
            "",
            " ",
            "?",
            "🎧",
            "👩‍🦰👩‍🦰",
            "<b>",
            "%",
            "\\",
            "a\0b",
            "\u202E\u200B",
            "щ",
            "5",
            "12:30",
            "xyzzy",
            "язык",
            "+",
            "UTC+",
            "Z",
            "x".repeat(1_000),
            "🎧".repeat(1_000),
            "+5".repeat(1_000),
            "Москва ".repeat(143));

    private final Desk desk = new Desk();
    private final WrittenAnswers answers = new WrittenAnswers(new SettingsScreens(desk.clock, true));

    @ParameterizedTest
    @CsvSource({
        "ru,ru",
        "RU,ru",
        "русский,ru",
        "Русский,ru",
        "' русский ',ru",
        "русский язык,ru",
        "Russian,ru",
        "russian language,ru",
        "rus,ru",
        "kk,kk",
        "қазақ тілі,kk",
        "қазақ,kk",
        "казахский,kk",
        "Kazakh,kk",
        "португальский,pt",
        "português,pt",
        "PORTUGUES,pt",
        "pt-BR,pt",
        "en_US,en",
        "中文,zh",
        "日本語,ja",
        "العربية,ar",
        "हिन्दी,hi",
        "ქართული,ka",
        "Türkçe,tr",
        "turkce,tr",
        "кхмерский,km",
        "иврит,he",
        "Hebrew,he"
    })
    void aLanguageIsKnownByCodeAndByItsNamesWhateverIsSpokenWithThePerson(String words, String code) {
        assertThat(answers.language(words, desk.dilnara)).isEqualTo(new Answer.Meant<>(Optional.of(code)));
        assertThat(answers.language(words, desk.anna)).isEqualTo(new Answer.Meant<>(Optional.of(code)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"авто", "Автоматически", "auto", " AUTOMATIC "})
    void theRecogniserMayFindOut(String words) {
        assertThat(answers.language(words, desk.anna)).isEqualTo(new Answer.Meant<>(Optional.empty()));
    }

    @Test
    void aBeginningIsOnlyAGuess() {
        assertThat(unclear(answers.language("кхм", desk.dilnara)))
                .isEqualTo(new AccountText.PerhapsLanguage("кхмерский"));
        assertThat(unclear(answers.language("Geor", desk.anna))).isEqualTo(new AccountText.PerhapsLanguage("Georgian"));
        assertThat(unclear(answers.zone("Алма", desk.dilnara)))
                .isEqualTo(new AccountText.PerhapsPlace("Алматы (15:00)"));
        assertThat(unclear(answers.zone("Paulo", desk.anna)))
                .isEqualTo(new AccountText.PerhapsPlace("São Paulo (07:00)"));
    }

    @Test
    void notMoreGuessesThanOneReads() {
        var guesses = ((AccountText.PerhapsPlace) unclear(answers.zone("Сан", desk.dilnara))).places();

        assertThat(guesses.split(", ")).hasSize(5);
    }

    @ParameterizedTest
    @FieldSource("NONSENSE")
    void nonsenseIsAskedAgain(String words) {
        for (var user : List.of(desk.dilnara, desk.anna)) {
            assertThat(unclear(answers.language(words, user))).isEqualTo(new AccountText.UnknownLanguage());
            assertThat(unclear(answers.zone(words, user))).isEqualTo(new AccountText.UnknownPlace());
        }
    }

    @Test
    void noPlaceSoundsLikeACough() {
        assertThat(unclear(answers.zone("кхм", desk.dilnara))).isEqualTo(new AccountText.UnknownPlace());
    }

    @ParameterizedTest
    @CsvSource({
        "UTC+5,+05:00",
        "utc +5,+05:00",
        "GMT+5,+05:00",
        "UTC+05:30,+05:30",
        "+05:30,+05:30",
        "+0530,+05:30",
        "+5.30,+05:30",
        "+5,+05:00",
        "-3,-03:00",
        "−3:30,-03:30",
        "–3,-03:00",
        "UTC,Z",
        "GMT,Z",
        "UTC+0,Z",
        "UTC-12,-12:00",
        "UTC+14,+14:00",
        "МСК,+03:00",
        "мск+2,+05:00",
        "MSK-1,+02:00",
        "Etc/GMT-5,+05:00"
    })
    void anOffsetIsRead(String words, ZoneId zone) {
        assertThat(answers.zone(words, desk.dilnara)).isEqualTo(new Answer.Meant<>(zone));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTC+99", "+14:01", "UTC-13", "-12:30", "+05:60", "МСК+12", "-99:99"})
    void anOffsetThatNoClockHasIsToldSo(String words) {
        assertThat(unclear(answers.zone(words, desk.dilnara))).isEqualTo(new AccountText.ImpossibleOffset());
    }

    @ParameterizedTest
    @CsvSource({
        "алматы,Asia/Almaty",
        "АЛМАТЫ,Asia/Almaty",
        "Almaty,Asia/Almaty",
        "Asia/Almaty,Asia/Almaty",
        "asia/almaty,Asia/Almaty",
        "Алма-Ата,Asia/Almaty",
        "Астана,Asia/Almaty",
        "São Paulo,America/Sao_Paulo",
        "sao paulo,America/Sao_Paulo",
        "Сан-Паулу,America/Sao_Paulo",
        "new york,America/New_York",
        "New_York,America/New_York",
        "Нью Йорк,America/New_York",
        "'  Москва ',Europe/Moscow",
        "Moscow,Europe/Moscow",
        "Санкт-Петербург,Europe/Moscow",
        "St. Petersburg,Europe/Moscow",
        "Казань,Europe/Moscow",
        "Киев,Europe/Kyiv",
        "Kyiv,Europe/Kyiv",
        "Kiev,Europe/Kyiv",
        "Europe/Kiev,Europe/Kiev",
        "İstanbul,Europe/Istanbul",
        "Дели,Asia/Kolkata",
        "Кельн,Europe/Berlin",
        "Кёльн,Europe/Berlin",
        "Улан-Удэ,Asia/Irkutsk",
        "Южно-Сахалинск,Asia/Sakhalin"
    })
    void aPlaceIsKnownInBothLanguagesWhateverIsSpokenWithThePerson(String words, ZoneId zone) {
        assertThat(answers.zone(words, desk.dilnara)).isEqualTo(new Answer.Meant<>(zone));
        assertThat(answers.zone(words, desk.anna)).isEqualTo(new Answer.Meant<>(zone));
    }

    @Test
    void whereTwoCitiesShareANameBothAreNamed() {
        assertThat(unclear(answers.zone("Бирмингем", desk.dilnara)))
                .isEqualTo(new AccountText.SeveralPlaces("Чикаго (04:00), Лондон (10:00)"));
        assertThat(unclear(answers.zone("brest", desk.anna)))
                .isEqualTo(new AccountText.SeveralPlaces("Minsk (13:00), Paris (11:00)"));
    }

    @Test
    void everyZoneIsCalledByANameThatFindsItAgain() {
        for (var id : ZoneId.getAvailableZoneIds()) {
            var zone = ZoneId.of(id);
            for (var user : List.of(desk.dilnara, desk.anna)) {
                var found = answers.zone(Places.nameOf(zone, user.language()).replace('−', '-'), user);

                assertThat(found).as(id).isInstanceOf(Answer.Meant.class);
                assertThat(timeIn(((Answer.Meant<ZoneId>) found).value()))
                        .as(id)
                        .isEqualTo(timeIn(zone));
            }
        }
    }

    @Test
    void everyLanguageIsCalledByNamesThatFindItAgain() {
        var withdrawn = Set.of("mo", "sh");
        for (var code : Locale.getISOLanguages()) {
            var today = Locale.of(code).getLanguage();
            if (withdrawn.contains(code)) {
                continue;
            }
            for (var name : List.of(
                    SpokenLanguages.nameOf(today, Language.RU),
                    SpokenLanguages.nameOf(today, Language.EN),
                    SpokenLanguages.ownName(today),
                    today)) {
                assertThat(answers.language(name, desk.dilnara))
                        .as("%s of %s", name, code)
                        .isEqualTo(new Answer.Meant<>(Optional.of(today)));
            }
        }
    }

    private Object timeIn(ZoneId zone) {
        return desk.clock.instant().atZone(zone).toLocalDateTime();
    }

    private static Text unclear(Answer<?> answer) {
        assertThat(answer).isInstanceOf(Answer.Unclear.class);
        return ((Answer.Unclear<?>) answer).why();
    }
}
