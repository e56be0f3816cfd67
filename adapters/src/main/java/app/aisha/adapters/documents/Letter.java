package app.aisha.adapters.documents;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;

/**
 * What a reader takes for one letter: a base with its marks, or an emoji of several code points.
 *
 * @param start where it begins in the text
 * @param text as it stands in the text
 * @param drawn what the font draws for it; may be empty
 * @param complete whether the font draws all of it
 * @param width in shares of the font size
 */
record Letter(int start, String text, String drawn, boolean complete, float width) {

    private static final String BOX = "□";
    private static final String SOFT_HYPHEN = "\u00AD";

    static Letter of(int start, String text, Typeface face) {
        var drawn = new StringBuilder(text.length());
        var complete = true;
        for (var character : text.codePoints().toArray()) {
            if (UCharacter.hasBinaryProperty(character, UProperty.DEFAULT_IGNORABLE_CODE_POINT)) {
                continue;
            }
            if (face.has(character)) {
                drawn.appendCodePoint(character);
            } else if (UCharacter.isUWhiteSpace(character)) {
                drawn.append(' ');
            } else {
                complete = false;
            }
        }
        if (!complete && drawn.isEmpty()) {
            drawn.append(BOX);
        }
        return new Letter(start, text, drawn.toString(), complete, face.width(drawn.toString()));
    }

    boolean isSpace() {
        return text.equals(" ");
    }

    /** As it looks at the end of a line. */
    Letter atLineEnd(Typeface face) {
        return text.equals(SOFT_HYPHEN) ? new Letter(start, text, "-", true, face.width("-")) : this;
    }

    /** As it looks in text from right to left: brackets open to the other side. */
    Letter mirrored() {
        var character = text.codePointAt(0);
        var other = UCharacter.getMirror(character);
        return other == character || !drawn.equals(text)
                ? this
                : new Letter(start, text, Character.toString(other), complete, width);
    }
}
