package app.aisha.bot.transcript;

import app.aisha.bot.screen.Shortened;
import app.aisha.bot.screen.Texts;
import app.aisha.core.account.Language;
import app.aisha.core.transcript.Paragraph;
import app.aisha.core.transcript.Passage;
import app.aisha.core.transcript.Passages;
import app.aisha.core.transcript.Transcript;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What was said, and by whom where that is known. */
public final class SpokenWords {

    private static final int ENOUGH_TO_KNOW_A_VOICE = 60;
    private static final int LONGEST_SAMPLE = 90;

    private final Passages passages;
    private final Texts texts;

    public SpokenWords(Passages passages, Texts texts) {
        this.passages = passages;
        this.texts = texts;
    }

    /** The whole text; where voices are known, each paragraph begins with whose it is. */
    String of(Transcript.Ready ready, Language language) {
        return ready.speakers().areKnown()
                ? Paragraph.text(passages.of(ready.id()), Voices.of(ready.speakers(), texts, language))
                : ready.wording().text();
    }

    /** By what a person may recognise the voice of a label: its first words. */
    UnaryOperator<String> samples(Transcript.Ready ready) {
        var all = passages.of(ready.id());
        return label -> sample(all, label);
    }

    private static String sample(List<Passage> all, String label) {
        var said = all.stream()
                .filter(passage -> passage.speaker().equals(Optional.of(label)))
                .map(Passage::text)
                .toList();
        return Shortened.to(
                LONGEST_SAMPLE,
                said.stream()
                        .filter(text -> text.length() >= ENOUGH_TO_KNOW_A_VOICE)
                        .findFirst()
                        .orElseGet(() -> String.join(" ", said)));
    }
}
