package app.aisha.bot.privacy;

import java.util.Optional;

/**
 * Services that are not on this machine, by the names of their hosts; empty where the work is done here.
 *
 * @param speech hears recordings
 * @param words reads transcripts, answers, describes
 * @param pictures trains and paints
 */
public record Elsewheres(Optional<String> speech, Optional<String> words, Optional<String> pictures) {

    boolean isNowhere() {
        return speech.isEmpty() && words.isEmpty() && pictures.isEmpty();
    }
}
