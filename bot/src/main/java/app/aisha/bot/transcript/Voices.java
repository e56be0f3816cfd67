package app.aisha.bot.transcript;

import app.aisha.bot.screen.Text;
import app.aisha.bot.screen.Texts;
import app.aisha.core.account.Language;
import app.aisha.core.transcript.Speakers;
import java.util.function.UnaryOperator;

/** What the voices of a recording are called. */
public final class Voices {

    private Voices() {}

    /** Label to name, in the words of the reader: as the owner chose, else by number. */
    public static UnaryOperator<String> of(Speakers speakers, Texts texts, Language language) {
        return label -> texts.plain(of(label, speakers), language);
    }

    static Text of(String label, Speakers speakers) {
        return speakers.name(label)
                .<Text>map(TranscriptText.Title::new)
                .orElseGet(() -> new TranscriptText.Voice(number(label)));
    }

    static int number(String label) {
        return Integer.parseInt(label.substring(1));
    }
}
