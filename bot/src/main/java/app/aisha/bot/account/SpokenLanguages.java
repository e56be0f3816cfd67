package app.aisha.bot.account;

import app.aisha.core.account.Language;
import com.ibm.icu.util.ULocale;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Languages by their ISO 639-1 codes and by the names people give them. */
public final class SpokenLanguages {

    private static final List<String> GENERIC_WORDS = List.of(" язык", " language", " тілі");

    /** Moldavian and Serbo-Croatian, still listed by the JDK. */
    private static final Set<String> WITHDRAWN = Set.of("mo", "sh");

    /** Filled when it is first needed. */
    private static final class Names {

        private static final Lexicon<String> ALL = all();

        private static Lexicon<String> all() {
            var names = new Lexicon<String>();
            codes().forEach(code -> {
                names.add(code, code);
                names.add(Locale.of(code).getISO3Language(), code);
                names.add(ownName(code), code);
                names.add(withoutGenericWord(ownName(code)), code);
                for (var language : Language.values()) {
                    names.add(nameOf(code, language), code);
                }
            });
            return names;
        }

        /** With the codes of today in place of withdrawn ones. */
        private static Stream<String> codes() {
            return Arrays.stream(Locale.getISOLanguages())
                    .map(code -> Locale.of(code).getLanguage())
                    .filter(code -> code.length() == 2 && !WITHDRAWN.contains(code))
                    .distinct();
        }
    }

    private SpokenLanguages() {}

    /** Those with this code or name; also “русский язык” and {@code pt-BR}. */
    public static Set<String> called(String words) {
        var exactly = Names.ALL.called(words);
        if (!exactly.isEmpty()) {
            return exactly;
        }
        return Names.ALL.called(
                words.strip().matches("[A-Za-z]{2}[-_]\\w{2,8}")
                        ? words.strip().substring(0, 2)
                        : withoutGenericWord(words.strip()));
    }

    /** Those a person may have meant. */
    static Set<String> like(String words) {
        return Names.ALL.like(words);
    }

    /** As speakers of that language call it. */
    public static String ownName(String code) {
        return capitalised(ULocale.getDisplayLanguage(code, code), Locale.of(code));
    }

    /** As it is called in one of the languages of the bot. */
    public static String nameOf(String code, Language language) {
        return ULocale.getDisplayLanguage(code, language.locale().getLanguage());
    }

    private static String withoutGenericWord(String name) {
        return GENERIC_WORDS.stream()
                .filter(word -> name.toLowerCase(Locale.ROOT).endsWith(word))
                .findFirst()
                .map(word -> name.substring(0, name.length() - word.length()))
                .orElse(name);
    }

    private static String capitalised(String name, Locale locale) {
        var end = name.offsetByCodePoints(0, 1);
        return name.substring(0, end).toUpperCase(locale) + name.substring(end);
    }
}
