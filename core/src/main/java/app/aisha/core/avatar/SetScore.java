package app.aisha.core.avatar;

import app.aisha.core.avatar.PhotoInspector.Face;
import app.aisha.core.avatar.PhotoInspector.PhotoLook;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;

/**
 * How varied a set of photos is, and what is missing. A trainer learns from differences: what is the same in all photos
 * becomes part of the subject.
 *
 * @param points 0 to 100
 */
public record SetScore(int points, List<Missing> missing) {

    /** Brightest and darkest photo differ by less than this many of 255 steps. */
    private static final double SAME_LIGHT = 35;

    /** The largest face is less than this many times as high as the smallest. */
    private static final double SAME_DISTANCE = 1.6;

    /** Faces stand within this part of the picture's width. */
    private static final double SAME_PLACE = 0.12;

    /** The fingerprints of two photos differ in fewer bits than this, on average; unlike pictures differ in about 32. */
    private static final double SAME_SCENE = 22;

    public SetScore {
        missing = List.copyOf(missing);
    }

    /** What would make the set better, in the order of its worth. */
    public enum Missing {
        PHOTOS,
        DISTANCES,
        ANGLES,
        LIGHT,
        BACKGROUNDS
    }

    /**
     * Judges a set.
     *
     * @param enough how many photos are plenty
     */
    static SetScore of(List<PhotoLook> looks, int enough) {
        if (looks.isEmpty()) {
            return new SetScore(0, List.of(Missing.PHOTOS));
        }
        var missing = new ArrayList<Missing>();
        var points = 40 * Math.min(looks.size(), enough) / enough;
        if (looks.size() < enough) {
            missing.add(Missing.PHOTOS);
        }
        var faces = looks.stream()
                .flatMap(look -> look.faces().stream().filter(seen -> seen.size() == 1))
                .map(List::getFirst)
                .toList();
        points += judged(missing, Missing.DISTANCES, faces.isEmpty() || spread(faces) >= SAME_DISTANCE);
        points += judged(missing, Missing.ANGLES, faces.isEmpty() || places(faces) >= SAME_PLACE);
        var light = looks.stream().mapToDouble(PhotoLook::brightness).summaryStatistics();
        points += judged(missing, Missing.LIGHT, light.getMax() - light.getMin() >= SAME_LIGHT);
        points += judged(missing, Missing.BACKGROUNDS, difference(looks) >= SAME_SCENE);
        return new SetScore(points, missing);
    }

    private static int judged(List<Missing> missing, Missing aspect, boolean good) {
        if (!good) {
            missing.add(aspect);
        }
        return good ? 15 : 0;
    }

    private static double spread(List<Face> faces) {
        var heights = faces.stream().mapToDouble(Face::height).summaryStatistics();
        return heights.getMax() / heights.getMin();
    }

    private static double places(List<Face> faces) {
        DoubleSummaryStatistics middles = faces.stream()
                .mapToDouble(face -> face.left() + face.width() / 2)
                .summaryStatistics();
        return middles.getMax() - middles.getMin();
    }

    private static double difference(List<PhotoLook> looks) {
        var sum = 0L;
        var pairs = 0;
        for (var one = 0; one < looks.size(); one++) {
            for (var other = 0; other < one; other++) {
                sum += looks.get(one).picture().distance(looks.get(other).picture());
                pairs++;
            }
        }
        return pairs == 0 ? 0 : (double) sum / pairs;
    }
}
