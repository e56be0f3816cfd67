package app.aisha.core.avatar;

import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.core.avatar.PhotoInspector.Face;
import app.aisha.core.avatar.PhotoInspector.PhotoLook;
import app.aisha.core.avatar.SetScore.Missing;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PhotoRulesTest {

    private static final Face LARGE = new Face(0.3, 0.2, 0.3, 0.4);
    private static final Face TINY = new Face(0.9, 0.1, 0.05, 0.06);

    private static PhotoLook look(double brightness, double contrast, double sharpness, Face... faces) {
        return new PhotoLook(
                1_000,
                1_000,
                9,
                "digest",
                new PictureHash(0x5555_0000_FFFF_3333L, 0x1L),
                brightness,
                contrast,
                sharpness,
                Optional.of(List.of(faces)));
    }

    private static Optional<PhotoProblem> problem(PhotoLook look) {
        return PhotoRules.problem(look, TrainingType.PORTRAIT, List.of());
    }

    @Test
    void eachFaultHasItsName() {
        assertThat(problem(look(120, 40, 200, LARGE))).isEmpty();
        assertThat(problem(look(29, 40, 200, LARGE))).contains(PhotoProblem.TOO_DARK);
        assertThat(problem(look(221, 40, 200, LARGE))).contains(PhotoProblem.TOO_BRIGHT);
        assertThat(problem(look(120, 14, 200, LARGE))).contains(PhotoProblem.NO_CONTRAST);
        assertThat(problem(look(120, 40, 5, LARGE))).contains(PhotoProblem.BLURRED);
        assertThat(problem(look(120, 40, 200))).contains(PhotoProblem.NO_FACE);
        assertThat(problem(look(120, 40, 200, LARGE, LARGE))).contains(PhotoProblem.SEVERAL_FACES);
    }

    @Test
    void somebodySmallInTheBackgroundDoesNotCount() {
        assertThat(problem(look(120, 40, 200, LARGE, TINY))).isEmpty();
    }

    @Test
    void facesMatterForPortraitsAndWhereTheyCanBeSeen() {
        var unseen = AvatarExamples.look(7);
        assertThat(unseen.faces()).isEmpty();
        assertThat(problem(unseen)).isEmpty();
        assertThat(PhotoRules.problem(look(120, 40, 200), TrainingType.OBJECT, List.of()))
                .isEmpty();
        assertThat(PhotoRules.problem(look(120, 40, 200), TrainingType.STYLE, List.of()))
                .isEmpty();
    }

    @Test
    void theSameFileAndTheSamePictureAreFound() {
        var first = look(120, 40, 200, LARGE);
        var saved = new PhotoLook(
                900, 900, 7, "other", new PictureHash(0x5555_0000_FFFF_3331L, 0x2L), 120, 40, 200, first.faces());
        var mirrored = new PhotoLook(
                900, 900, 7, "third", new PictureHash(0x1L, 0x5555_0000_FFFF_3333L), 120, 40, 200, first.faces());

        assertThat(PhotoRules.problem(first, TrainingType.PORTRAIT, List.of(first)))
                .contains(PhotoProblem.SAME_FILE);
        assertThat(PhotoRules.problem(saved, TrainingType.PORTRAIT, List.of(first)))
                .contains(PhotoProblem.SAME_PICTURE);
        assertThat(PhotoRules.problem(mirrored, TrainingType.PORTRAIT, List.of(first)))
                .contains(PhotoProblem.SAME_PICTURE);
    }

    @Test
    void aSetOfTheSamePhotoLacksEverythingAndAVariedOneNothing() {
        var same =
                IntStream.range(0, 15).mapToObj(_ -> look(120, 40, 200, LARGE)).toList();
        var varied = IntStream.range(0, 15)
                .mapToObj(i -> new PhotoLook(
                        1_000,
                        1_000,
                        9,
                        "digest-" + i,
                        new PictureHash(i * 0x9E37_79B9_7F4A_7C15L, 0),
                        80 + i * 5,
                        40,
                        200,
                        Optional.of(List.of(new Face(0.03 * i, 0.2, 0.2, 0.1 + 0.02 * i)))))
                .toList();

        assertThat(SetScore.of(same, 15).missing())
                .containsExactly(Missing.DISTANCES, Missing.ANGLES, Missing.LIGHT, Missing.BACKGROUNDS);
        assertThat(SetScore.of(same, 15).points()).isEqualTo(40);
        assertThat(SetScore.of(varied, 15)).isEqualTo(new SetScore(100, List.of()));
        assertThat(SetScore.of(varied.subList(0, 5), 15).missing()).contains(Missing.PHOTOS);
        assertThat(SetScore.of(List.of(), 15)).isEqualTo(new SetScore(0, List.of(Missing.PHOTOS)));
    }
}
