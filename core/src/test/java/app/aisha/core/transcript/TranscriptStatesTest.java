package app.aisha.core.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.core.Examples;
import app.aisha.core.wallet.QuoteId;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TranscriptStatesTest {

    /** A step is a method of one state that returns another, so the picture is drawn from the code itself. */
    @Test
    void theStatesAreTheOnesWeDrew() {
        assertThat(Examples.recordsOf(Transcript.class).flatMap(TranscriptStatesTest::stepsFrom))
                .containsExactlyInAnyOrder(
                        "Queued --offered--> Waiting",
                        "Queued --started--> Working",
                        "Queued --read--> Ready",
                        "Queued --failed--> Failed",
                        "Queued --cancelled--> Cancelled",
                        "Waiting --offered--> Waiting",
                        "Waiting --started--> Working",
                        "Waiting --failed--> Failed",
                        "Waiting --cancelled--> Cancelled",
                        "Working --ready--> Ready",
                        "Working --failed--> Failed",
                        "Working --cancelled--> Cancelled",
                        "Ready --renamed--> Ready",
                        "Ready --spokenBy--> Ready",
                        "Ready --heardInVain--> Ready",
                        "Ready --heardAgain--> Ready");
    }

    @Test
    void everyStepCountsTheVersionUpByOneAndKeepsWhoseItIs() {
        var queued = TranscriptExamples.queued(TranscriptExamples.someone());
        var waiting = queued.offered(TranscriptExamples.ORIGINAL, new QuoteId(UUID.randomUUID()));
        var working = waiting.started(Optional.empty(), Instant.EPOCH);
        var ready = working.ready(new Wording("text", Optional.empty(), 0), Speakers.UNKNOWN, Duration.ofSeconds(30));

        assertThat(Stream.of(
                                queued,
                                waiting,
                                waiting.offered(new QuoteId(UUID.randomUUID())),
                                waiting.cancelled(),
                                waiting.failed(RecordingProblem.INTERNAL),
                                working,
                                ready,
                                ready.renamed("title"),
                                queued.failed(RecordingProblem.GONE),
                                queued.cancelled(),
                                queued.read(TranscriptExamples.ORIGINAL, ready.wording(), Speakers.UNKNOWN),
                                working.failed(RecordingProblem.BROKEN),
                                working.cancelled())
                        .map(transcript -> transcript.heading().version()))
                .containsExactly(1, 2, 3, 3, 3, 3, 4, 5, 2, 2, 2, 4, 4);
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
