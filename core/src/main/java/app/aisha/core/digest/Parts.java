package app.aisha.core.digest;

import app.aisha.core.transcript.Passage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Cuts a transcript into parts that can be read at once: between passages where it can be, else between words. */
final class Parts {

    /** What is shorter is not cut any more. */
    private static final int SHORTEST = 200;

    private Parts() {}

    /** As few parts as the capacity allows, or one more, of about the same length. */
    static List<List<Passage>> of(List<Passage> passages, int capacity) {
        var pieces = passages.stream()
                .flatMap(passage -> cut(passage, capacity).stream())
                .toList();
        var total = length(pieces);
        var count = Math.ceilDiv(total, capacity);
        var fair = Math.ceilDiv(total, Math.max(1, count));
        var parts = new ArrayList<List<Passage>>();
        var part = new ArrayList<Passage>();
        var length = 0;
        for (var piece : pieces) {
            if (!part.isEmpty() && (length >= fair || length + length(piece) > capacity)) {
                parts.add(List.copyOf(part));
                part.clear();
                length = 0;
            }
            part.add(piece);
            length += length(piece);
        }
        parts.add(List.copyOf(part));
        return List.copyOf(parts);
    }

    /** The same in two parts, or three where a passage has to be cut; empty where it is too short for that. */
    static Optional<List<List<Passage>>> halved(List<Passage> part) {
        var length = length(part);
        if (length < SHORTEST) {
            return Optional.empty();
        }
        if (part.size() == 1) {
            return Optional.of(of(part, Math.ceilDiv(length, 2)));
        }
        var middle = 1;
        while (middle < part.size() - 1 && length(part.subList(0, middle)) < length / 2) {
            middle++;
        }
        return Optional.of(List.of(part.subList(0, middle), part.subList(middle, part.size())));
    }

    private static int length(List<Passage> passages) {
        return passages.stream().mapToInt(Parts::length).sum();
    }

    private static int length(Passage passage) {
        return passage.text().length() + 1;
    }

    private static List<Passage> cut(Passage passage, int capacity) {
        var most = capacity - 1;
        if (passage.text().length() <= most) {
            return List.of(passage);
        }
        var pieces = new ArrayList<Passage>();
        var rest = passage.text().strip();
        while (rest.length() > most) {
            var end = end(rest, most);
            pieces.add(new Passage(
                    passage.place(), passage.speaker(), rest.substring(0, end).strip()));
            rest = rest.substring(end).strip();
        }
        if (!rest.isEmpty()) {
            pieces.add(new Passage(passage.place(), passage.speaker(), rest));
        }
        return pieces;
    }

    private static int end(String text, int most) {
        var space = text.lastIndexOf(' ', most);
        if (space > 0) {
            return space;
        }
        return Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
    }
}
