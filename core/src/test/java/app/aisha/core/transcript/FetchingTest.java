package app.aisha.core.transcript;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.aisha.core.account.UserId;
import app.aisha.core.media.MediaKey;
import app.aisha.core.media.RemoteFiles;
import app.aisha.core.transcript.Transcriber.TranscriberUnavailable;
import app.aisha.core.work.JobOutcome;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From the queue to the stored original. */
class FetchingTest {

    @TempDir
    private Path folder;

    private Studio studio;
    private TranscriptId id = TranscriptExamples.someId();
    private final UserId dilnara = TranscriptExamples.someone();

    @BeforeEach
    void givenAnAcceptedRecording() {
        studio = new Studio(folder);
        id = studio.accepted(dilnara);
    }

    @Test
    void theOriginalIsStoredUnderItsOwnerAndItsTranscript() throws Exception {
        var ready = (Transcript.Ready) studio.finished(id);

        var key = new MediaKey("users/%s/recordings/%s/original.ogg".formatted(dilnara.value(), id.value()));
        assertThat(ready.original()).isEqualTo(new Original(key, "ogg", Duration.ofSeconds(30)));
        assertThat(studio.media.size(key)).hasValue(5);
        assertThat(studio.told()).containsExactly("InLine", "Fetching", "Preparing", "Over");
    }

    @Test
    void whatTelegramDoesNotHandOutIsRefusedWithItsReason() throws Exception {
        studio.telegram.answer(_ -> new RemoteFiles.Download.TooLarge());
        assertThat(studio.problem(id)).isEqualTo(RecordingProblem.TOO_LARGE);

        studio.telegram.answer(_ -> new RemoteFiles.Download.Gone());
        assertThat(studio.problem(studio.accepted(dilnara))).isEqualTo(RecordingProblem.GONE);
        assertThat(studio.outbox.posted(TranscriptNotice.Over.class)).hasSize(2);
    }

    @Test
    void whatIsNoRecordingIsRefusedAndNotStored() throws Exception {
        studio.sound.is(new SoundInspector.Inspection.NoSound(RecordingProblem.NOT_A_RECORDING));

        assertThat(studio.problem(id)).isEqualTo(RecordingProblem.NOT_A_RECORDING);
        assertThat(studio.media.under(new MediaKey("users"))).isEmpty();
    }

    @Test
    void aRecordingLongerThanItClaimedIsRefused() throws Exception {
        studio.sound.is(
                new SoundInspector.Inspection.Sound("ogg", Duration.ofHours(8).plusMillis(1), 1));

        assertThat(studio.problem(id)).isEqualTo(RecordingProblem.TOO_LONG);
    }

    @Test
    void whateverIsAwayIsTriedAgainSoonAndThenMoreRarely() throws Exception {
        studio.telegram.areAway();
        assertThat(pause()).isEqualTo(Duration.ofSeconds(1));

        studio.clock.advance(Duration.ofMinutes(1));
        studio.media.setAway(true);
        studio.telegram.areBack();
        assertThat(pause()).isEqualTo(Duration.ofSeconds(12));

        studio.clock.advance(Duration.ofMinutes(8));
        studio.media.setAway(false);
        studio.sound.toolIsAway(true);
        assertThat(pause()).isEqualTo(Duration.ofMinutes(1));

        studio.sound.toolIsAway(false);
        assertThat(studio.text(id)).isEqualTo("heard");
    }

    @Test
    void afterTenMinutesItIsGivenUp() throws Exception {
        studio.telegram.areAway();
        studio.clock.advance(Duration.ofMinutes(10));
        assertThat(studio.advance(id)).isInstanceOf(JobOutcome.Again.class);

        studio.clock.advance(Duration.ofSeconds(1));

        assertThat(studio.problem(id)).isEqualTo(RecordingProblem.INTERNAL);
    }

    @Test
    void whatWaitsForRoomIsGivenUpAfterADay() throws Exception {
        studio.telegram.answer(_ -> {
            throw RemoteFiles.RemoteFilesUnavailable.waiting("the disk is full");
        });
        studio.clock.advance(Duration.ofHours(24));
        assertThat(studio.advance(id)).isEqualTo(new JobOutcome.Again(Duration.ofMinutes(1), "the disk is full"));

        studio.clock.advance(Duration.ofSeconds(1));

        assertThat(studio.problem(id)).isEqualTo(RecordingProblem.INTERNAL);
    }

    /** Telegram keeps what was sent while Aisha was down. */
    @Test
    void aRecordingSentHoursBeforeItArrivedIsNotGivenUpAtTheFirstTrouble() throws Exception {
        var sent = studio.clock.instant().minus(Duration.ofHours(5));
        var late = studio.acceptRecording.accept(dilnara, TranscriptExamples.aVoice(), Optional.empty(), sent);
        studio.telegram.areAway();

        assertThat(studio.advance(((AcceptRecording.Outcome.Accepted) late).transcript()))
                .isInstanceOf(JobOutcome.Again.class);
    }

    @Test
    void cancelledWhileFetchingItStaysCancelled() throws Exception {
        studio.telegram.answer(target -> {
            studio.cancelTranscript.cancel(id, dilnara);
            return new RemoteFiles.Download.Gone();
        });

        assertThat(studio.finished(id)).isInstanceOf(Transcript.Cancelled.class);
        assertThat(studio.told()).containsExactly("InLine", "Fetching", "Over");
    }

    /** Who stood still while another took over goes on first, and dies later: then nobody else is in line for it. */
    @Test
    void aRunThatAnotherOvertookComesAgain() throws Exception {
        studio.transcriber.answers(_ -> {
            throw new TranscriberUnavailable("away", Duration.ofMinutes(1), false);
        });
        studio.telegram.answer(target -> {
            studio.telegram.areBack();
            assertThat(studio.advance(id)).isInstanceOf(JobOutcome.Again.class);
            assertThat(target.resolveSibling("again").toFile().mkdirs()).isTrue();
            return ScriptedFiles.handOut(target);
        });

        assertThat(studio.advance(id)).isInstanceOf(JobOutcome.Again.class);
        assertThat(studio.transcripts.find(id).orElseThrow()).isInstanceOf(Transcript.Working.class);
    }

    @Test
    void anInterruptLeavesItInLine() {
        studio.telegram.answer(_ -> {
            throw new InterruptedException();
        });

        assertThatThrownBy(() -> studio.advance(id)).isInstanceOf(InterruptedException.class);

        assertThat(studio.transcripts.find(id).orElseThrow()).isInstanceOf(Transcript.Queued.class);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void whatIsOverOrUnknownNeedsNothingMore() throws Exception {
        assertThat(studio.advance(TranscriptExamples.someId())).isEqualTo(new JobOutcome.Finished());
        studio.finished(id);

        assertThat(studio.advance(id)).isEqualTo(new JobOutcome.Finished());
        assertThat(studio.transcriber.sent()).hasSize(1);
    }

    private Duration pause() throws InterruptedException {
        return ((JobOutcome.Again) studio.advance(id)).pause();
    }
}
