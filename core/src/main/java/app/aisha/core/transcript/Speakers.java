package app.aisha.core.transcript;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The voices of a recording in the order in which they are first heard. Their labels stay as they are for as long as the
 * transcript lives; names are given to them by its owner.
 */
public record Speakers(List<Speaker> all) {

    /** Nobody told the voices apart. */
    public static final Speakers UNKNOWN = new Speakers(List.of());

    public static final int LONGEST_NAME = 50;

    /**
     * One voice.
     *
     * @param label {@code S1}, {@code S2}, …
     * @param name given by the owner; unescaped
     */
    public record Speaker(String label, Optional<String> name) {}

    public Speakers {
        all = List.copyOf(all);
    }

    /** This many without names. */
    public static Speakers unnamed(int count) {
        var all = new ArrayList<Speaker>();
        for (var number = 1; number <= count; number++) {
            all.add(new Speaker("S" + number, Optional.empty()));
        }
        return new Speakers(all);
    }

    public boolean areKnown() {
        return !all.isEmpty();
    }

    public boolean has(String label) {
        return all.stream().anyMatch(speaker -> speaker.label().equals(label));
    }

    /** The name its owner gave to a voice. */
    public Optional<String> name(String label) {
        return all.stream()
                .filter(speaker -> speaker.label().equals(label))
                .findFirst()
                .flatMap(Speaker::name);
    }

    /** With another name for this voice; empty takes its name away. */
    public Speakers named(String label, Optional<String> name) {
        return new Speakers(all.stream()
                .map(speaker -> speaker.label().equals(label) ? new Speaker(label, name) : speaker)
                .toList());
    }
}
