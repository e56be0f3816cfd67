package app.aisha.adapters.photos;

import app.aisha.core.avatar.PhotoProblem;
import java.io.Serial;

/** A photo is not taken, for this reason. */
final class Rejected extends Exception {

    @Serial
    private static final long serialVersionUID = 1;

    private final PhotoProblem problem;

    Rejected(PhotoProblem problem) {
        super(problem.name());
        this.problem = problem;
    }

    PhotoProblem problem() {
        return problem;
    }
}
