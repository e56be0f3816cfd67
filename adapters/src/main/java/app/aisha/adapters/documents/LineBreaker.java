package app.aisha.adapters.documents;

import com.ibm.icu.text.ArabicShaping;
import com.ibm.icu.text.ArabicShapingException;
import com.ibm.icu.text.Bidi;
import com.ibm.icu.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Breaks text into lines where its script allows it, and inside a word only where that is longer than a line. Not
 * thread-safe.
 */
final class LineBreaker {

    private final BreakIterator letters;
    private final BreakIterator breaks;
    private final ArabicShaping shaping = new ArabicShaping(
            ArabicShaping.LETTERS_SHAPE | ArabicShaping.TEXT_DIRECTION_LOGICAL | ArabicShaping.LENGTH_GROW_SHRINK);

    LineBreaker(Locale language) {
        this.letters = BreakIterator.getCharacterInstance(language);
        this.breaks = BreakIterator.getLineInstance(language);
    }

    /** Line feeds in the text end a line. */
    List<Line> lines(String text, Typeface face, float size, float width) {
        var lines = new ArrayList<Line>();
        text.lines().forEach(line -> addLines(shaped(line), face, width / size, lines));
        return lines;
    }

    /** One line, ended by an ellipsis where the text is longer. */
    Line line(String text, Typeface face, float size, float width) {
        var letters = letters(shaped(text), face);
        var fromTheRight = isFromTheRight(text);
        if (Line.width(letters) * size <= width) {
            return Line.of(letters, fromTheRight);
        }
        var ellipsis = Letter.of(0, "…", face);
        var room = width / size - ellipsis.width();
        var end = 0;
        while (letters.get(end).width() <= room) {
            room -= letters.get(end).width();
            end++;
        }
        var start = letters.get(end).start();
        var kept = new ArrayList<>(letters.subList(0, end));
        kept.add(new Letter(start, ellipsis.text(), ellipsis.drawn(), true, ellipsis.width()));
        return Line.of(kept, fromTheRight);
    }

    private void addLines(String text, Typeface face, float width, List<Line> lines) {
        var all = letters(text, face);
        var fromTheRight = isFromTheRight(text);
        breaks.setText(text);
        var start = 0;
        while (start < all.size()) {
            var end = end(all, start, width);
            lines.add(Line.of(withoutSpace(all.subList(start, end), face), fromTheRight));
            start = end;
        }
    }

    /** Spaces at the end of a line need no room. */
    private int end(List<Letter> all, int start, float width) {
        var end = start;
        var lastBreak = start;
        var used = 0f;
        while (end < all.size()) {
            var letter = all.get(end);
            if (end > start && breaks.isBoundary(letter.start()) && !endsWithLoneLetter(all, start, end)) {
                lastBreak = end;
            }
            used += letter.width();
            if (used > width && !letter.isSpace()) {
                return lastBreak > start ? lastBreak : Math.max(end, start + 1);
            }
            end++;
        }
        return end;
    }

    /** A word of one letter goes with the next one. */
    private static boolean endsWithLoneLetter(List<Letter> all, int start, int end) {
        return end - start >= 2
                && all.get(end - 1).isSpace()
                && Character.isLetter(all.get(end - 2).text().codePointAt(0))
                && (end - start == 2 || all.get(end - 3).isSpace());
    }

    private static List<Letter> withoutSpace(List<Letter> line, Typeface face) {
        var end = line.size();
        while (end > 1 && line.get(end - 1).isSpace()) {
            end--;
        }
        var kept = new ArrayList<>(line.subList(0, end));
        kept.add(kept.removeLast().atLineEnd(face));
        return kept;
    }

    private List<Letter> letters(String text, Typeface face) {
        var all = new ArrayList<Letter>();
        letters.setText(text);
        var start = letters.first();
        for (var end = letters.next(); end != BreakIterator.DONE; end = letters.next()) {
            all.add(Letter.of(start, text.substring(start, end), face));
            start = end;
        }
        return all;
    }

    private String shaped(String text) {
        try {
            return shaping.shape(text);
        } catch (ArabicShapingException e) {
            throw new IllegalStateException("Only a text of fixed length can be too short", e);
        }
    }

    private static boolean isFromTheRight(String text) {
        return Bidi.getBaseDirection(text) == Bidi.RTL;
    }
}
