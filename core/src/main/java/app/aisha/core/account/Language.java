package app.aisha.core.account;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A language Aisha speaks. */
public enum Language {
    RU,
    EN;

    /**
     * The language for an IETF tag such as Telegram's {@code language_code}: Russian for {@code ru} and its regional
     * forms, English for everything else and for none.
     */
    public static Language of(@Nullable String tag) {
        return tag != null && Locale.forLanguageTag(tag).getLanguage().equals("ru") ? RU : EN;
    }

    public Locale locale() {
        return switch (this) {
            case RU -> Locale.of("ru");
            case EN -> Locale.of("en");
        };
    }
}
