package app.aisha.core.avatar;

import app.aisha.core.avatar.PhotoInspector.Face;
import app.aisha.core.avatar.PhotoInspector.PhotoLook;
import java.util.List;
import java.util.Optional;

/** Which photos are fit for training. The bounds of light are those people were used to; luminance is 0 to 255. */
final class PhotoRules {

    private static final double DARKEST = 30;
    private static final double BRIGHTEST = 220;
    private static final double FLATTEST = 15;
    private static final double MOST_BLURRED = 15;

    /** Smaller ones are people in the background. */
    private static final double SECOND_FACE = 0.5;

    private PhotoRules() {}

    /**
     * What is wrong with a photo; empty where nothing is.
     *
     * @param others the usable photos of its set
     */
    static Optional<PhotoProblem> problem(PhotoLook look, TrainingType type, List<PhotoLook> others) {
        if (others.stream().anyMatch(other -> other.digest().equals(look.digest()))) {
            return Optional.of(PhotoProblem.SAME_FILE);
        }
        if (look.brightness() < DARKEST) {
            return Optional.of(PhotoProblem.TOO_DARK);
        }
        if (look.brightness() > BRIGHTEST) {
            return Optional.of(PhotoProblem.TOO_BRIGHT);
        }
        if (look.contrast() < FLATTEST) {
            return Optional.of(PhotoProblem.NO_CONTRAST);
        }
        if (others.stream().anyMatch(other -> look.picture().isSameAs(other.picture()))) {
            return Optional.of(PhotoProblem.SAME_PICTURE);
        }
        if (look.sharpness() < MOST_BLURRED) {
            return Optional.of(PhotoProblem.BLURRED);
        }
        return type == TrainingType.PORTRAIT ? look.faces().flatMap(PhotoRules::faceProblem) : Optional.empty();
    }

    private static Optional<PhotoProblem> faceProblem(List<Face> faces) {
        if (faces.isEmpty()) {
            return Optional.of(PhotoProblem.NO_FACE);
        }
        var largest = faces.stream().mapToDouble(Face::height).max().orElseThrow();
        var persons = faces.stream()
                .filter(face -> face.height() >= largest * SECOND_FACE)
                .count();
        return persons > 1 ? Optional.of(PhotoProblem.SEVERAL_FACES) : Optional.empty();
    }
}
