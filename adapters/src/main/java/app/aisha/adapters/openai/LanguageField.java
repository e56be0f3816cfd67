package app.aisha.adapters.openai;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * How a model is told the language.
 *
 * @param name of the form field
 * @param codes the codes it takes; empty means any
 */
record LanguageField(String name, Set<String> codes) {

    /** What asks the server of whisper.cpp to find out; it takes silence for English. */
    static final String AUTO = "auto";

    static final LanguageField SINGULAR = new LanguageField("language", Set.of());

    /** Any other code is refused with all of the request. */
    static final LanguageField PLURAL = new LanguageField(
            "languages[]",
            Set.of(("af ar hy az be bn bs bg yue ca zh hr cs da nl en et fi fr gl ka de el gu he hi hu is id it ja kn"
                + " kk ko lv lt mk ms ml mi mr ne no fa pl pt ro ru sr sk sl es sw sv tl ta te th tr uk ur vi cy")
                    .split(" ")));

    /** The hint to send, if the model takes it. */
    Optional<String> hint(Optional<String> language) {
        return language.map(code -> code.toLowerCase(Locale.ROOT))
                .filter(code -> codes.isEmpty() || codes.contains(code));
    }
}
