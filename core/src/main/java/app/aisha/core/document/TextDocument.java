package app.aisha.core.document;

import app.aisha.core.document.Block.Speech;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A transcript or something made of it, free of any format.
 *
 * <p>All text in it is cleaned: control characters, broken surrogates (which become U+FFFD), marks that override the
 * direction of writing, and repeated spaces are gone, so every format can carry what remains. Facts and blocks without
 * visible text are left out.
 *
 * @param title one line, may be empty
 * @param language of the text; {@link Locale#ROOT} where nobody knows
 */
public record TextDocument(String title, Locale language, List<Fact> facts, List<Block> blocks) {

    public TextDocument {
        title = CleanText.line(title);
        facts = facts.stream().filter(fact -> CleanText.isVisible(fact.value())).toList();
        blocks = blocks.stream()
                .filter(block -> CleanText.isVisible(block.text()))
                .toList();
    }

    /** What it can be written as: subtitles only where somebody speaks at a known time. */
    public Set<DocumentFormat> formats() {
        var formats = EnumSet.allOf(DocumentFormat.class);
        if (blocks.stream().noneMatch(Speech.class::isInstance)) {
            formats.removeIf(DocumentFormat::isSubtitles);
        }
        return formats;
    }
}
