package app.aisha.adapters.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

class SidesTest {

    private static final int RATE = 16_000;
    private static final int SECONDS = 20;

    /** How loud left and right are in a second, from 0 to 1. */
    private record Levels(double left, double right) {}

    @Test
    void voicesThatTakeTurnsAreApart() {
        assertThat(apart(second -> inTurn(second, 0.3, 0.3))).isTrue();
    }

    @Test
    void itDoesNotMatterWhoIsOnWhichSide() {
        assertThat(apart(second -> inTurn(second + 1, 0.3, 0.3))).isTrue();
    }

    @Test
    void oneOfThemMayBeMuchQuieter() {
        assertThat(apart(second -> inTurn(second, 0.5, 0.02))).isTrue();
    }

    @Test
    void someCrosstalkDoesNoHarm() {
        assertThat(apart(second -> second % 2 == 0 ? new Levels(0.4, 0.04) : new Levels(0.04, 0.4)))
                .isTrue();
    }

    @Test
    void talkingAtOnceNowAndThenDoesNoHarm() {
        assertThat(apart(second -> second % 5 == 4 ? new Levels(0.3, 0.3) : inTurn(second, 0.3, 0.3)))
                .isTrue();
    }

    @Test
    void whoTalkAtOnceMostOfTheTimeAreNotToldApart() {
        assertThat(apart(second -> second % 2 == 0 ? new Levels(0.3, 0.3) : inTurn(second / 2, 0.3, 0.3)))
                .isFalse();
    }

    @Test
    void aSilentSecondChannelHoldsNobody() {
        assertThat(apart(_ -> new Levels(0.3, 0))).isFalse();
        assertThat(apart(_ -> new Levels(0, 0.3))).isFalse();
    }

    @Test
    void theSameOnBothSidesIsNotApartAlsoWhereOneIsLouder() {
        assertThat(apart(_ -> new Levels(0.3, 0.3))).isFalse();
        assertThat(apart(second -> inTurn(second, 0.3, 0.3).left() > 0 ? new Levels(0.3, 0.2) : new Levels(0.2, 0.3)))
                .isFalse();
    }

    @Test
    void silenceIsNobody() {
        assertThat(apart(_ -> new Levels(0, 0))).isFalse();
        assertThat(new Sides().areApart()).isFalse();
    }

    @Test
    void theSizeOfTheBlocksDoesNotMatter() {
        var sides = new Sides();
        var pcm = pcm(second -> inTurn(second, 0.3, 0.3));
        for (var at = 0; at < pcm.length; at += 997) {
            sides.add(Arrays.copyOfRange(pcm, at, Math.min(pcm.length, at + 997)));
        }

        assertThat(sides.areApart()).isTrue();
    }

    private static Levels inTurn(int second, double left, double right) {
        return second % 2 == 0 ? new Levels(left, 0) : new Levels(0, right);
    }

    private static boolean apart(IntFunction<Levels> levels) {
        var sides = new Sides();
        sides.add(pcm(levels));
        return sides.areApart();
    }

    private static byte[] pcm(IntFunction<Levels> levels) {
        var pcm = new byte[SECONDS * RATE * 4];
        for (var i = 0; i < SECONDS * RATE; i++) {
            var level = levels.apply(i / RATE);
            var wave = 32_767 * Math.sin(2 * Math.PI * 440 * i / RATE);
            put(pcm, 4 * i, (int) (level.left() * wave));
            put(pcm, 4 * i + 2, (int) (level.right() * wave));
        }
        return pcm;
    }

    private static void put(byte[] pcm, int at, int sample) {
        pcm[at] = (byte) sample;
        pcm[at + 1] = (byte) (sample >> 8);
    }
}
