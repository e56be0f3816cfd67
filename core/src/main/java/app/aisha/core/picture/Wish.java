package app.aisha.core.picture;

import java.util.List;
import java.util.Optional;

/** How its owner says what a picture shall show. */
public sealed interface Wish {

    /** Shortest and longest wish in words, in characters. */
    int SHORTEST = 3;

    int LONGEST = 1000;

    /** Characters as people count them, without blanks around. */
    static int length(String words) {
        var tidy = words.strip();
        return tidy.codePointCount(0, tidy.length());
    }

    static boolean isOfRightLength(String words) {
        return length(words) >= SHORTEST && length(words) <= LONGEST;
    }

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

    /**
     * In words, about whoever is on photos that have to be fetched first.
     *
     * @param files Telegram's {@code file_id} of each; as many as the subject of the order has photos
     */
    record OfSentPhotos(List<String> files, String text) implements Wish {

        public OfSentPhotos {
            files = List.copyOf(files);
        }
    }

    /** A change to the words there are. */
    record Change(String sentence) implements Wish {}
}
