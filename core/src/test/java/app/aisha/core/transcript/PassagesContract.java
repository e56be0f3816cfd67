package app.aisha.core.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every place that keeps passages promises. */
public interface PassagesContract {

    Passages passages();

    /** A transcript without passages. */
    TranscriptId someTranscript();

    private static Passage passage(int second, String text) {
        var place = new Stretch(Duration.ofSeconds(second), Duration.ofMillis(second * 1000L + 1500));
        return new Passage(Optional.of(place), Optional.of("S" + second % 3), text);
    }

    @Test
    default void nothingIsKeptInTheBeginning() {
        assertThat(passages().of(someTranscript())).isEmpty();
    }

    @Test
    default void passagesComeBackAsTheyWereInTheirOrder() {
        var transcript = someTranscript();
        var kept = List.of(
                passage(7, "Сначала это. 😀"),
                passage(3, "<b>& then</b>"),
                new Passage(Optional.empty(), Optional.empty(), "no place, no voice"));

        passages().keep(transcript, kept);

        assertThat(passages().of(transcript)).isEqualTo(kept);
    }

    @Test
    default void laterOnesReplaceAllThatWereKept() {
        var transcript = someTranscript();
        passages().keep(transcript, List.of(passage(1, "one"), passage(2, "two")));

        passages().keep(transcript, List.of(passage(3, "three")));

        assertThat(passages().of(transcript)).containsExactly(passage(3, "three"));
    }

    @Test
    default void noPassagesAreKeptAsNone() {
        var transcript = someTranscript();
        passages().keep(transcript, List.of(passage(1, "one")));

        passages().keep(transcript, List.of());

        assertThat(passages().of(transcript)).isEmpty();
    }

    @Test
    default void aLongRecordingIsKeptWhole() {
        var transcript = someTranscript();
        var many = IntStream.range(0, 10_000)
                .mapToObj(i -> passage(i, "word " + i))
                .toList();

        passages().keep(transcript, many);

        assertThat(passages().of(transcript)).isEqualTo(many);
    }
}
