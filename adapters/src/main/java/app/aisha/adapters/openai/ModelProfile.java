package app.aisha.adapters.openai;

import static app.aisha.adapters.openai.SpeechFormat.DIARIZED_JSON;
import static app.aisha.adapters.openai.SpeechFormat.JSON;
import static app.aisha.adapters.openai.SpeechFormat.TEXT;
import static app.aisha.adapters.openai.SpeechFormat.VERBOSE_JSON;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What a family of speech models takes and gives.
 *
 * @param family its name for people
 * @param formats what to ask for, the best first
 * @param opus whether it certainly reads Opus; else WAV is the safe choice
 * @param longest clip it takes
 * @param atOnce how many clips may be under way
 */
record ModelProfile(
        String family,
        LanguageField language,
        List<SpeechFormat> formats,
        VocabularyField vocabulary,
        boolean opus,
        Duration longest,
        int atOnce) {

    private static final ModelProfile OTHER = new ModelProfile(
            "any compatible model",
            LanguageField.SINGULAR,
            List.of(JSON, TEXT),
            VocabularyField.PROMPT,
            false,
            Duration.ofMinutes(10),
            1);

    /** OpenAI refuses 1400 s; a clip that is packed anew may become a little longer. */
    private static final Duration BELOW_1400 = Duration.ofSeconds(1390);

    private static final List<Row> TABLE = List.of(
            new Row(
                    "gpt-transcribe.*",
                    new ModelProfile(
                            "gpt-transcribe",
                            LanguageField.PLURAL,
                            List.of(JSON),
                            VocabularyField.KEYWORDS,
                            true,
                            Duration.ofMinutes(20),
                            8)),
            new Row(
                    "gpt-4o.*-diarize.*",
                    new ModelProfile(
                            "gpt-4o-transcribe-diarize",
                            LanguageField.SINGULAR,
                            List.of(DIARIZED_JSON, JSON),
                            VocabularyField.NONE,
                            true,
                            BELOW_1400,
                            8)),
            new Row(
                    "gpt-4o.*-transcribe.*",
                    new ModelProfile(
                            "gpt-4o-transcribe",
                            LanguageField.SINGULAR,
                            List.of(JSON),
                            VocabularyField.PROMPT,
                            true,
                            BELOW_1400,
                            8)),
            new Row(
                    "whisper-1",
                    new ModelProfile(
                            "whisper-1",
                            LanguageField.SINGULAR,
                            List.of(VERBOSE_JSON, JSON, TEXT),
                            VocabularyField.PROMPT,
                            true,
                            Duration.ofMinutes(10),
                            8)),
            new Row(
                    ".*whisper.*",
                    new ModelProfile(
                            "whisper",
                            LanguageField.SINGULAR,
                            List.of(VERBOSE_JSON, JSON, TEXT),
                            VocabularyField.PROMPT,
                            false,
                            Duration.ofMinutes(10),
                            8)));

    private record Row(Pattern name, ModelProfile profile) {

        Row(String name, ModelProfile profile) {
            this(Pattern.compile(name), profile);
        }
    }

    /** The first row that fits; a name may begin with the maker's: {@code Systran/faster-whisper-large-v3}. */
    static ModelProfile of(String model) {
        var name = model.substring(model.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        return TABLE.stream()
                .filter(row -> row.name.matcher(name).matches())
                .findFirst()
                .map(Row::profile)
                .orElse(OTHER);
    }

    /** Whether there is a row for it. */
    boolean known() {
        return !equals(OTHER);
    }
}
