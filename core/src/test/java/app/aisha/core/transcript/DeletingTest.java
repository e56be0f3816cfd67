package app.aisha.core.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.core.account.UserId;
import app.aisha.core.media.MediaKey;
import app.aisha.core.transcript.DeleteTranscript.Outcome;
import app.aisha.core.work.JobOutcome;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a transcript that its owner does not want any more. */
class DeletingTest {

    private final UserId dilnara = TranscriptExamples.someone();

    @TempDir
    private Path folder;

    private Studio studio;
    private TranscriptId id = TranscriptExamples.someId();

    @BeforeEach
    void givenAnAcceptedRecording() {
        studio = new Studio(folder);
        id = studio.accepted(dilnara);
    }

    private TranscriptJob.Erase erase() {
        return new TranscriptJob.Erase(dilnara, id);
    }

    private List<MediaKey> stored() throws Exception {
        return studio.media.under(new MediaKey(erase().subject()));
    }

    @Test
    void theTextIsGoneAtOnceAndTheSoundWithTheNextJob() throws Exception {
        studio.finished(id);
        studio.jobs.takeAll();
        assertThat(stored()).hasSize(1);

        assertThat(studio.deleteTranscript.delete(id, dilnara)).isEqualTo(new Outcome.Deleted());
        assertThat(studio.deleteTranscript.delete(id, dilnara)).isEqualTo(new Outcome.Unknown());

        assertThat(studio.transcripts.find(id)).isEmpty();
        assertThat(studio.jobs.takeAll()).containsExactly(erase());
        assertThat(studio.erase(erase())).isEqualTo(new JobOutcome.Finished());
        assertThat(stored()).isEmpty();
        assertThat(studio.erase(erase())).isEqualTo(new JobOutcome.Finished());
    }

    @Test
    void whileTheStoreIsAwayTheJobComesAgain() throws Exception {
        studio.finished(id);
        studio.jobs.takeAll();
        studio.deleteTranscript.delete(id, dilnara);
        studio.jobs.takeAll();

        studio.media.setAway(true);
        assertThat(studio.erase(erase())).isInstanceOf(JobOutcome.Again.class);

        studio.media.setAway(false);
        studio.erase(erase());
        assertThat(stored()).isEmpty();
    }

    @Test
    void whatIsInWorkHasToBeCancelledFirst() {
        assertThat(studio.deleteTranscript.delete(id, dilnara)).isEqualTo(new Outcome.InWork());

        studio.cancelTranscript.cancel(id, dilnara);
        assertThat(studio.deleteTranscript.delete(id, dilnara)).isEqualTo(new Outcome.Deleted());
    }

    @Test
    void aWorkerThatNoticesLateLeavesNothingBehind() throws Exception {
        studio.cancelTranscript.cancel(id, dilnara);
        studio.deleteTranscript.delete(id, dilnara);

        assertThat(studio.erase(erase())).isInstanceOf(JobOutcome.Again.class);

        studio.jobs.takeAll();
        assertThat(studio.advance(id)).isEqualTo(new JobOutcome.Finished());
        assertThat(studio.erase(erase())).isEqualTo(new JobOutcome.Finished());
        assertThat(studio.transcripts.find(id)).isEmpty();
        assertThat(studio.pieces.of(id)).isEmpty();
    }

    @Test
    void aTranscriptThatFailedCanBeDeletedAndAStrangersCannot() throws Exception {
        studio.giveUpTranscript.giveUp(id);

        assertThat(studio.deleteTranscript.delete(id, TranscriptExamples.someone()))
                .isEqualTo(new Outcome.Unknown());
        assertThat(studio.transcripts.find(id)).isPresent();
        assertThat(studio.deleteTranscript.delete(id, dilnara)).isEqualTo(new Outcome.Deleted());
    }

    @Test
    void theSubjectOfTheJobNamesItsFolder() {
        assertThat(TranscriptJob.Erase.of(erase().subject())).contains(erase());
        assertThat(TranscriptJob.Erase.of("users/../recordings")).isEmpty();
    }
}
