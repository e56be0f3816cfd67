package app.aisha.core.transcript;

import static java.util.stream.Collectors.joining;

import app.aisha.core.document.TimeCode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Passages that are read together: of one voice, without a long pause and not too long for the eye.
 *
 * @param passages one or more
 */
public record Paragraph(List<Passage> passages) {

    private static final Duration LONG_PAUSE = Duration.ofSeconds(2);
    private static final int ENOUGH_FOR_A_PAUSE = 200;
    private static final int ENOUGH = 600;

    public Paragraph {
        passages = List.copyOf(passages);
    }

    /** All passages in their order. */
    public static List<Paragraph> of(List<Passage> passages) {
        var paragraphs = new ArrayList<Paragraph>();
        var open = new ArrayList<Passage>();
        for (var passage : passages) {
            if (!open.isEmpty() && !goesOn(open, passage)) {
                paragraphs.add(new Paragraph(open));
                open.clear();
            }
            open.add(passage);
        }
        if (!open.isEmpty()) {
            paragraphs.add(new Paragraph(open));
        }
        return paragraphs;
    }

    /** All paragraphs with an empty line in between; gaps are marked with their times. */
    static String text(List<Passage> passages) {
        return of(passages).stream()
                .map(paragraph -> paragraph.isGap() ? paragraph.gap() : paragraph.text())
                .collect(joining("\n\n"));
    }

    /** The same, where each paragraph of a known voice begins with what it is called. */
    public static String text(List<Passage> passages, UnaryOperator<String> voices) {
        return of(passages).stream()
                .map(paragraph -> paragraph
                        .speaker()
                        .map(label -> voices.apply(label) + ": " + paragraph.text())
                        .orElseGet(() -> text(paragraph.passages)))
                .collect(joining("\n\n"));
    }

    private static boolean goesOn(List<Passage> open, Passage next) {
        var last = open.getLast();
        var length = open.stream().mapToInt(passage -> passage.text().length()).sum();
        return last.place().isPresent()
                && next.speaker().equals(last.speaker())
                && !next.isGap()
                && !last.isGap()
                && length < ENOUGH
                && (length < ENOUGH_FOR_A_PAUSE || pause(last, next).compareTo(LONG_PAUSE) < 0);
    }

    private static Duration pause(Passage last, Passage next) {
        var end = last.place().map(Stretch::end).orElse(Duration.ZERO);
        return next.place().map(place -> place.start().minus(end)).orElse(Duration.ZERO);
    }

    public boolean isGap() {
        return passages.getFirst().isGap();
    }

    public Optional<String> speaker() {
        return passages.getFirst().speaker();
    }

    /** From the first passage to the last; empty where they have no places. */
    public Optional<Stretch> place() {
        return passages.getFirst()
                .place()
                .map(first -> new Stretch(
                        first.start(),
                        passages.stream()
                                .flatMap(passage -> passage.place().stream())
                                .map(Stretch::end)
                                .max(Duration::compareTo)
                                .orElse(first.end())));
    }

    public String text() {
        return passages.stream().map(Passage::text).collect(joining(" "));
    }

    private String gap() {
        return place().map(where -> "[%s–%s …]".formatted(TimeCode.of(where.start()), TimeCode.of(where.end())))
                .orElseGet(this::text);
    }
}
