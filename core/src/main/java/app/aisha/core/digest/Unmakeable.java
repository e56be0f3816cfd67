package app.aisha.core.digest;

/** Nothing can be made of the transcript, also not later. */
final class Unmakeable extends Exception {

    private final DigestProblem problem;

    Unmakeable(DigestProblem problem) {
        super(problem.name());
        this.problem = problem;
    }

    DigestProblem problem() {
        return problem;
    }
}
