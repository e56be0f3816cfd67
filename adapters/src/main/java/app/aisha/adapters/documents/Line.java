package app.aisha.adapters.documents;

import com.ibm.icu.text.Bidi;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A line of text, ready to be drawn from left to right.
 *
 * @param width in shares of the font size
 * @param fromTheRight whether it stands at the right edge
 */
record Line(List<Part> parts, float width, boolean fromTheRight) {

    /**
     * Letters that are drawn at once.
     *
     * @param text what they mean, in the order of reading
     * @param complete whether the drawing says the same
     */
    record Part(String drawn, String text, boolean complete) {}

    static Line of(List<Letter> letters, boolean fromTheRight) {
        var text = letters.stream().map(Letter::text).collect(Collectors.joining());
        var parts = Bidi.requiresBidi(text.toCharArray(), 0, text.length())
                ? partsInBothDirections(letters, text, fromTheRight)
                : parts(letters, false);
        return new Line(parts, width(letters), fromTheRight);
    }

    static float width(List<Letter> letters) {
        return (float) letters.stream().mapToDouble(Letter::width).sum();
    }

    private static List<Part> partsInBothDirections(List<Letter> letters, String text, boolean fromTheRight) {
        var bidi = new Bidi(text, fromTheRight ? Bidi.DIRECTION_RIGHT_TO_LEFT : Bidi.DIRECTION_LEFT_TO_RIGHT);
        var offset = letters.getFirst().start();
        var parts = new ArrayList<Part>();
        for (var i = 0; i < bidi.countRuns(); i++) {
            var run = bidi.getVisualRun(i);
            var start = offset + run.getStart();
            var end = offset + run.getLimit();
            var ofRun = letters.stream()
                    .filter(letter -> letter.start() >= start && letter.start() < end)
                    .toList();
            parts.addAll(parts(ofRun, run.isOddRun()));
        }
        return parts;
    }

    private static List<Part> parts(List<Letter> letters, boolean fromTheRight) {
        var parts = new ArrayList<Part>();
        var first = 0;
        for (var next = 1; next <= letters.size(); next++) {
            if (next == letters.size()
                    || letters.get(next).complete() != letters.get(first).complete()) {
                parts.add(part(letters.subList(first, next), fromTheRight));
                first = next;
            }
        }
        return fromTheRight ? parts.reversed() : parts;
    }

    private static Part part(List<Letter> letters, boolean fromTheRight) {
        var drawn = fromTheRight ? letters.reversed().stream().map(Letter::mirrored) : letters.stream();
        return new Part(
                drawn.map(Letter::drawn).collect(Collectors.joining()),
                letters.stream().map(Letter::text).collect(Collectors.joining()),
                letters.getFirst().complete());
    }
}
