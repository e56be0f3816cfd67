package app.aisha.simulators.openai;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What uploads are answered with: the words of registered recordings, or texts set by hand. Thread-safe. */
final class Script {
    private final List<Recording> recordings = new CopyOnWriteArrayList<>();
    private final Deque<Text> texts = new ArrayDeque<>();
    private @Nullable String always;

    private record Recording(Locator locator, List<Word> words) {}

    private record Text(String text, int times) {}

    /**
     * A stretch of a registered recording.
     *
     * @param words with times relative to the upload
     * @param offset second of the recording at which the upload begins
     */
    record Located(List<Word> words, double offset) {
        String text() {
            return words.stream().map(Word::text).collect(Collectors.joining(" "));
        }
    }

    void register(Sound reference, List<Word> words) {
        recordings.add(new Recording(new Locator(reference), List.copyOf(words)));
    }

    void forgetRecordings() {
        recordings.clear();
    }

    Optional<Located> locate(Sound upload) {
        return recordings.stream()
                .flatMap(recording ->
                        recording.locator.locate(upload).map(match -> new Found(recording, match)).stream())
                .max(Comparator.comparingDouble(found -> found.match.score()))
                .map(Found::located);
    }

    private record Found(Recording recording, Locator.Match match) {
        Located located() {
            var heard = recording.words.stream()
                    .filter(word -> word.touches(match.start(), match.end()))
                    .map(word ->
                            word.within(match.start(), match.end()) ? word : word.fragment(match.start(), match.end()))
                    .filter(word -> !word.text().isEmpty())
                    .map(word -> word.shifted(-match.shift()))
                    .toList();
            return new Located(heard, match.shift());
        }
    }

    /** The next {@code times} unscripted uploads get this text; for good when {@code times} is null. */
    synchronized void say(String text, @Nullable Integer times) {
        if (times == null) {
            always = text;
        } else {
            texts.add(new Text(text, times));
        }
    }

    synchronized void forgetTexts() {
        texts.clear();
        always = null;
    }

    synchronized Optional<String> nextText() {
        var next = texts.poll();
        if (next == null) {
            return Optional.ofNullable(always);
        }
        if (next.times > 1) {
            texts.addFirst(new Text(next.text, next.times - 1));
        }
        return Optional.of(next.text);
    }
}
