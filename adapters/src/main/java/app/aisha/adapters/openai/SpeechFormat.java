package app.aisha.adapters.openai;

import java.util.Locale;

/** Forms of an answer that are asked for, the one that tells most first. */
enum SpeechFormat {
    DIARIZED_JSON,
    VERBOSE_JSON,
    JSON,
    TEXT;

    /** The value of {@code response_format}. */
    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether times are told. */
    boolean timed() {
        return this == DIARIZED_JSON || this == VERBOSE_JSON;
    }
}
