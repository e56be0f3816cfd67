package app.aisha.core.picture;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The styles a picture can be made in: data that is edited without programming. Thread-safe; does not change while it runs. */
public interface StylePacks {

    /** All packs in the order of their file. */
    List<Pack> packs();

    Optional<Style> find(StyleId id);

    /** A JPEG that shows what the style looks like, copied to the target; false where there is none. */
    boolean preview(StyleId id, Path target);

    /**
     * Styles that belong together.
     *
     * @param id lower-case letters, digits and dashes
     */
    record Pack(String id, Names names, List<Style> styles) {

        public Pack {
            styles = List.copyOf(styles);
        }
    }

    /**
     * A way a picture can look.
     *
     * @param prompt in English, with {@link Wording#SLOT} exactly once
     * @param readings the same for people, by language
     */
    record Style(StyleId id, Names names, String prompt, Names readings) {

        /** The words of the style for a reader of this language. */
        public Wording wording(Locale reader) {
            return new Wording(prompt, Optional.of(readings.in(reader)).filter(reading -> !reading.isBlank()));
        }
    }

    /** The same in all languages of Aisha. */
    record Names(Map<String, String> byLanguage) {

        public Names {
            byLanguage = Map.copyOf(byLanguage);
        }

        /** In the language, else in English. */
        public String in(Locale language) {
            var named = byLanguage.get(language.getLanguage());
            return named == null ? byLanguage.getOrDefault("en", "") : named;
        }
    }
}
