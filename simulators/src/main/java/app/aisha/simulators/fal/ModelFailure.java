package app.aisha.simulators.fal;

import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** A model will not or cannot do what it was asked. */
final class ModelFailure extends Exception {
    private static final long serialVersionUID = 1;

    private final transient List<Problem> problems;

    ModelFailure(List<Problem> problems) {
        super(problems.getFirst().type());
        this.problems = List.copyOf(problems);
    }

    ModelFailure(Problem problem) {
        this(List.of(problem));
    }

    ObjectNode body() {
        return Problem.body(problems);
    }
}
