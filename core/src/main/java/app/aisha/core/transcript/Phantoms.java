package app.aisha.core.transcript;

import static java.util.stream.Collectors.joining;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * Removes what recognisers invent: words where there was hardly a voice, the captions they learnt films with, the same words
 * over and over, and the vocabulary they were given read back. What was really said stays as it is.
 */
final class Phantoms {

    private static final Duration SHORTEST_SPEECH = Duration.ofMillis(300);
    private static final int SHORTEST_ECHO = 3;
    private static final int LONGEST_LOOP = 6;
    private static final int REPETITIONS = 4;
    private static final List<String> CAPTIONS = captions();

    private Phantoms() {}

    /**
     * The text without inventions; empty when nothing else is left.
     *
     * @param voiced how much of the sound was not silence
     * @param vocabulary what the recogniser was told beforehand
     */
    static String removedFrom(String text, Duration voiced, List<String> vocabulary) {
        if (voiced.compareTo(SHORTEST_SPEECH) < 0) {
            return "";
        }
        var once = withoutLoops(text);
        return isCaption(once) || isEcho(once, vocabulary) ? "" : once;
    }

    /** Of one to six words said four times or more in a row, one time is left. */
    private static String withoutLoops(String text) {
        var words = HeardWord.all(text);
        var kept = new StringBuilder();
        var copied = 0;
        for (var at = 0; at < words.size(); ) {
            var loop = loopAt(words, at);
            if (loop.isEmpty()) {
                at++;
            } else {
                var first = words.get(at).start();
                kept.append(text, copied, first);
                copied = words.get(loop.from() - loop.length()).start();
                kept.append(inheritedCase(text.codePointAt(first), text.codePointAt(copied)));
                copied += Character.charCount(text.codePointAt(copied));
                at = loop.from();
            }
        }
        return copied == 0 ? text : kept.append(text, copied, text.length()).toString();
    }

    /** Of the copies the last one stays, for its punctuation; it begins as the first did. */
    private static String inheritedCase(int first, int last) {
        return Character.toString(Character.isUpperCase(first) ? Character.toUpperCase(last) : last);
    }

    /**
     * A loop in the words.
     *
     * @param length in words; 0 for none
     * @param from the word after its last repetition
     */
    private record Loop(int length, int from) {

        boolean isEmpty() {
            return length == 0;
        }
    }

    private static Loop loopAt(List<HeardWord> words, int at) {
        for (var length = 1; length <= LONGEST_LOOP; length++) {
            var end = at + length;
            while (end + length <= words.size() && isSame(words, end - length, end, length)) {
                end += length;
            }
            if ((end - at) / length >= REPETITIONS) {
                return new Loop(length, end);
            }
        }
        return new Loop(0, at);
    }

    private static boolean isSame(List<HeardWord> words, int one, int other, int length) {
        for (var i = 0; i < length; i++) {
            if (!words.get(one + i).letters().equals(words.get(other + i).letters())) {
                return false;
            }
        }
        return true;
    }

    /** Whether it consists of captions only. */
    private static boolean isCaption(String text) {
        var rest = letters(text);
        while (!rest.isEmpty()) {
            var left = rest;
            var found = CAPTIONS.stream().filter(left::startsWith).findFirst();
            if (found.isEmpty()) {
                return false;
            }
            rest = rest.substring(found.get().length());
        }
        return true;
    }

    /** Whether it is a stretch of the vocabulary; one or two words of it may well have been said. */
    private static boolean isEcho(String text, List<String> vocabulary) {
        var said = HeardWord.all(text).stream().map(HeardWord::letters).toList();
        var told = HeardWord.all(String.join(" ", vocabulary)).stream()
                .map(HeardWord::letters)
                .toList();
        return said.size() >= SHORTEST_ECHO && Collections.indexOfSubList(told, said) >= 0;
    }

    private static String letters(String text) {
        return HeardWord.all(text).stream().map(HeardWord::letters).collect(joining());
    }

    /** The longest first, so that none hides one that it begins. */
    private static List<String> captions() {
        var file = Objects.requireNonNull(Phantoms.class.getResourceAsStream("phantoms.txt"), "phantoms.txt");
        try (var lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(Phantoms::letters)
                    .filter(line -> !line.isEmpty())
                    .sorted(Comparator.comparingInt(String::length).reversed())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
