package app.aisha.core.transcript;

import static app.aisha.core.transcript.ScriptedTranscriber.away;
import static app.aisha.core.transcript.ScriptedTranscriber.heard;
import static app.aisha.core.transcript.ScriptedTranscriber.indexOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.aisha.core.account.UserId;
import app.aisha.core.media.MediaKey;
import app.aisha.core.transcript.Transcriber.TranscriberUnavailable;
import app.aisha.core.work.JobOutcome;
import app.aisha.core.work.StorageUnavailable;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Outages, crashes and what is left to do after them. */
class TroubleTest {

    @TempDir
    private Path folder;

    private Studio studio;
    private TranscriptId id = TranscriptExamples.someId();
    private final UserId dilnara = TranscriptExamples.someone();

    @BeforeEach
    void givenALongRecording() {
        studio = new Studio(folder);
        studio.sound.isLong(4);
        studio.transcriber.answersPieces(clip -> heard("part" + indexOf(clip)));
        id = studio.accepted(dilnara);
    }

    @Test
    void whileTheRecogniserIsAwayTheOwnerKnowsAndThePausesGrow() throws Exception {
        recogniserIsAway(false);

        assertThat(pause()).isEqualTo(Duration.ofSeconds(1));
        assertThat(studio.outbox.posted()).last().isEqualTo(new TranscriptNotice.Paused(dilnara, id));

        studio.clock.advance(Duration.ofSeconds(50));
        assertThat(pause()).isEqualTo(Duration.ofSeconds(10));

        studio.clock.advance(Duration.ofMinutes(8));
        assertThat(pause()).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void aLongerPauseThatTheRecogniserAsksForIsKept() throws Exception {
        studio.transcriber.answersPieces(_ -> {
            throw away(Duration.ofMinutes(3));
        });

        assertThat(pause()).isEqualTo(Duration.ofMinutes(3));
    }

    @Test
    void onceItIsBackOnlyTheMissingPiecesAreSent() throws Exception {
        studio.transcriber.answersPieces(clip -> {
            if (indexOf(clip) == 0) {
                return heard("part0");
            }
            untilKept(0);
            throw away(Duration.ofSeconds(1));
        });
        assertThat(studio.advance(id)).isInstanceOf(JobOutcome.Again.class);
        assertThat(studio.pieces.of(id)).extracting(Piece::index).containsExactly(0);
        var before = studio.transcriber.piecesSent().size();

        studio.transcriber.answersPieces(clip -> heard("part" + indexOf(clip)));

        assertThat(studio.text(id)).isEqualTo("part0 part1 part2 part3");
        assertThat(studio.transcriber.piecesSent()).hasSize(before + 3);
        assertThat(studio.transcriber.piecesSent()).containsOnlyOnce(0);
    }

    /** The last piece ends where the recording ends, as the only piece of an unbroken recording would. */
    @Test
    void aLastPieceKeptAloneIsNotTakenForTheWhole() throws Exception {
        keepOnly(3);

        studio.transcriber.answersPieces(clip -> heard("part" + indexOf(clip)));

        assertThat(studio.text(id)).isEqualTo("part0 part1 part2 part3");
    }

    @Test
    void afterTenMinutesAndTwiceItsLengthItIsGivenUp() throws Exception {
        givenItIsInWork();
        studio.clock.advance(Duration.ofMinutes(16));
        assertThat(studio.advance(id)).isInstanceOf(JobOutcome.Again.class);

        studio.clock.advance(Duration.ofSeconds(1));

        assertThat(studio.problem(id)).isEqualTo(RecordingProblem.NO_SERVICE);
        assertThat(studio.outbox.posted()).last().isEqualTo(new TranscriptNotice.Over(dilnara, id));
    }

    @Test
    void aTroubleForTheOperatorIsWaitedForADay() throws Exception {
        givenItIsInWork();
        recogniserIsAway(true);
        studio.clock.advance(Duration.ofHours(24));
        assertThat(pause()).isEqualTo(Duration.ofMinutes(1));

        studio.clock.advance(Duration.ofSeconds(1));

        assertThat(studio.problem(id)).isEqualTo(RecordingProblem.NO_SERVICE);
    }

    @Test
    void aToolOrAStoreThatIsAwayIsTriedAgainAndGivenUpAfterTenMinutes() throws Exception {
        givenItIsInWork();
        studio.media.setAway(true);
        assertThat(studio.advance(id)).isInstanceOf(JobOutcome.Again.class);
        studio.media.setAway(false);
        studio.sound.toolIsAway(true);
        assertThat(studio.advance(id)).isInstanceOf(JobOutcome.Again.class);

        studio.clock.advance(Duration.ofMinutes(10).plusSeconds(1));

        assertThat(studio.problem(id)).isEqualTo(RecordingProblem.INTERNAL);
    }

    @Test
    void anOriginalThatIsGoneEndsIt() throws Exception {
        givenItIsInWork();
        for (var key : studio.media.under(new MediaKey("users"))) {
            studio.media.delete(key);
        }

        assertThat(studio.problem(id)).isEqualTo(RecordingProblem.GONE);
    }

    @Test
    void afterACrashBetweenPiecesOnlyTheMissingOnesAreSent() throws Exception {
        keepOnly(1);
        var before = studio.transcriber.piecesSent();
        studio.transcriber.answersPieces(clip -> heard("part" + indexOf(clip)));

        assertThat(studio.text(id)).isEqualTo("part0 part1 part2 part3");
        assertThat(studio.transcriber.piecesSent()).hasSize(before.size() + 3).containsOnlyOnce(1);
    }

    @Test
    void afterACrashBehindTheWholeFileItIsNotSentAgain() throws Exception {
        givenItIsInWork();
        var working = (Transcript.Working) studio.transcripts.find(id).orElseThrow();
        var said = Saying.said(0, 30, "all of it", "en");
        studio.pieces.keep(id, new Piece(0, Duration.ZERO, working.original().length(), false, said));
        var before = studio.transcriber.sent().size();

        assertThat(studio.text(id)).isEqualTo("all of it");
        assertThat(studio.transcriber.sent()).hasSize(before);
    }

    @Test
    void anErrorOfOursIsNoOutageAndSurfaces() {
        studio.transcriber.answersPieces(_ -> {
            throw new IllegalStateException("a bug");
        });

        assertThatThrownBy(() -> studio.advance(id)).hasMessageContaining("a bug");
        assertThat(studio.transcripts.find(id).orElseThrow()).isInstanceOf(Transcript.Working.class);
    }

    @Test
    void aPieceThatNobodyAnsweredIsNeverLeftOutInSilence() {
        studio.transcriber.answersPieces(clip -> {
            if (indexOf(clip) == 2) {
                throw new InterruptedException();
            }
            return heard("part" + indexOf(clip));
        });

        assertThatThrownBy(() -> studio.advance(id)).hasMessage("Only 3 of 4 pieces have an answer");
        assertThat(studio.transcripts.find(id).orElseThrow()).isInstanceOf(Transcript.Working.class);
    }

    @Test
    void aDatabaseThatGoesAwayWhileAPieceIsKeptSurfacesAsWhatItIs() {
        studio.transcriber.answersPieces(_ -> {
            throw new StorageUnavailable("the database is away", new IllegalStateException());
        });

        assertThatThrownBy(() -> studio.advance(id)).isInstanceOf(StorageUnavailable.class);
    }

    @Test
    void anInterruptEndsThePiecesInFlightAndLeavesTheRestForTheNextRun() throws Exception {
        var listening = new CountDownLatch(1);
        studio.transcriber.answersPieces(_ -> {
            listening.countDown();
            new CountDownLatch(1).await();
            return heard("never");
        });
        var run = Thread.ofVirtual().start(() -> {
            try {
                studio.advance(id);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        });
        listening.await();

        run.interrupt();
        run.join();

        assertThat(studio.transcripts.find(id).orElseThrow()).isInstanceOf(Transcript.Working.class);
        assertThat(studio.pieces.of(id)).isEmpty();
        assertThat(folder).isEmptyDirectory();
    }

    private void recogniserIsAway(boolean needsOperator) {
        studio.transcriber.answersPieces(_ -> {
            throw new TranscriberUnavailable("away", Duration.ZERO, needsOperator);
        });
    }

    private void givenItIsInWork() throws InterruptedException {
        recogniserIsAway(false);
        assertThat(studio.advance(id)).isInstanceOf(JobOutcome.Again.class);
    }

    /** As after a crash: this piece was answered and kept, every other was on its way. */
    private void keepOnly(int index) throws InterruptedException {
        studio.transcriber.answersPieces(clip -> {
            if (indexOf(clip) == index) {
                return heard("part" + index);
            }
            new CountDownLatch(1).await();
            return heard("never");
        });
        var run = Thread.ofVirtual().start(() -> {
            try {
                studio.advance(id);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        });
        untilKept(index);
        run.interrupt();
        run.join();
    }

    private void untilKept(int index) {
        while (studio.pieces.of(id).stream().noneMatch(piece -> piece.index() == index)) {
            Thread.onSpinWait();
        }
    }

    private Duration pause() throws InterruptedException {
        return ((JobOutcome.Again) studio.advance(id)).pause();
    }
}
