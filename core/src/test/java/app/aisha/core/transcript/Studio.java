package app.aisha.core.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.core.account.UserId;
import app.aisha.core.media.InMemoryMediaStore;
import app.aisha.core.work.DirectTransactions;
import app.aisha.core.work.JobOutcome;
import app.aisha.core.work.RecordedJobs;
import app.aisha.core.work.RecordingOutbox;
import app.aisha.core.work.ScratchFolders;
import app.aisha.core.work.SettableClock;
import app.aisha.core.work.TimeOrderedIds;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** All that turns recordings into text, with everything outside in the hand of the test. */
final class Studio {

    static final RecordingLimits LIMITS = new RecordingLimits(20 << 20, Duration.ofHours(8));

    final SettableClock clock = new SettableClock();
    final InMemoryTranscripts transcripts = new InMemoryTranscripts();
    final InMemoryPieces pieces = new InMemoryPieces();
    final RecordingOutbox outbox = new RecordingOutbox();
    final RecordedJobs jobs = new RecordedJobs();
    final InMemoryMediaStore media = new InMemoryMediaStore();
    final ScriptedFiles telegram = new ScriptedFiles();
    final ScriptedSound sound = new ScriptedSound();
    final ScriptedTranscriber transcriber = new ScriptedTranscriber();
    final DirectTransactions transactions = new DirectTransactions(transcripts, pieces, outbox, jobs);
    final AcceptRecording acceptRecording =
            new AcceptRecording(transcripts, jobs, outbox, transactions, new TimeOrderedIds(clock), LIMITS);
    final CancelTranscript cancelTranscript = new CancelTranscript(transcripts, outbox, transactions);
    final RenameTranscript renameTranscript = new RenameTranscript(transcripts, transactions);
    final GiveUpTranscript giveUpTranscript = new GiveUpTranscript(transcripts, outbox, transactions);
    private final AdvanceTranscript advanceTranscript;

    Studio(Path scratch) {
        advanceTranscript = new AdvanceTranscript(
                transcripts,
                new FetchOriginal(telegram, media, sound, LIMITS),
                new ListenToRecording(sound, transcriber, pieces, transcripts, outbox, transactions),
                outbox,
                transactions,
                new ScratchFolders(scratch),
                clock);
    }

    TranscriptId accepted(UserId owner) {
        return accepted(owner, Optional.empty());
    }

    /** Accepted with the word that this language is spoken. */
    TranscriptId accepted(UserId owner, Optional<String> spoken) {
        var outcome = acceptRecording.accept(owner, TranscriptExamples.aVoice(), spoken, clock.instant());
        return ((AcceptRecording.Outcome.Accepted) outcome).transcript();
    }

    JobOutcome advance(TranscriptId id) throws InterruptedException {
        return advanceTranscript.advance(id);
    }

    /** Runs to the end, which has to come in one run. */
    Transcript finished(TranscriptId id) throws InterruptedException {
        assertThat(advance(id)).isEqualTo(new JobOutcome.Finished());
        return transcripts.find(id).orElseThrow();
    }

    /** The problem a run to the end comes to. */
    RecordingProblem problem(TranscriptId id) throws InterruptedException {
        return ((Transcript.Failed) finished(id)).problem();
    }

    String text(TranscriptId id) throws InterruptedException {
        return ((Transcript.Ready) finished(id)).wording().text();
    }

    /** The kinds of notices so far, in order. */
    List<String> told() {
        return outbox.posted().stream()
                .map(notice -> notice.getClass().getSimpleName())
                .toList();
    }
}
