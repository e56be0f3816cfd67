package app.aisha.core.picture;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes what the test says, and remembers what it was asked. */
final class ScriptedWriter implements PromptWriter {

    /** What is answered to a request. */
    @FunctionalInterface
    interface Script {

        Answer answer(Request request) throws WriterUnavailable;
    }

    static final Wording WRITTEN = new Wording("{subject} by a lake", Optional.of("у озера"));

    final List<Request> asked = new ArrayList<>();
    Script script = _ -> new Answer.Written(WRITTEN);

    void isAway(Duration pause) {
        script = _ -> {
            throw new WriterUnavailable("the writer is away", pause);
        };
    }

    @Override
    public Answer write(Request request) throws WriterUnavailable {
        asked.add(request);
        return script.answer(request);
    }
}
