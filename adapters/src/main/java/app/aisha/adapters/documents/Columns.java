package app.aisha.adapters.documents;

import app.aisha.core.document.Block;
import app.aisha.core.document.Block.Heading;
import app.aisha.core.document.Block.ListItem;
import app.aisha.core.document.Block.Paragraph;
import app.aisha.core.document.Block.Speech;
import app.aisha.core.document.TextDocument;

/**
 * Where text stands on the paper, in points: in the middle, or a little to the right where time codes stand before it.
 *
 * @param left edge of the text
 */
record Columns(float left) {

    /** Some 75 letters. */
    static final float WIDTH = 414;

    private static final float ROOM_FOR_TIME = 52;
    private static final float MARGIN = (Pages.PAPER.getWidth() - WIDTH) / 2;
    private static final float SHIFT = 18;

    static Columns of(TextDocument document) {
        return new Columns(document.blocks().stream().anyMatch(Columns::isTimed) ? MARGIN + SHIFT : MARGIN);
    }

    float right() {
        return left + WIDTH;
    }

    float time() {
        return left - ROOM_FOR_TIME;
    }

    private static boolean isTimed(Block block) {
        return switch (block) {
            case Heading _ -> false;
            case Paragraph paragraph -> paragraph.at().isPresent();
            case Speech _ -> true;
            case ListItem item -> item.at().isPresent();
        };
    }
}
