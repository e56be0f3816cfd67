package app.aisha.simulators.openai;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Finds from where in a recording a stretch of sound was cut, whatever codec it went through since. */
final class Locator {
    private static final double ACCEPTED = 0.7;
    private static final double ACCEPTED_SHORT = 0.8;
    private static final int MARGIN = frames(1);
    private static final int COARSE = 5;
    private static final int COARSE_FROM = frames(4);
    private static final int COARSE_QUERY = frames(60) / COARSE;
    private static final int CANDIDATES = 12;
    private static final int QUIET_EDGE = 5;

    private final Sound reference;
    private final Track fine;
    private final Track coarse;

    Locator(Sound reference) {
        this.reference = reference;
        this.fine = reference.track(-MARGIN, reference.frames() + MARGIN);
        this.coarse = fine.coarse(COARSE);
    }

    private static int frames(int seconds) {
        return seconds * Sound.FRAMES_PER_SECOND;
    }

    /**
     * A stretch found.
     *
     * @param start second of the recording at which the agreement begins
     * @param end second of the recording at which it ends
     * @param shift what to add to a time of the upload to get a time of the recording
     * @param score 1 for an exact copy
     */
    record Match(double start, double end, double shift, double score) {}

    private record Spot(int at, double score) {}

    /** Empty when nothing in the recording is alike enough. Silence around the stretch does not matter. */
    Optional<Match> locate(Sound stretch) {
        return locate(stretch, 0).or(() -> locate(stretch, QUIET_EDGE));
    }

    /**
     * Looks for the part of the stretch where something is heard.
     *
     * @param edge frames of the silence around it to look for as well: a single steady tone has no other shape
     */
    private Optional<Match> locate(Sound stretch, int edge) {
        int from = Math.max(0, stretch.firstHeard() - edge);
        int to = Math.min(stretch.frames(), stretch.lastHeard() + edge);
        if (to <= from || to - from > fine.frames()) {
            return Optional.empty();
        }
        double accepted = to - from < COARSE_FROM ? ACCEPTED_SHORT : ACCEPTED;
        return best(stretch.track(from, to))
                .filter(spot -> spot.score >= accepted)
                .map(spot -> match(stretch, spot.at - MARGIN - from, spot.score));
    }

    private Optional<Spot> best(Track query) {
        var centred = query.centred();
        if (query.frames() < COARSE_FROM) {
            return search(fine, centred, 0, fine.frames()).stream().findFirst();
        }
        var rough = query.coarse(COARSE).first(COARSE_QUERY).centred();
        return search(coarse, rough, 0, coarse.frames()).stream()
                .flatMap(spot -> search(fine, centred, (spot.at - 2) * COARSE, (spot.at + 2) * COARSE + 1).stream())
                .max(Comparator.comparingDouble(Spot::score));
    }

    /** The best spots, best first, no two of them neighbours. */
    private static List<Spot> search(Track track, Track query, int from, int to) {
        int first = Math.max(0, from);
        int last = Math.min(to - 1, track.frames() - query.frames());
        var peaks = new ArrayList<Spot>();
        double before = -2;
        double here = first <= last ? track.score(query, first) : -2;
        for (int at = first; at <= last; at++) {
            double after = at < last ? track.score(query, at + 1) : -2;
            if (here >= before && here >= after) {
                peaks.add(new Spot(at, here));
            }
            before = here;
            here = after;
        }
        return peaks.stream()
                .sorted(Comparator.comparingDouble(Spot::score).reversed())
                .limit(CANDIDATES)
                .toList();
    }

    private Match match(Sound stretch, int shift, double score) {
        int from = stretch.firstHeard();
        int to = stretch.lastHeard();
        while (from > 0 && reference.silent(from - 1 + shift)) {
            from--;
        }
        while (to < stretch.frames() && reference.silent(to + shift)) {
            to++;
        }
        return new Match(seconds(from + shift), seconds(to + shift), seconds(shift), score);
    }

    private static double seconds(int frames) {
        return (double) frames / Sound.FRAMES_PER_SECOND;
    }
}
