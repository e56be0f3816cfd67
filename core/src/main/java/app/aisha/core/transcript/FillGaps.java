package app.aisha.core.transcript;

import app.aisha.core.media.MediaUnavailable;
import app.aisha.core.transcript.Transcriber.TranscriberUnavailable;
import app.aisha.core.work.JobOutcome;
import app.aisha.core.work.Notice;
import app.aisha.core.work.Outbox;
import app.aisha.core.work.ScratchFolders;
import app.aisha.core.work.Transactions;
import java.time.Duration;
import java.util.Optional;

/**
 * Listens once more for what was lost of a finished transcript, which stays as it is until there is something better. May run
 * any number of times.
 */
public final class FillGaps {

    private static final Duration SOON = Duration.ofSeconds(1);

    /** The listening, over these pieces and with these words to the owner. */
    @FunctionalInterface
    public interface Listening {

        ListenToRecording over(Pieces pieces, Outbox outbox);
    }

    private final Transcripts transcripts;
    private final Pieces pieces;
    private final TranscriptSteps steps;
    private final Listening listening;
    private final Outbox outbox;
    private final Transactions transactions;
    private final ScratchFolders scratch;

    public FillGaps(
            Transcripts transcripts,
            Pieces pieces,
            TranscriptSteps steps,
            Listening listening,
            Outbox outbox,
            Transactions transactions,
            ScratchFolders scratch) {
        this.transcripts = transcripts;
        this.pieces = pieces;
        this.steps = steps;
        this.listening = listening;
        this.outbox = outbox;
        this.transactions = transactions;
        this.scratch = scratch;
    }

    /** Answers when to come again: only where the transcript was changed meanwhile. */
    public JobOutcome fill(TranscriptId id) throws InterruptedException {
        var ready = lacking(id);
        return ready.isPresent() ? fill(ready.get()) : new JobOutcome.Finished();
    }

    private JobOutcome fill(Transcript.Ready ready) throws InterruptedException {
        var gaps = new Gaps(pieces);
        transactions.run(() -> outbox.post(hearing(ready, gaps)));
        try {
            return heard(ready, gaps)
                    .<JobOutcome>map(outcome -> end(ready, outcome))
                    .orElseGet(() -> new JobOutcome.Again(SOON, "the transcript was changed meanwhile"));
        } catch (TranscriberUnavailable | MediaUnavailable | SoundToolUnavailable _) {
            return end(ready, new ListenToRecording.Outcome.Rejected(RecordingProblem.NO_SERVICE));
        }
    }

    /** Empty where the transcript was changed meanwhile. */
    private Optional<ListenToRecording.Outcome> heard(Transcript.Ready ready, Gaps gaps)
            throws TranscriberUnavailable, MediaUnavailable, SoundToolUnavailable, InterruptedException {
        try (var folder = scratch.open()) {
            var file = folder.path().resolve("original");
            if (!steps.fetch().fetchAgain(ready.original(), file)) {
                return Optional.of(new ListenToRecording.Outcome.Rejected(RecordingProblem.GONE));
            }
            var listen = listening.over(gaps, notice -> progress(notice, ready, gaps));
            var working = new Transcript.Working(
                    ready.heading(),
                    ready.original(),
                    Optional.empty(),
                    ready.heading().createdAt());
            return Optional.of(listen.listen(working, file, steps.hints().of(working)))
                    .filter(outcome -> !(outcome instanceof ListenToRecording.Outcome.Abandoned));
        }
    }

    private void progress(Notice notice, Transcript.Ready ready, Gaps gaps) {
        if (notice instanceof TranscriptNotice.Listening) {
            outbox.post(hearing(ready, gaps));
        }
    }

    private static TranscriptNotice hearing(Transcript.Ready ready, Gaps gaps) {
        return new TranscriptNotice.HearingGaps(
                ready.owner(),
                ready.id(),
                ready.heading().version(),
                Math.min(gaps.answers(), ready.wording().lost()),
                ready.wording().lost());
    }

    private JobOutcome end(Transcript.Ready begun, ListenToRecording.Outcome outcome) {
        return transactions.call(() -> {
            var current = lacking(begun.id());
            if (current.isEmpty()) {
                return new JobOutcome.Finished();
            }
            var lost = current.get().wording().lost();
            var left = lost;
            if (outcome instanceof ListenToRecording.Outcome.Heard(var text)
                    && text.wording().lost() < lost) {
                left = text.wording().lost();
                steps.end().heardAgain(current.get(), text);
            } else {
                transcripts.save(current.get().heardInVain());
            }
            outbox.post(new TranscriptNotice.GapsHeard(
                    begun.owner(), begun.id(), begun.heading().version(), lost - left, left));
            return new JobOutcome.Finished();
        });
    }

    /** Tells the owner that nothing came of it. */
    public void giveUp(TranscriptId id) {
        lacking(id).ifPresent(ready -> end(ready, new ListenToRecording.Outcome.Rejected(RecordingProblem.INTERNAL)));
    }

    private Optional<Transcript.Ready> lacking(TranscriptId id) {
        return transcripts
                .find(id)
                .flatMap(found -> found instanceof Transcript.Ready ready ? Optional.of(ready) : Optional.empty())
                .filter(ready -> ready.wording().lost() > 0);
    }
}
