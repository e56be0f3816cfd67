package app.aisha.core.transcript;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Answers as the test says, and remembers every clip it was sent and the languages it was told. */
public final class ScriptedTranscriber implements Transcriber {

    /** What is answered to a clip. */
    @FunctionalInterface
    public interface Script {

        Hearing answer(Clip clip) throws TranscriberUnavailable, InterruptedException;
    }

    private final List<Clip> sent = new ArrayList<>();
    private final Set<Optional<String>> languages = new HashSet<>();
    private final Set<List<String>> vocabularies = new HashSet<>();
    private volatile boolean takesWholeFiles = true;
    private volatile Script script = clip -> heard("heard");

    public static Hearing heard(String text) {
        return new Hearing.Heard(text, Optional.of("ru"), List.of());
    }

    public static Hearing refused() {
        return new Hearing.Refused("not this one");
    }

    public static TranscriberUnavailable away(Duration pause) {
        return new TranscriberUnavailable("the recogniser is away", pause, false);
    }

    public void answers(Script script) {
        this.script = script;
    }

    /** Refuses whole files and answers to pieces as the script for their indices says. */
    public void answersPieces(Script script) {
        takesWholeFiles = false;
        this.script = script;
    }

    public synchronized List<Clip> sent() {
        return List.copyOf(sent);
    }

    /** The different hints that came with the clips. */
    public synchronized Set<Optional<String>> languagesTold() {
        return Set.copyOf(languages);
    }

    /** The different vocabularies that came with the clips. */
    public synchronized Set<List<String>> vocabulariesTold() {
        return Set.copyOf(vocabularies);
    }

    /** The indices of the pieces it was sent, in the order of the recording. */
    public List<Integer> piecesSent() {
        return sent().stream()
                .filter(Clip.Piece.class::isInstance)
                .map(ScriptedTranscriber::indexOf)
                .sorted()
                .toList();
    }

    public static int indexOf(Clip clip) {
        return clip instanceof Clip.Piece(var piece) ? piece.index() : -1;
    }

    @Override
    public Hearing transcribe(Clip clip, Hints hints) throws TranscriberUnavailable, InterruptedException {
        synchronized (this) {
            sent.add(clip);
            languages.add(hints.language());
            vocabularies.add(hints.vocabulary());
        }
        return script.answer(clip);
    }

    @Override
    public boolean acceptsAsIs(String container, Duration length, long bytes) {
        return takesWholeFiles && length.compareTo(Duration.ofSeconds(90)) <= 0;
    }
}
