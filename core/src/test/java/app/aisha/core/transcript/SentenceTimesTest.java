package app.aisha.core.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SentenceTimesTest {

    private static final Duration TEN_SECONDS = Duration.ofSeconds(10);

    @Test
    void oneSentenceTakesAllThatIsVoiced() {
        assertThat(times(List.of("Всё сказано."), pause(0, 1), pause(4, 5), pause(8, 10)))
                .containsExactly(pause(1, 8));
    }

    @Test
    void withoutPausesTimeGoesAlongWithTheLetters() {
        assertThat(times(List.of("aaaaaa.", "bb.", "cc."))).containsExactly(pause(0, 6), pause(6, 8), pause(8, 10));
    }

    @Test
    void anEndMovesToThePauseNearby() {
        assertThat(times(List.of("aaaaa.", "bbbbb."), pause(6, 7))).containsExactly(pause(0, 6), pause(7, 10));
    }

    @Test
    void ofTwoPausesTheLongOneIsTheEnd() {
        assertThat(times(List.of("aaaaa.", "bbbbb."), pause(4, 4.25), pause(5.25, 6.25)))
                .containsExactly(pause(0, 5.25), pause(6.25, 10));
    }

    @Test
    void aPauseTooFarAwayIsNotTheEnd() {
        assertThat(times(List.of("aaaaaaaaa.", "b."), pause(1, 2)))
                .first()
                .satisfies(first -> assertThat(first.end()).isBetween(Duration.ofSeconds(8), Duration.ofSeconds(10)));
    }

    @Test
    void moreSentencesThanPausesShareWhatIsBetween() {
        var times = times(List.of("aaaa.", "aaaa.", "bbbb.", "bbbb."), pause(4, 6));

        assertThat(times).containsExactly(pause(0, 2), pause(2, 4), pause(6, 8), pause(8, 10));
    }

    @Test
    void silenceAtTheEndsBelongsToNobody() {
        assertThat(times(List.of("aaa.", "bbb."), pause(0, 2), pause(5, 6), pause(9, 10)))
                .containsExactly(pause(2, 5), pause(6, 9));
    }

    @Test
    void nothingButSilenceStillHasItsPlace() {
        assertThat(times(List.of("aaa.", "bbb."), pause(0, 10))).hasSize(2).allSatisfy(this::isInTheClip);
    }

    @Test
    void noSentenceGoesOverTheSilenceInWhichTheOtherOneTalks() {
        assertThat(times(List.of("aaaaaaa.", "bb.", "cccccccccc."), pause(2.2, 6), pause(6.6, 6.9)))
                .containsExactly(pause(0, 2.2), pause(6, 6.6), pause(6.9, 10));
    }

    @Test
    void whoThinksInTheMiddleOfASentenceEndsItAfterwards() {
        assertThat(times(List.of("aaaaaaaaaa.", "bb."), pause(4, 5.5), pause(8, 8.3)))
                .containsExactly(pause(0, 8), pause(8.3, 10));
    }

    @Test
    void aCoughIsNoSentence() {
        assertThat(times(List.of("aaaaaaaa.", "bbbbbbbb."), pause(3, 5), pause(5.2, 7)))
                .containsExactly(pause(0, 3), pause(7, 10));
    }

    @Test
    void aPauseInTwoPartsIsOnePause() {
        assertThat(times(List.of("aaaa.", "bbbb."), pause(4, 5), pause(5, 6)))
                .containsExactly(pause(0, 4), pause(6, 10));
    }

    @Test
    void signsWithoutLettersTakeNoTime() {
        assertThat(times(List.of("—", "…"))).hasSize(2).allSatisfy(this::isInTheClip);
        assertThat(SentenceTimes.of(List.of("a."), Duration.ZERO, List.of()))
                .containsExactly(new Stretch(Duration.ZERO, Duration.ZERO));
    }

    @Test
    void whateverThePausesSentencesFollowEachOtherWithinTheClip() {
        for (var seed = 0; seed < 2_000; seed++) {
            var random = new Random(seed);
            var moments =
                    random.doubles(2L * random.nextInt(12), 0, 10).sorted().toArray();
            var pauses = IntStream.range(0, moments.length / 2)
                    .mapToObj(i -> pause(moments[2 * i], moments[2 * i + 1]))
                    .toArray(Stretch[]::new);
            var sentences = IntStream.range(0, 1 + random.nextInt(15))
                    .mapToObj(_ -> "a".repeat(random.nextInt(60)) + ".")
                    .toList();

            var times = times(sentences, pauses);

            assertThat(times).as("seed %d", seed).hasSize(sentences.size()).allSatisfy(this::isInTheClip);
            for (var i = 1; i < times.size(); i++) {
                assertThat(times.get(i).start())
                        .as("seed %d", seed)
                        .isGreaterThanOrEqualTo(times.get(i - 1).end());
            }
        }
    }

    private void isInTheClip(Stretch time) {
        assertThat(time.start()).isGreaterThanOrEqualTo(Duration.ZERO);
        assertThat(time.end()).isLessThanOrEqualTo(TEN_SECONDS);
    }

    private static List<Stretch> times(List<String> sentences, Stretch... pauses) {
        return SentenceTimes.of(sentences, TEN_SECONDS, Arrays.asList(pauses));
    }

    private static Stretch pause(double start, double end) {
        return new Stretch(Duration.ofMillis(Math.round(start * 1000)), Duration.ofMillis(Math.round(end * 1000)));
    }
}
