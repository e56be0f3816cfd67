package app.aisha.core.transcript;

import static app.aisha.core.transcript.TranscriptExamples.aVoice;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.aisha.core.account.UserId;
import app.aisha.core.transcript.AcceptRecording.Outcome;
import app.aisha.core.work.TimeOrderedIds;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AcceptRecordingTest {

    @TempDir
    private Path folder;

    private Studio studio;
    private final UserId dilnara = TranscriptExamples.someone();

    @BeforeEach
    void givenAStudio() {
        studio = new Studio(folder);
    }

    @Test
    void aRecordingIsQueuedWithItsJobAndItsNotice() {
        var voice = aVoice();

        var id = ((Outcome.Accepted) accept(voice)).transcript();

        var queued = (Transcript.Queued) studio.transcripts.find(id, dilnara).orElseThrow();
        assertThat(queued.heading())
                .isEqualTo(new Transcript.Heading(
                        id, dilnara, voice, Optional.empty(), studio.clock.instant(), 1, Optional.of("kk")));
        assertThat(studio.jobs.line()).containsExactly(new TranscriptJob.Transcribe(id));
        assertThat(studio.outbox.posted()).containsExactly(new TranscriptNotice.InLine(dilnara, id, 0));
    }

    @Test
    void theSameMessageIsTakenInOnce() {
        var voice = aVoice();
        var id = ((Outcome.Accepted) accept(voice)).transcript();

        assertThat(accept(voice)).isEqualTo(new Outcome.KnownAlready(id));

        assertThat(studio.jobs.line()).hasSize(1);
        assertThat(studio.outbox.posted()).hasSize(1);
    }

    @Test
    void whoComesLaterIsToldHowManyAreAhead() {
        studio.accepted(TranscriptExamples.someone());
        studio.accepted(dilnara);

        var third = ((Outcome.Accepted) accept(aVoice())).transcript();

        assertThat(studio.outbox.posted()).last().isEqualTo(new TranscriptNotice.InLine(dilnara, third, 2));
    }

    @Test
    void aFileOverTheLimitIsRefused() {
        assertThat(accept(claiming(Studio.LIMITS.bytes() + 1, Duration.ZERO)))
                .isEqualTo(new Outcome.TooLarge(Studio.LIMITS.bytes()));
        assertThat(accept(claiming(Studio.LIMITS.bytes(), Duration.ZERO))).isInstanceOf(Outcome.Accepted.class);
    }

    @Test
    void aRecordingOverTheLimitIsRefused() {
        assertThat(accept(claiming(0, Studio.LIMITS.length().plusMillis(1)))).isEqualTo(new Outcome.TooLong(8));
        assertThat(accept(claiming(0, Studio.LIMITS.length()))).isInstanceOf(Outcome.Accepted.class);
        assertThat(studio.jobs.line()).hasSize(1);
    }

    @Test
    void aJobThatCannotBeQueuedLeavesNothingBehind() {
        var voice = aVoice();
        var accept = new AcceptRecording(
                studio.transcripts,
                _ -> {
                    throw new IllegalStateException("no line");
                },
                studio.outbox,
                studio.transactions,
                new TimeOrderedIds(studio.clock),
                Studio.LIMITS);

        assertThatThrownBy(() -> accept.accept(dilnara, voice, Optional.empty(), studio.clock.instant()))
                .hasMessage("no line");

        assertThat(studio.transcripts.of(dilnara, voice.message())).isEmpty();
        assertThat(studio.outbox.posted()).isEmpty();
    }

    private Outcome accept(Recording recording) {
        return studio.acceptRecording.accept(dilnara, recording, Optional.of("kk"), studio.clock.instant());
    }

    private static Recording claiming(long bytes, Duration length) {
        var voice = aVoice();
        return new Recording(voice.message(), voice.file(), voice.kind(), voice.name(), length, bytes);
    }
}
