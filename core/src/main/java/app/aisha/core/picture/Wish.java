package app.aisha.core.picture;

import java.util.Optional;

/** How its owner says what a picture shall show. */
public sealed interface Wish {

    /** Shortest and longest wish in words, in characters. */
    int SHORTEST = 3;

    int LONGEST = 1000;

    /** In words of any language. */
    record Words(String text) implements Wish {}

    /**
     * By a picture that looks like it.
     *
     * @param file Telegram's {@code file_id}
     * @param words what else was said about it
     */
    record Reference(String file, Optional<String> words) implements Wish {}

    /**
     * Spoken.
     *
     * @param file Telegram's {@code file_id}
     */
    record Spoken(String file) implements Wish {}

    /** A change to the words there are. */
    record Change(String sentence) implements Wish {}
}
