package app.aisha.core.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhantomsTest {

    private static final Duration SPEECH = Duration.ofSeconds(5);

    @Test
    void whereHardlyAVoiceWasNobodySaidAnything() {
        assertThat(Phantoms.removedFrom("Добрый день.", Duration.ofMillis(299), List.of()))
                .isEmpty();
        assertThat(Phantoms.removedFrom("Да.", Duration.ofMillis(300), List.of()))
                .isEqualTo("Да.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Субтитры сделал DimaTorzok",
                "СУБТИТРЫ СОЗДАВАЛ ДИМАTORZOK Продолжение следует...",
                "Редактор субтитров А.Семкин Корректор А.Егорова",
                "Редактор субтитров А. Сёмкин. Корректор А. Егорова.",
                "Продолжение следует…",
                " Спасибо за просмотр! ",
                "Thanks for watching!",
                "Subtitles by the Amara.org community",
                "[BLANK_AUDIO]",
                "Thank you for watching. Thank you for watching. Thank you for watching. Thank you for watching.",
                "...",
                ""
            })
    void aPieceOfNothingButCaptionsIsEmpty(String text) {
        var known = text.replace("ДИМА", "Dima");

        assertThat(Phantoms.removedFrom(known, SPEECH, List.of())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Спасибо за просмотр отчёта, коллеги.",
                "Он сказал: продолжение следует, и ушёл.",
                "Thanks for watching the kids.",
                "Да, да, да.",
                "Раз два три, раз два три, раз два три.",
                "Просто речь — без всего…",
                "42"
            })
    void whatWasSaidStaysAsItIs(String text) {
        assertThat(Phantoms.removedFrom(text, SPEECH, List.of())).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Ну да, да, да, да. | Ну да.",
                "Да, да, да, да, хорошо. | Да, хорошо.",
                "Я иду. Я иду. Я иду. Я иду. | Я иду.",
                "раз два три четыре пять шесть раз два три четыре пять шесть раз два три четыре пять шесть раз два три"
                        + " четыре пять шесть конец | раз два три четыре пять шесть конец",
                "Ещё, еще — ЕЩЁ! ещё? Пора. | Ещё? Пора.",
                "a a a a b b b b c | a b c",
                "Начало. и и и и и и и и и и конец | Начало. и конец"
            })
    void ofALoopOneTimeIsLeft(String text, String left) {
        assertThat(Phantoms.removedFrom(text, SPEECH, List.of())).isEqualTo(left);
    }

    @Test
    void theVocabularyReadBackIsNotSpeech() {
        var vocabulary = List.of("Aisha", "Kafka", "Мария Петрова", "Postgres");

        assertThat(Phantoms.removedFrom("Aisha, Kafka, Мария Петрова, Postgres.", SPEECH, vocabulary))
                .isEmpty();
        assertThat(Phantoms.removedFrom("Kafka, Мария Петрова", SPEECH, vocabulary))
                .isEmpty();
        assertThat(Phantoms.removedFrom("Мария Петрова", SPEECH, vocabulary)).isEqualTo("Мария Петрова");
        assertThat(Phantoms.removedFrom("Kafka и Мария Петрова", SPEECH, vocabulary))
                .isEqualTo("Kafka и Мария Петрова");
    }

    @Test
    void noWordIsAddedWhateverTheText() {
        var words = List.of("да", "Нет,", "мы", "—", "идём.", "😀", "Ёлка");
        for (var seed = 1; seed <= 2_000; seed++) {
            var random = new Random(seed);
            var text = new StringBuilder();
            for (var i = random.nextInt(40); i > 0; i--) {
                text.append(words.get(random.nextInt(random.nextInt(words.size()) + 1)))
                        .append(random.nextBoolean() ? " " : "\n");
            }

            var cleaned = Phantoms.removedFrom(text.toString(), SPEECH, List.of());

            assertThat(cleaned.length()).as("seed %d", seed).isLessThanOrEqualTo(text.length());
            assertThat(HeardWord.all(text.toString()).stream().map(HeardWord::letters))
                    .as("seed %d", seed)
                    .containsAll(HeardWord.all(cleaned).stream()
                            .map(HeardWord::letters)
                            .toList());
        }
    }
}
