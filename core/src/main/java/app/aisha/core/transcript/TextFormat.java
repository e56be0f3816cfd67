package app.aisha.core.transcript;

import java.util.Arrays;
import java.util.Locale;

/** A kind of file that holds text instead of sound. */
public enum TextFormat {
    TXT,
    SRT,
    VTT,
    DOCX;

    /** What {@link Original#container} is called. */
    public String container() {
        return name().toLowerCase(Locale.ROOT);
    }

    static boolean isContainer(String container) {
        return Arrays.stream(values()).anyMatch(format -> format.container().equals(container));
    }
}
