package app.aisha.adapters.openai;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What a family of speech models takes and gives.
 *
 * @param languageField name of the form field with the language
 * @param languages codes it takes; empty means any
 * @param segments whether it tells times ({@code verbose_json})
 */
record ModelProfile(String languageField, Set<String> languages, boolean segments) {

    private static final ModelProfile TRANSCRIBE = new ModelProfile(
            "languages[]",
            Set.of(("af ar hy az be bn bs bg yue ca zh hr cs da nl en et fi fr gl ka de el gu he hi hu is id it ja kn"
                + " kk ko lv lt mk ms ml mi mr ne no fa pl pt ro ru sr sk sl es sw sv tl ta te th tr uk ur vi cy")
                    .split(" ")),
            false);
    private static final ModelProfile WHISPER = new ModelProfile("language", Set.of(), true);
    private static final ModelProfile OTHER = new ModelProfile("language", Set.of(), false);

    /** A name may begin with the maker's: {@code Systran/faster-whisper-large-v3}. */
    static ModelProfile of(String model) {
        var name = model.substring(model.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        if (name.startsWith("gpt-transcribe")) {
            return TRANSCRIBE;
        }
        return name.contains("whisper") ? WHISPER : OTHER;
    }

    /** The hint to send, if the model takes it. */
    Optional<String> hint(Optional<String> language) {
        return language.map(code -> code.toLowerCase(Locale.ROOT))
                .filter(code -> languages.isEmpty() || languages.contains(code));
    }

    String format() {
        return segments ? "verbose_json" : "json";
    }

    ModelProfile withoutSegments() {
        return new ModelProfile(languageField, languages, false);
    }
}
