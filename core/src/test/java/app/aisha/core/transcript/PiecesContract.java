package app.aisha.core.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.core.Examples;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every place that keeps pieces promises. */
public interface PiecesContract {

    Pieces pieces();

    /** A transcript without pieces. */
    TranscriptId someTranscript();

    private static Piece piece(int index, Piece.Result result) {
        return new Piece(
                index, Duration.ofSeconds(45L * index), Duration.ofSeconds(45L * (index + 1)), index % 2 == 1, result);
    }

    private static Piece said(int index, String text) {
        return piece(index, Saying.said(45 * index, 45 * index + 45, text, "ru"));
    }

    @Test
    default void nothingIsKeptInTheBeginning() {
        assertThat(pieces().of(someTranscript())).isEmpty();
    }

    @Test
    default void everyResultSurvivesTheJourney() {
        var transcript = someTranscript();
        var examples = new Examples(3)
                .given(Stretch.class, () -> new Stretch(Duration.ofMillis(1_500), Duration.ofSeconds(7)));
        var all = Examples.recordsOf(Piece.Result.class).toList();
        var kept = IntStream.range(0, 10 * all.size())
                .mapToObj(i -> piece(i, (Piece.Result) examples.of(all.get(i % all.size()))))
                .toList();

        kept.forEach(piece -> pieces().keep(transcript, piece));

        assertThat(pieces().of(transcript)).isEqualTo(kept);
    }

    @Test
    default void piecesComeInTheOrderOfTheRecordingAlsoWithGaps() {
        var transcript = someTranscript();
        pieces().keep(transcript, said(11, "eleven"));
        pieces().keep(transcript, said(2, "two"));

        assertThat(pieces().of(transcript)).containsExactly(said(2, "two"), said(11, "eleven"));
    }

    @Test
    default void onlyALostPieceIsForgotten() {
        var transcript = someTranscript();
        pieces().keep(transcript, said(0, "zero"));
        pieces().keep(transcript, piece(1, new Piece.Result.Lost()));
        pieces().keep(transcript, piece(2, new Piece.Result.Lost()));
        pieces().keep(transcript, piece(3, new Piece.Result.Silent()));

        for (var index : new int[] {0, 1, 3, 7}) {
            pieces().forgetLost(transcript, index);
        }

        assertThat(pieces().of(transcript))
                .containsExactly(
                        said(0, "zero"), piece(2, new Piece.Result.Lost()), piece(3, new Piece.Result.Silent()));
        pieces().keep(transcript, said(1, "one"));
        assertThat(pieces().of(transcript)).contains(said(1, "one"));
    }

    @Test
    default void theFirstOneStays() {
        var transcript = someTranscript();
        pieces().keep(transcript, said(0, "first"));

        pieces().keep(transcript, said(0, "second"));

        assertThat(pieces().of(transcript)).containsExactly(said(0, "first"));
    }

    @Test
    default void aForgottenPieceCanBeKeptAnew() {
        var transcript = someTranscript();
        pieces().keep(transcript, said(0, "first"));
        pieces().keep(transcript, said(1, "next"));

        pieces().forget(transcript, 0);
        pieces().forget(transcript, 7);
        pieces().keep(transcript, said(0, "again"));

        assertThat(pieces().of(transcript)).containsExactly(said(0, "again"), said(1, "next"));
    }

    @Test
    default void theTrackOfAPieceIsKept() {
        var transcript = someTranscript();
        var right = new Piece(
                0, Track.RIGHT, Duration.ZERO, Duration.ofSeconds(45), false, Saying.said(0, 45, "on the right", "en"));

        pieces().keep(transcript, right);

        assertThat(pieces().of(transcript)).containsExactly(right);
    }

    @Test
    default void transcriptsAreApart() {
        var mine = someTranscript();
        pieces().keep(mine, said(0, "mine"));

        assertThat(pieces().of(someTranscript())).isEmpty();
    }

    @Test
    default void manyPiecesAtOnceAreAllKept() throws Exception {
        var transcript = someTranscript();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var tasks = IntStream.range(0, 20)
                    .<Callable<Boolean>>mapToObj(i -> () -> {
                        pieces().keep(transcript, said(i, "text " + i));
                        return true;
                    })
                    .toList();
            threads.invokeAll(tasks);
        }
        assertThat(pieces().of(transcript)).hasSize(20);
    }

    /** A recogniser may answer anything, and an answer that cannot be kept would be paid for again. */
    @Test
    default void aTextWithNulIsKeptWithoutIt() {
        var transcript = someTranscript();

        pieces().keep(transcript, said(0, "one\0two"));

        assertThat(pieces().of(transcript)).containsExactly(said(0, "onetwo"));
    }
}
