package app.aisha.core.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.core.Examples;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TranscriptStatesTest {

    /** A step is a method of one state that returns another, so the picture is drawn from the code itself. */
    @Test
    void theStatesAreTheOnesWeDrew() {
        assertThat(Examples.recordsOf(Transcript.class).flatMap(TranscriptStatesTest::stepsFrom))
                .containsExactlyInAnyOrder(
                        "Queued --started--> Working",
                        "Queued --failed--> Failed",
                        "Queued --cancelled--> Cancelled",
                        "Working --ready--> Ready",
                        "Working --failed--> Failed",
                        "Working --cancelled--> Cancelled",
                        "Ready --renamed--> Ready");
    }

    @Test
    void everyStepCountsTheVersionUpByOneAndKeepsWhoseItIs() {
        var queued = TranscriptExamples.queued(TranscriptExamples.someone());
        var working = queued.started(TranscriptExamples.ORIGINAL);
        var ready = working.ready(new Wording("text", Optional.empty(), 0));

        assertThat(Stream.of(
                                queued,
                                working,
                                ready,
                                ready.renamed("title"),
                                queued.failed(RecordingProblem.GONE),
                                queued.cancelled(),
                                working.failed(RecordingProblem.BROKEN),
                                working.cancelled())
                        .map(transcript -> transcript.heading().version()))
                .containsExactly(1, 2, 3, 4, 2, 2, 3, 3);
        assertThat(ready.renamed("title").id()).isEqualTo(queued.id());
        assertThat(ready.renamed("title").owner()).isEqualTo(queued.owner());
    }

    private static Stream<String> stepsFrom(Class<?> state) {
        return Arrays.stream(state.getDeclaredMethods())
                .filter(method -> Transcript.class.isAssignableFrom(method.getReturnType()))
                .map(method -> "%s --%s--> %s"
                        .formatted(
                                state.getSimpleName(),
                                method.getName(),
                                method.getReturnType().getSimpleName()));
    }
}
