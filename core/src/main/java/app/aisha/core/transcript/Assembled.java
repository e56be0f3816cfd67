package app.aisha.core.transcript;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the pieces of a recording are together.
 *
 * @param passages in the order in which they are heard
 * @param sounding how much of the recording had words in it; silence and gaps do not count, and what two pieces share counts
 *     once
 */
public record Assembled(Wording wording, Speakers speakers, List<Passage> passages, Duration sounding) {

    /** The pieces need not be in order. */
    static Assembled of(List<Piece> pieces) {
        var labels = new LinkedHashMap<String, String>();
        var passages = pieces.stream()
                .sorted(Comparator.comparingInt(Piece::index))
                .collect(groupingBy(Piece::track, TreeMap::new, toList()))
                .values()
                .stream()
                .flatMap(track -> ofTrack(track).stream())
                .sorted(Comparator.comparing(Assembled::start))
                .map(passage -> relabelled(passage, labels))
                .toList();
        var wording = new Wording(Paragraph.text(passages), language(pieces), lost(pieces));
        return new Assembled(wording, Speakers.unnamed(labels.size()), passages, sounding(pieces));
    }

    private static Duration start(Passage passage) {
        return passage.place().map(Stretch::start).orElse(Duration.ZERO);
    }

    /**
     * In the order of the pieces, and of their times: where times are guessed, those on both sides of a seam may cross. Labels
     * of voices say here whose piece they belong to.
     */
    private static List<Passage> ofTrack(List<Piece> track) {
        var said = PieceJoiner.untangle(track.stream().map(Assembled::part).toList());
        var passages = new ArrayList<Passage>();
        for (var i = 0; i < track.size(); i++) {
            var piece = track.get(i);
            if (piece.result() instanceof Piece.Result.Lost) {
                add(passages, Passage.gap(piece.place()));
            }
            said.get(i).passages().forEach(passage -> add(passages, labelled(passage, piece)));
        }
        return passages;
    }

    private static void add(List<Passage> passages, Passage next) {
        passages.add(passages.isEmpty() ? next : next.notBefore(start(passages.getLast())));
    }

    private static PieceJoiner.Part part(Piece piece) {
        return piece.result() instanceof Piece.Result.Said said
                ? new PieceJoiner.Part(new Utterance(said.passages()), piece.overlaps())
                : new PieceJoiner.Part(new Utterance(List.of()), false);
    }

    private static Passage labelled(Passage passage, Piece piece) {
        return switch (piece.track()) {
            case ALL ->
                passage.speaker()
                        .map(label -> passage.saidBy(piece.index() + ":" + label))
                        .orElse(passage);
            case LEFT, RIGHT -> passage.saidBy(piece.track().name());
        };
    }

    private static Passage relabelled(Passage passage, Map<String, String> labels) {
        return passage.speaker()
                .map(label -> passage.saidBy(labels.computeIfAbsent(label, _ -> Speakers.label(labels.size() + 1))))
                .orElse(passage);
    }

    private static int lost(List<Piece> pieces) {
        return (int) pieces.stream()
                .filter(piece -> piece.result() instanceof Piece.Result.Lost)
                .count();
    }

    private static Optional<String> language(List<Piece> pieces) {
        return pieces.stream()
                .map(Piece::result)
                .filter(Piece.Result.Said.class::isInstance)
                .flatMap(said -> ((Piece.Result.Said) said).language().stream())
                .findFirst();
    }

    private static Duration sounding(List<Piece> pieces) {
        var sum = Duration.ZERO;
        var end = Duration.ZERO;
        for (var piece :
                pieces.stream().sorted(Comparator.comparing(Piece::start)).toList()) {
            if (piece.result() instanceof Piece.Result.Said said
                    && !said.passages().isEmpty()) {
                var from = piece.start().compareTo(end) > 0 ? piece.start() : end;
                if (piece.end().compareTo(from) > 0) {
                    sum = sum.plus(piece.end().minus(from));
                    end = piece.end();
                }
            }
        }
        return sum;
    }

    /** Its voices with the names they had when the transcript consisted of these passages. */
    Speakers called(Speakers before, List<Passage> passagesBefore) {
        var called = speakers;
        for (var voice : before.all()) {
            var label = passagesBefore.stream()
                    .filter(passage -> passage.speaker().equals(Optional.of(voice.label())))
                    .flatMap(passage -> speakerAt(passage.place()).stream())
                    .findFirst();
            if (voice.name().isPresent() && label.isPresent()) {
                called = called.named(label.get(), voice.name());
            }
        }
        return called;
    }

    private Optional<String> speakerAt(Optional<Stretch> place) {
        return passages.stream()
                .filter(passage -> passage.place().equals(place))
                .flatMap(passage -> passage.speaker().stream())
                .findFirst();
    }

    /** Whether there is nothing but gaps. */
    boolean isLost() {
        return wording.lost() > 0 && passages.stream().allMatch(Passage::isGap);
    }
}
