package app.aisha.core.transcript;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Puts the texts of the pieces of a recording together. Where a piece repeats the last seconds of the one before (a forced
 * cut), words heard twice are kept once; an ellipsis that a model wrote because the sound stopped is dropped where the text
 * goes on.
 */
public final class PieceJoiner {

    private PieceJoiner() {}

    /**
     * The text of one piece.
     *
     * @param text may be blank, when nothing was said or heard
     * @param repeats whether its beginning was heard at the end of the part before too
     */
    public record Part(String text, boolean repeats) {}

    /** The whole text. */
    public static String join(List<Part> parts) {
        return untangle(parts).stream().filter(text -> !text.isEmpty()).collect(Collectors.joining(" "));
    }

    /** What each part adds to the whole, in order and as many as there are parts; blank parts stay blank. */
    public static List<String> untangle(List<Part> parts) {
        var texts = new ArrayList<String>();
        var before = -1;
        for (var part : parts) {
            var text = part.text().strip();
            texts.add(text);
            var last = texts.size() - 1;
            if (text.isEmpty()) {
                continue;
            }
            if (part.repeats() && before >= 0 && before == last - 1) {
                var seam = Seam.of(texts.get(before), text);
                texts.set(before, seam.before());
                texts.set(last, seam.after());
            }
            if (before >= 0 && !texts.get(last).isEmpty()) {
                texts.set(before, withoutEllipsis(texts.get(before)));
            }
            before = texts.get(last).isEmpty() ? before : last;
        }
        return List.copyOf(texts);
    }

    private static String withoutEllipsis(String text) {
        return text.replaceAll("\\s*(…|\\.\\.\\.)\\s*$", "");
    }
}
