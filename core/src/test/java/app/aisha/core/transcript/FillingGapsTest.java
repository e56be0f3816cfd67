package app.aisha.core.transcript;

import static app.aisha.core.transcript.ScriptedTranscriber.away;
import static app.aisha.core.transcript.ScriptedTranscriber.heard;
import static app.aisha.core.transcript.ScriptedTranscriber.indexOf;
import static app.aisha.core.transcript.ScriptedTranscriber.refused;
import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.core.account.UserId;
import app.aisha.core.work.JobOutcome;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was lost is listened to once more. */
class FillingGapsTest {

    private final UserId dilnara = TranscriptExamples.someone();

    @TempDir
    private Path folder;

    private Studio studio;
    private TranscriptId id = TranscriptExamples.someId();

    @BeforeEach
    void givenATranscriptWithTwoGaps() throws Exception {
        studio = new Studio(folder);
        id = studio.accepted(dilnara);
        studio.sound.isLong(4);
        studio.transcriber.answersPieces(
                clip -> indexOf(clip) == 1 || indexOf(clip) == 3 ? refused() : heard("part" + indexOf(clip)));
        assertThat(((Transcript.Ready) studio.finished(id)).wording().lost()).isEqualTo(2);
        studio.jobs.takeAll();
    }

    private Transcript.Ready now() {
        return (Transcript.Ready) studio.transcripts.find(id).orElseThrow();
    }

    private List<Integer> sentNow() throws Exception {
        var before = studio.transcriber.piecesSent().size();
        assertThat(studio.fillGaps().fill(id)).isEqualTo(new JobOutcome.Finished());
        return studio.transcriber.sent().stream()
                .skip(before)
                .map(ScriptedTranscriber::indexOf)
                .sorted()
                .toList();
    }

    @Test
    void onlyTheGapsAreSentAndTheTextIsWhole() throws Exception {
        studio.transcriber.answersPieces(clip -> heard("again" + indexOf(clip)));

        assertThat(studio.tryGapsAgain.start(id, dilnara)).isEqualTo(new TryGapsAgain.Outcome.Started());
        assertThat(studio.tryGapsAgain.start(id, dilnara)).isEqualTo(new TryGapsAgain.Outcome.Started());
        assertThat(studio.jobs.line()).containsExactly(new TranscriptJob.FillGaps(id));
        assertThat(sentNow()).containsExactly(1, 3);

        assertThat(now().wording().text()).isEqualTo("part0 again1 part2 again3");
        assertThat(now().wording().lost()).isZero();
        assertThat(studio.told()).endsWith("HearingGaps", "GapsHeard");
        assertThat(studio.outbox.posted().getLast()).isEqualTo(new TranscriptNotice.GapsHeard(dilnara, id, 3, 2, 0));
        assertThat(studio.tryGapsAgain.start(id, dilnara)).isEqualTo(new TryGapsAgain.Outcome.NoGaps(now()));
    }

    @Test
    void whatIsLostAgainStaysAsItWasAndCanBeTriedOnceMore() throws Exception {
        var before = now();

        assertThat(sentNow()).containsExactly(1, 3);

        assertThat(now().wording()).isEqualTo(before.wording());
        assertThat(studio.pieces.of(id)).hasSize(4);
        assertThat(studio.outbox.posted().getLast())
                .isEqualTo(new TranscriptNotice.GapsHeard(
                        dilnara, id, before.heading().version(), 0, 2));

        studio.transcriber.answersPieces(clip -> indexOf(clip) == 1 ? heard("again1") : refused());
        assertThat(sentNow()).containsExactly(1, 3);
        assertThat(now().wording().lost()).isEqualTo(1);
        assertThat(now().wording().text()).startsWith("part0 again1 part2\n\n[");
        assertThat(studio.outbox.posted().getLast().anchor())
                .endsWith(":gaps:" + (before.heading().version() + 1));
    }

    @Test
    void aServiceThatIsAwayEndsTheTryAndLosesNothing() throws Exception {
        var before = now();
        studio.transcriber.answersPieces(_ -> {
            throw away(Duration.ofSeconds(1));
        });

        studio.fillGaps().fill(id);

        assertThat(now().wording()).isEqualTo(before.wording());
        assertThat(studio.pieces.of(id)).hasSize(4);
        assertThat(studio.told()).endsWith("GapsHeard");
    }

    @Test
    void aTitleGivenMeanwhileStays() throws Exception {
        studio.transcriber.answersPieces(clip -> {
            if (indexOf(clip) == 1) {
                studio.renameTranscript.rename(id, dilnara, "Plan");
            }
            return heard("again" + indexOf(clip));
        });

        assertThat(studio.fillGaps().fill(id)).isInstanceOf(JobOutcome.Again.class);
        studio.transcriber.answersPieces(clip -> heard("again" + indexOf(clip)));
        assertThat(studio.fillGaps().fill(id)).isEqualTo(new JobOutcome.Finished());

        assertThat(now().heading().title()).contains("Plan");
        assertThat(now().wording().lost()).isZero();
    }

    @Test
    void whatIsDeletedMeanwhileDoesNotComeBack() throws Exception {
        studio.transcriber.answersPieces(clip -> {
            studio.deleteTranscript.delete(id, dilnara);
            return heard("again" + indexOf(clip));
        });

        studio.fillGaps().fill(id);
        assertThat(studio.fillGaps().fill(id)).isEqualTo(new JobOutcome.Finished());

        assertThat(studio.transcripts.find(id)).isEmpty();
    }

    @Test
    void aStrangerStartsNothing() {
        assertThat(studio.tryGapsAgain.start(id, TranscriptExamples.someone()))
                .isEqualTo(new TryGapsAgain.Outcome.Unknown());
        assertThat(studio.jobs.line()).isEmpty();
    }

    @Test
    void givingUpSaysThatTheGapsStay() {
        studio.fillGaps().giveUp(id);

        assertThat(studio.told()).endsWith("GapsHeard");
        assertThat(now().wording().lost()).isEqualTo(2);
    }
}
