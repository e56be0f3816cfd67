package app.aisha.simulators.fal;

import java.util.List;

/** A request is refused; carries the answer the real server would give. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Reply.Whole reply;

    Refusal(Reply.Whole reply) {
        super("refused with " + reply.status(), null, false, false);
        this.reply = reply;
    }

    Refusal(int status, String detail) {
        this(Reply.detail(status, detail));
    }

    static Refusal methodNotAllowed(String allowed) {
        return new Refusal(Reply.detail(405, "Method Not Allowed").with("Allow", allowed));
    }

    static Refusal invalid(Problem problem) {
        return new Refusal(Reply.json(422, Problem.body(List.of(problem))));
    }

    Reply.Whole reply() {
        return reply;
    }
}
