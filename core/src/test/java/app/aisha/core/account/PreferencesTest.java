package app.aisha.core.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PreferencesTest {

    @Test
    void eachIsChangedAlone() {
        var changed = Preferences.DEFAULT
                .withRecognitionLanguage(Optional.of("kk"))
                .withConfirmedQuotes(false)
                .withDefaultRatio(AspectRatio.WIDE)
                .withEnrichedPrompts(false)
                .withPhotoRetention(PhotoRetention.DELETE_AT_ONCE)
                .withProgress(false)
                .withVocabulary(new Vocabulary(List.of("Aisha")));

        assertThat(changed)
                .isEqualTo(new Preferences(
                        Optional.of("kk"),
                        false,
                        AspectRatio.WIDE,
                        false,
                        PhotoRetention.DELETE_AT_ONCE,
                        false,
                        new Vocabulary(List.of("Aisha"))));
        assertThat(changed.withRecognitionLanguage(Optional.empty())
                        .withConfirmedQuotes(true)
                        .withDefaultRatio(AspectRatio.SQUARE)
                        .withEnrichedPrompts(true)
                        .withPhotoRetention(PhotoRetention.KEEP)
                        .withProgress(true)
                        .withVocabulary(Vocabulary.EMPTY))
                .isEqualTo(Preferences.DEFAULT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "r", "RU", "rus", "ру", "r\0"})
    void whatIsNoCodeIsRefused(String code) {
        assertThatThrownBy(() -> Preferences.DEFAULT.withRecognitionLanguage(Optional.of(code)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
