package app.aisha.core.transcript;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Puts the pieces of a recording together. Where a piece repeats the last seconds of the one before (a forced cut), words
 * heard twice are kept once; an ellipsis that a model wrote because the sound stopped is dropped where the text goes on.
 */
final class PieceJoiner {

    private static final Pattern ELLIPSIS = Pattern.compile("\\s*(…|\\.\\.\\.)\\s*$");

    private PieceJoiner() {}

    /**
     * What was heard in one piece.
     *
     * @param said may be empty, when nothing was said or heard
     * @param repeats whether its beginning was heard at the end of the part before too
     */
    record Part(Utterance said, boolean repeats) {}

    /** What each part adds to the whole, in order and as many as there are parts. */
    static List<Utterance> untangle(List<Part> parts) {
        var all = new ArrayList<Utterance>();
        var before = -1;
        for (var part : parts) {
            all.add(part.said());
            var last = all.size() - 1;
            if (part.said().isEmpty()) {
                continue;
            }
            if (part.repeats() && before >= 0 && before == last - 1) {
                sew(all, before, last);
            }
            if (before >= 0 && !all.get(last).isEmpty()) {
                all.set(before, withoutEllipsis(all.get(before)));
            }
            before = all.get(last).isEmpty() ? before : last;
        }
        return List.copyOf(all);
    }

    private static void sew(List<Utterance> all, int before, int last) {
        var seam = Seam.of(all.get(before).text(), all.get(last).text());
        all.set(before, all.get(before).upTo(seam.endOfBefore(), seam.word()));
        all.set(last, all.get(last).from(seam.startOfAfter()));
    }

    private static Utterance withoutEllipsis(Utterance said) {
        var ellipsis = ELLIPSIS.matcher(said.text());
        return ellipsis.find() ? said.upTo(ellipsis.start(), "") : said;
    }
}
