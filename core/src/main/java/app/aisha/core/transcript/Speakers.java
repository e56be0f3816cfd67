package app.aisha.core.transcript;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * The voices of a recording in the order in which they are first heard. Their labels – {@code S1}, {@code S2}, … – stay
 * as they are for as long as the transcript lives; names are given to them by its owner.
 *
 * @param names of the voices, unescaped; empty where the owner gave none
 */
public record Speakers(List<Optional<String>> names) {

    /** Nobody told the voices apart. */
    public static final Speakers UNKNOWN = new Speakers(List.of());

    public static final int LONGEST_NAME = 50;

    /** One voice. */
    public record Speaker(String label, Optional<String> name) {}

    public Speakers {
        names = List.copyOf(names);
    }

    /** This many without names. */
    public static Speakers unnamed(int count) {
        return new Speakers(Collections.nCopies(count, Optional.empty()));
    }

    /** Of the voice that is heard as the nth, counted from 1. */
    public static String label(int number) {
        return "S" + number;
    }

    public List<Speaker> all() {
        var all = new ArrayList<Speaker>();
        for (var name : names) {
            all.add(new Speaker(label(all.size() + 1), name));
        }
        return all;
    }

    public boolean areKnown() {
        return !names.isEmpty();
    }

    public boolean has(String label) {
        return all().stream().anyMatch(speaker -> speaker.label().equals(label));
    }

    /** The name its owner gave to a voice. */
    public Optional<String> name(String label) {
        return all().stream()
                .filter(speaker -> speaker.label().equals(label))
                .findFirst()
                .flatMap(Speaker::name);
    }

    /** With another name for this voice; empty takes its name away. */
    public Speakers named(String label, Optional<String> name) {
        return new Speakers(all().stream()
                .map(speaker -> speaker.label().equals(label) ? name : speaker.name())
                .toList());
    }
}
