package app.aisha.core.digest;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Answers as the test says, and remembers every call. */
public final class ScriptedDigester implements Digester {

    /** What is answered to a call. */
    @FunctionalInterface
    public interface Script {

        Answer answer(Request request, Excerpt excerpt) throws DigesterUnavailable, InterruptedException;
    }

    /** What it was asked. */
    public record Call(Request request, Excerpt excerpt) {}

    private final List<Call> calls = new ArrayList<>();
    private volatile int capacity = 100_000;
    private volatile Script script = (_, _) -> new Answer.Garbled();

    public static DigesterUnavailable away(Duration pause) {
        return new DigesterUnavailable("the model is away", pause, false);
    }

    public static Answer written(Draft draft) {
        return new Answer.Written(draft);
    }

    public void answers(Script script) {
        this.script = script;
    }

    public void holds(int characters) {
        capacity = characters;
    }

    public synchronized List<Call> calls() {
        return List.copyOf(calls);
    }

    @Override
    public Answer write(Request request, Excerpt excerpt) throws DigesterUnavailable, InterruptedException {
        synchronized (this) {
            calls.add(new Call(request, excerpt));
        }
        return script.answer(request, excerpt);
    }

    @Override
    public int capacity() {
        return capacity;
    }

    @Override
    public String model() {
        return "scripted";
    }
}
