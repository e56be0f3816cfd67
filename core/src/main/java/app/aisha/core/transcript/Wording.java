package app.aisha.core.transcript;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What was said in a recording.
 *
 * @param text paragraphs separated by an empty line; empty where nobody spoke
 * @param language ISO 639-1 code, where the recogniser told
 * @param lost how many pieces could not be recognised; each is marked in the text with its time codes
 */
public record Wording(String text, Optional<String> language, int lost) {

    private static final int MESSAGE_CAPACITY = 3_000;
    private static final Pattern WORD = Pattern.compile("\\S+");

    /** Whether the whole text can be shown inside one chat message, which holds 4096 characters with all around it. */
    public boolean fitsMessage() {
        return fitsMessage(text);
    }

    /** Whether this text can. */
    public static boolean fitsMessage(String text) {
        return text.length() <= MESSAGE_CAPACITY;
    }

    public int words() {
        return (int) WORD.matcher(text).results().count();
    }
}
