package app.aisha.core.transcript;

import static app.aisha.core.transcript.ScriptedTranscriber.heard;
import static app.aisha.core.transcript.ScriptedTranscriber.indexOf;
import static app.aisha.core.transcript.ScriptedTranscriber.refused;
import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.core.account.UserId;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a recording while everything outside works. */
class ListeningTest {

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
    void aShortRecordingIsSentAsItIs() throws Exception {
        studio.transcriber.answers(_ -> heard("Привет."));

        assertThat(((Transcript.Ready) studio.finished(id)).wording())
                .isEqualTo(new Wording("Привет.", Optional.of("ru"), 0));
        assertThat(studio.transcriber.sent()).singleElement().isInstanceOf(Transcriber.Clip.WholeFile.class);
    }

    @Test
    void aLongRecordingIsHeardPieceByPieceAndJoinedInItsOrder() throws Exception {
        givenALongRecording(40);

        assertThat(studio.text(id))
                .isEqualTo(String.join(
                        " ", IntStream.range(0, 40).mapToObj(i -> "part" + i).toList()));
        assertThat(studio.transcriber.piecesSent())
                .isEqualTo(IntStream.range(0, 40).boxed().toList());
    }

    @Test
    void theLanguageIsLeftToTheRecogniserUnlessTheOwnerTellsIt() throws Exception {
        studio.finished(id);
        assertThat(studio.transcriber.languagesTold()).containsExactly(Optional.empty());

        studio = new Studio(folder);
        studio.finished(studio.accepted(dilnara, Optional.of("kk")));
        assertThat(studio.transcriber.languagesTold()).containsExactly(Optional.of("kk"));
    }

    @Test
    void everyPieceIsHeardInTheLanguageOfItsRecording() throws Exception {
        id = studio.accepted(dilnara, Optional.of("kk"));
        givenALongRecording(7);

        studio.finished(id);

        assertThat(studio.transcriber.piecesSent()).hasSize(7);
        assertThat(studio.transcriber.languagesTold()).containsExactly(Optional.of("kk"));
    }

    @Test
    void theOwnerIsToldHowFarItIs() throws Exception {
        givenALongRecording(3);

        studio.finished(id);

        assertThat(studio.told())
                .containsExactly(
                        "InLine", "Fetching", "Preparing", "Listening", "Listening", "Listening", "Writing", "Over");
        assertThat(studio.outbox.posted(TranscriptNotice.Listening.class))
                .extracting(TranscriptNotice.Listening::done)
                .containsExactlyInAnyOrder(1, 2, 3);
        assertThat(studio.outbox.posted(TranscriptNotice.Listening.class))
                .allSatisfy(notice -> assertThat(notice.total()).isGreaterThanOrEqualTo(notice.done()));
    }

    @Test
    void silenceIsNotSent() throws Exception {
        givenALongRecording(3);
        studio.sound.isSilentAt(1);

        assertThat(studio.text(id)).isEqualTo("part0 part2");
        assertThat(studio.transcriber.piecesSent()).containsExactly(0, 2);
    }

    @Test
    void aRecordingOfSilenceHasAnEmptyText() throws Exception {
        givenALongRecording(2);
        studio.sound.isSilentAt(0);
        studio.sound.isSilentAt(1);

        assertThat(((Transcript.Ready) studio.finished(id)).wording()).isEqualTo(new Wording("", Optional.empty(), 0));
    }

    @Test
    void aRefusedFileIsTriedInPieces() throws Exception {
        studio.sound.isLong(2);
        studio.transcriber.answers(clip -> indexOf(clip) < 0 ? refused() : heard("part" + indexOf(clip)));

        assertThat(studio.text(id)).isEqualTo("part0 part1");
        assertThat(studio.transcriber.sent()).hasSize(3);
    }

    @Test
    void aLostPieceLeavesAMarkedGap() throws Exception {
        givenALongRecording(3);
        studio.transcriber.answersPieces(clip -> indexOf(clip) == 1 ? refused() : heard("part" + indexOf(clip) + "…"));

        assertThat(((Transcript.Ready) studio.finished(id)).wording())
                .isEqualTo(new Wording("part0\n\n[00:00:45–00:01:30 …]\n\npart2…", Optional.of("ru"), 1));
    }

    @Test
    void whereEveryPieceIsLostTheRecordingIsRefused() throws Exception {
        givenALongRecording(2);
        studio.transcriber.answersPieces(_ -> refused());

        assertThat(studio.problem(id)).isEqualTo(RecordingProblem.REFUSED);
    }

    @Test
    void brokenSoundIsRefused() throws Exception {
        givenALongRecording(2);
        studio.sound.breaksOff();

        assertThat(studio.problem(id)).isEqualTo(RecordingProblem.BROKEN);
    }

    @Test
    void aTextTooLongForAMessageComesAsADocumentToo() throws Exception {
        studio.transcriber.answers(_ -> heard("слово ".repeat(501)));

        studio.finished(id);

        assertThat(studio.outbox.posted())
                .endsWith(new TranscriptNotice.Over(dilnara, id), new TranscriptNotice.WholeText(dilnara, id));
    }

    @Test
    void cancelledWhileListeningItStaysCancelledAndTheRestIsNotSent() throws Exception {
        givenALongRecording(100);
        studio.transcriber.answersPieces(clip -> {
            studio.cancelTranscript.cancel(id, dilnara);
            return heard("too late");
        });

        assertThat(studio.finished(id)).isInstanceOf(Transcript.Cancelled.class);
        assertThat(studio.pieces.of(id)).isEmpty();
        assertThat(studio.transcriber.sent()).hasSizeLessThan(100);
        assertThat(studio.outbox.posted()).last().isEqualTo(new TranscriptNotice.Over(dilnara, id));
    }

    @Test
    void cancelledWhileAWholeFileIsHeardItStaysCancelled() throws Exception {
        studio.transcriber.answers(_ -> {
            studio.cancelTranscript.cancel(id, dilnara);
            return heard("too late");
        });

        assertThat(studio.finished(id)).isInstanceOf(Transcript.Cancelled.class);
    }

    @Test
    void wordsAreCountedAndAShortTextFitsAMessage() {
        var wording = new Wording("Раз, два\n\n  три", Optional.empty(), 0);

        assertThat(wording.words()).isEqualTo(3);
        assertThat(wording.fitsMessage()).isTrue();
        assertThat(new Wording("x".repeat(3_001), Optional.empty(), 0).fitsMessage())
                .isFalse();
    }

    private void givenALongRecording(int pieces) {
        studio.sound.isLong(pieces);
        studio.transcriber.answersPieces(clip -> heard("part" + indexOf(clip)));
    }
}
