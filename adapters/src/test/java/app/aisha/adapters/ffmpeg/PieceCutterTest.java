package app.aisha.adapters.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.aisha.core.transcript.SoundPiece;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PieceCutterTest {

    private static final int RATE = SoundPiece.SAMPLES_PER_SECOND;
    private static final Duration FIRST = Duration.ofSeconds(16);
    private static final Duration TARGET = Duration.ofSeconds(45);

    /** From digital silence to a room so loud that no fixed threshold finds its pauses. */
    @ParameterizedTest
    @ValueSource(ints = {-100, -70, -56, -47})
    void piecesEndInsidePausesWhateverTheBackground(int noise) throws Exception {
        var talk = new Talk(noise, 1);
        for (var i = 0; i < 120; i++) {
            talk.speaks(1.5 + i % 5 * 0.7).pauses(0.3 + i % 7 * 0.15);
        }

        var pieces = cut(talk.pcm(), 4096);

        assertThat(pieces)
                .hasSizeGreaterThan(5)
                .allMatch(piece -> piece.overlap().isZero());
        assertThat(pieces.subList(0, pieces.size() - 1))
                .allMatch(piece -> talk.isPauseAt(piece.end()))
                .allMatch(piece -> piece.length().toSeconds() <= 60);
        assertThat(pieces.getFirst().length()).isBetween(Duration.ofSeconds(10), Duration.ofSeconds(21));
        assertThat(pieces.subList(1, pieces.size() - 1))
                .allMatch(piece -> piece.length().toSeconds() >= 27);
        assertTiled(pieces, talk.pcm());
    }

    @Test
    void voicedTimeIsWhatWasSpoken() throws Exception {
        var talk = new Talk(-60, 2);
        for (var i = 0; i < 10; i++) {
            talk.speaks(2).pauses(3);
        }

        var voiced = cut(talk.pcm(), 32_768).stream().map(SoundPiece::voiced).reduce(Duration.ZERO, Duration::plus);

        assertThat(voiced.toMillis()).isCloseTo(20_000, within(700L));
    }

    @Test
    void withoutAPauseThePieceIsCutByForceAndTwoSecondsAreRepeated() throws Exception {
        var talk = new Talk(-50, 3).speaks(200);

        var pieces = cut(talk.pcm(), 32_768);

        assertThat(pieces.getFirst().length()).isEqualTo(Duration.ofMillis(20_800));
        assertThat(pieces.get(1).length()).isEqualTo(Duration.ofMillis(58_500));
        assertThat(pieces.subList(1, pieces.size()))
                .allMatch(piece -> piece.overlap().equals(Duration.ofSeconds(2)));
        assertTiled(pieces, talk.pcm());
    }

    @Test
    void aLongSilenceIsHandedOutAsPiecesWithNothingToSend() throws Exception {
        var talk = new Talk(-70, 4).speaks(10).pauses(300).speaks(20);

        var pieces = cut(talk.pcm(), 32_768);

        assertThat(pieces).filteredOn(piece -> piece.voiced().isZero()).hasSizeGreaterThanOrEqualTo(4);
        assertThat(pieces).allMatch(piece -> piece.overlap().isZero());
        assertThat(pieces.getLast().voiced()).isGreaterThan(Duration.ofSeconds(15));
        assertTiled(pieces, talk.pcm());
    }

    @Test
    void digitalSilenceHasNothingToSendAndAToneIsAllVoice() throws Exception {
        assertThat(cut(new byte[RATE * 2 * 3], 999))
                .singleElement()
                .matches(piece -> piece.voiced().isZero());
        assertThat(cut(new Talk(-100, 1).hums(3).pcm(), 999))
                .singleElement()
                .matches(piece -> piece.voiced().equals(Duration.ofSeconds(3)));
    }

    @Test
    void theSizeOfTheBlocksDoesNotMatter() throws Exception {
        var talk = new Talk(-56, 5);
        for (var i = 0; i < 40; i++) {
            talk.speaks(1 + i % 4).pauses(i % 3 * 0.4);
        }

        var whole = cut(talk.pcm(), talk.pcm().length);

        assertThat(cut(talk.pcm(), 1)).isEqualTo(whole);
        assertThat(cut(talk.pcm(), 641)).isEqualTo(whole);
        assertThat(whole).hasSizeGreaterThan(2);
    }

    @Test
    void anyRecordingIsTiled() throws Exception {
        for (var seed = 1; seed <= 15; seed++) {
            var random = new Random(seed);
            var talk = new Talk(-80 + random.nextInt(40), seed);
            for (var i = random.nextInt(40); i >= 0; i--) {
                talk.speaks(random.nextDouble(12)).pauses(random.nextDouble(random.nextInt(6) == 0 ? 60 : 1));
            }
            var pcm = Arrays.copyOf(talk.pcm(), talk.pcm().length - random.nextInt(2000));

            assertTiled(cut(pcm, 32_768), pcm);
        }
    }

    @Test
    void nothingGivesNoPieceAndOneSampleGivesOne() throws Exception {
        assertThat(cut(new byte[0], 1)).isEmpty();
        assertThat(cut(new byte[1], 1)).isEmpty();
        assertThat(cut(new byte[3], 1))
                .singleElement()
                .matches(piece -> piece.samples().remaining() == 2);
    }

    @Test
    void aPieceThatWouldOnlyRepeatIsNotHandedOut() throws Exception {
        var talk = new Talk(-50, 6).speaks(20.8);

        assertThat(cut(talk.pcm(), 32_768)).hasSize(1);
    }

    @Test
    void aListenerWhoHasEnoughGetsNoMore() throws Exception {
        var pieces = new ArrayList<SoundPiece>();
        var cutter = new PieceCutter(FIRST, TARGET, piece -> pieces.add(piece) && pieces.size() < 2);
        var pcm = new Talk(-50, 7).speaks(300).pcm();

        assertThat(cutter.add(pcm)).isFalse();
        cutter.end();

        assertThat(pieces).hasSize(2);
    }

    private static List<SoundPiece> cut(byte[] pcm, int block) throws InterruptedException {
        var pieces = new ArrayList<SoundPiece>();
        var cutter = new PieceCutter(FIRST, TARGET, pieces::add);
        for (var from = 0; from < pcm.length; from += block) {
            cutter.add(Arrays.copyOfRange(pcm, from, Math.min(pcm.length, from + block)));
        }
        cutter.end();
        return pieces;
    }

    /** Without the repeated beginnings the pieces are the recording, sample by sample. */
    static void assertTiled(List<SoundPiece> pieces, byte[] pcm) {
        var all = new ByteArrayOutputStream();
        var end = Duration.ZERO;
        for (var piece : pieces) {
            assertThat(piece.index()).isEqualTo(pieces.indexOf(piece));
            assertThat(piece.start().plus(piece.overlap())).isEqualTo(end);
            assertThat(piece.samples().remaining())
                    .isEqualTo((int) (piece.length().toNanos() / 62_500 * 2));
            end = piece.end();
            var samples = new byte[piece.samples().remaining()];
            piece.samples().duplicate().get(samples);
            var repeated = (int) (piece.overlap().toMillis() * 32);
            all.write(samples, repeated, samples.length - repeated);
        }
        assertThat(all.toByteArray()).isEqualTo(Arrays.copyOf(pcm, pcm.length / 2 * 2));
    }
}
