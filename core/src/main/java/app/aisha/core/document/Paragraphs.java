package app.aisha.core.document;

import app.aisha.core.document.Block.ListItem;
import java.io.IOException;

/** The parts of a document below each other, an empty line between all but neighbours in a list. */
final class Paragraphs {

    private final Appendable out;
    private boolean empty = true;

    private Paragraphs(Appendable out) {
        this.out = out;
    }

    static void render(TextDocument document, Wording wording, Appendable out) throws IOException {
        var paragraphs = new Paragraphs(out);
        if (!document.title().isEmpty()) {
            paragraphs.add(wording.title(document.title()), false);
        }
        var inList = false;
        for (var fact : document.facts()) {
            paragraphs.add(wording.fact(fact), inList);
            inList = true;
        }
        inList = false;
        for (var block : document.blocks()) {
            var isItem = block instanceof ListItem;
            paragraphs.add(wording.block(block), inList && isItem);
            inList = isItem;
        }
    }

    private void add(String text, boolean continuesList) throws IOException {
        if (!empty && !continuesList) {
            out.append('\n');
        }
        out.append(text).append('\n');
        empty = false;
    }

    /** How each part is written, without the line end. */
    interface Wording {

        String title(String title);

        String fact(Fact fact);

        String block(Block block);
    }
}
