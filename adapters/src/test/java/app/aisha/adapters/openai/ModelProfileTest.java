package app.aisha.adapters.openai;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelProfileTest {

    @ParameterizedTest
    @CsvSource({
        "gpt-transcribe, gpt-transcribe, languages[], JSON, KEYWORDS, 1200, 8",
        "gpt-transcribe-2026-08, gpt-transcribe, languages[], JSON, KEYWORDS, 1200, 8",
        "gpt-4o-transcribe, gpt-4o-transcribe, language, JSON, PROMPT, 1390, 8",
        "gpt-4o-mini-transcribe-2025-12-15, gpt-4o-transcribe, language, JSON, PROMPT, 1390, 8",
        "gpt-4o-transcribe-diarize, gpt-4o-transcribe-diarize, language, DIARIZED_JSON, NONE, 1390, 8",
        "whisper-1, whisper-1, language, VERBOSE_JSON, PROMPT, 600, 8",
        "Systran/faster-whisper-large-v3, whisper, language, VERBOSE_JSON, PROMPT, 600, 8",
        "whisper-large-v3-turbo, whisper, language, VERBOSE_JSON, PROMPT, 600, 8",
        "nvidia/parakeet, any compatible model, language, JSON, PROMPT, 600, 1"
    })
    void theFirstRowThatFitsDecides(
            String model,
            String family,
            String field,
            SpeechFormat first,
            VocabularyField terms,
            int seconds,
            int atOnce) {
        var profile = ModelProfile.of(model);

        assertThat(profile.family()).isEqualTo(family);
        assertThat(profile.language().name()).isEqualTo(field);
        assertThat(profile.formats().getFirst()).isEqualTo(first);
        assertThat(profile.vocabulary()).isEqualTo(terms);
        assertThat(profile.longest()).isEqualTo(Duration.ofSeconds(seconds));
        assertThat(profile.atOnce()).isEqualTo(atOnce);
        assertThat(profile.known()).isEqualTo(!family.startsWith("any"));
    }

    @Test
    void onlyTheListedCodesAreToldInThePlural() {
        var listed = Arrays.stream(Locale.getISOLanguages())
                .filter(code -> LanguageField.PLURAL.hint(Optional.of(code)).isPresent())
                .toList();

        assertThat(LanguageField.PLURAL.codes()).hasSize(63).contains("yue");
        assertThat(listed).hasSize(62).contains("ru", "en", "kk").doesNotContain("tt", "uz", "tg", "ba", "nn");
        assertThat(LanguageField.SINGULAR.hint(Optional.of("TT"))).contains("tt");
        assertThat(LanguageField.PLURAL.hint(Optional.empty())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "https://api.openai.com/v1, whisper-1, OPUS",
        "https://eu.api.openai.com/v1, new-model, OPUS",
        "https://api.groq.com/openai/v1, whisper-large-v3, OPUS",
        "https://gateway.example/v1, gpt-transcribe, OPUS",
        "https://gateway.example/v1, whisper-large-v3, WAV",
        "https://openai.com.evil.example/v1, parakeet, WAV",
        "http://localhost:8000/v1, whisper-1, WAV",
        "http://speech:8000/v1, gpt-transcribe, WAV",
        "http://127.0.0.1/v1, gpt-transcribe, WAV",
        "http://10.1.2.3/v1, whisper-1, WAV",
        "http://172.31.0.1/v1, whisper-1, WAV",
        "http://172.32.0.1/v1, whisper-1, OPUS",
        "http://192.168.0.7/v1, whisper-1, WAV",
        "http://100.64.0.7/v1, whisper-1, WAV",
        "http://[::1]:9/v1, whisper-1, WAV",
        "http://[fd00::1]/v1, whisper-1, WAV"
    })
    void soundIsSentInAFormThatIsReadThere(URI base, String model, Manner.Sound sound) {
        assertThat(Manner.toBeginWith(base, model).sound()).isEqualTo(sound);
    }

    @ParameterizedTest
    @CsvSource({
        "http://localhost:8000/v1, Systran/faster-whisper-small, HOTWORDS",
        "http://localhost:8000/v1, openai/whisper-large-v3, HOTWORDS",
        "http://localhost:8000/v1, whisper-1, PROMPT",
        "https://api.groq.com/openai/v1, openai/whisper-large-v3, PROMPT"
    })
    void serversWithMakersInTheirNamesTakeHotwords(URI base, String model, VocabularyField field) {
        assertThat(Manner.toBeginWith(base, model).vocabulary()).isEqualTo(field);
    }

    @ParameterizedTest
    @CsvSource({
        "http://a/v1, http://a/v1/audio/transcriptions",
        "http://a/v1/, http://a/v1/audio/transcriptions",
        "http://a/inference, http://a/inference",
        "http://a/x/audio/transcriptions/, http://a/x/audio/transcriptions"
    })
    void theAddressMayBeGivenWhole(URI base, URI address) {
        var settings = new OpenAiSettings(
                base, Optional.empty(), "m", Optional.empty(), OpenAiSettings.Probing.AUTO, OpenAiSettings.USUAL_PAUSE);

        assertThat(settings.transcriptions()).isEqualTo(address);
    }
}
