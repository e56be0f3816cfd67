package app.aisha.core.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageTest {

    @ParameterizedTest
    @ValueSource(strings = {"ru", "RU", "ru-RU", "ru-KZ", "ru-Cyrl-BY"})
    void everyRussianIsRussian(String tag) {
        assertThat(Language.of(tag)).isEqualTo(Language.RU);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "en-GB", "kk", "de", "rue", "", "-", "not a tag", "ру"})
    void everythingElseIsEnglish(String tag) {
        assertThat(Language.of(tag)).isEqualTo(Language.EN);
    }

    @Test
    void noTagIsEnglish() {
        assertThat(Language.of(null)).isEqualTo(Language.EN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ru", "en"})
    void aLanguageIsTheLanguageOfItsLocale(String tag) {
        assertThat(Language.of(tag).locale()).hasToString(tag);
    }
}
