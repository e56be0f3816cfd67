package app.aisha.core.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AssembledTest {

    private static Passage passage(int from, int to, String speaker, String text) {
        return new Passage(
                Optional.of(new Stretch(Duration.ofSeconds(from), Duration.ofSeconds(to))),
                Optional.of(speaker).filter(label -> !label.isEmpty()),
                text);
    }

    private static Piece piece(int index, Track track, int from, int to, Piece.Result result) {
        return new Piece(index, track, Duration.ofSeconds(from), Duration.ofSeconds(to), false, result);
    }

    private static Piece.Result said(Passage... passages) {
        return new Piece.Result.Said(List.of(passages), Optional.of("en"));
    }

    private static final Piece.Result LOST = new Piece.Result.Lost();

    @Test
    void labelsOfOnePieceAreOtherVoicesThanThoseOfTheNext() {
        var text = Assembled.of(List.of(
                piece(1, Track.ALL, 20, 40, said(passage(20, 30, "A", "Three."), passage(30, 40, "B", "Four."))),
                piece(0, Track.ALL, 0, 20, said(passage(0, 10, "B", "One."), passage(10, 20, "A", "Two.")))));

        assertThat(text.passages())
                .containsExactly(
                        passage(0, 10, "S1", "One."),
                        passage(10, 20, "S2", "Two."),
                        passage(20, 30, "S3", "Three."),
                        passage(30, 40, "S4", "Four."));
        assertThat(text.speakers()).isEqualTo(Speakers.unnamed(4));
    }

    @Test
    void sidesAreVoicesAndTakeTurnsByTime() {
        var text = Assembled.of(List.of(
                piece(0, Track.LEFT, 0, 40, said(passage(5, 10, "", "Hello?"), passage(20, 25, "", "Fine."))),
                piece(1, Track.RIGHT, 0, 40, said(passage(11, 15, "", "How are you?")))));

        assertThat(text.passages())
                .containsExactly(
                        passage(5, 10, "S1", "Hello?"),
                        passage(11, 15, "S2", "How are you?"),
                        passage(20, 25, "S1", "Fine."));
        assertThat(text.sounding()).isEqualTo(Duration.ofSeconds(40));
    }

    @Test
    void timesThatCrossAtASeamDoNotChangeTheOrder() {
        var text = Assembled.of(List.of(
                piece(0, Track.ALL, 0, 60, said(passage(0, 50, "", "One two."), passage(58, 60, "", "Three."))),
                piece(1, Track.ALL, 58, 100, said(passage(57, 70, "", "Four."), passage(70, 80, "", "Five.")))));

        assertThat(text.passages())
                .containsExactly(
                        passage(0, 50, "", "One two."),
                        passage(58, 60, "", "Three."),
                        passage(58, 70, "", "Four."),
                        passage(70, 80, "", "Five."));
    }

    @Test
    void namesStayWithTheirVoicesWhenAnotherOneTurnsOutToBeginEarlier() {
        var right = piece(1, Track.RIGHT, 0, 40, said(passage(11, 15, "", "How are you?")));
        var before = Assembled.of(List.of(piece(0, Track.LEFT, 0, 40, LOST), right));
        var named = before.speakers().named("S1", Optional.of("Dilnara"));

        var after = Assembled.of(List.of(piece(0, Track.LEFT, 0, 40, said(passage(5, 10, "", "Hello?"))), right));

        assertThat(after.called(named, before.passages()))
                .isEqualTo(Speakers.unnamed(2).named("S2", Optional.of("Dilnara")));
        assertThat(after.called(Speakers.UNKNOWN, List.of())).isEqualTo(Speakers.unnamed(2));
    }

    @Test
    void nothingButGapsIsLost() {
        assertThat(Assembled.of(List.of(piece(0, Track.ALL, 0, 45, LOST))).isLost())
                .isTrue();
        assertThat(Assembled.of(List.of(piece(0, Track.ALL, 0, 45, new Piece.Result.Silent())))
                        .isLost())
                .isFalse();
        assertThat(Assembled.of(List.of(
                                piece(0, Track.ALL, 0, 45, LOST),
                                piece(1, Track.ALL, 45, 90, said(passage(45, 50, "", "Yes.")))))
                        .isLost())
                .isFalse();
    }
}
