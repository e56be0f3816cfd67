package app.aisha.core.transcript;

import app.aisha.core.media.MediaUnavailable;
import app.aisha.core.transcript.RemoteFiles.RemoteFilesUnavailable;
import app.aisha.core.transcript.Transcriber.TranscriberUnavailable;
import app.aisha.core.work.JobOutcome;
import app.aisha.core.work.Outbox;
import app.aisha.core.work.ScratchFolders;
import app.aisha.core.work.StaleState;
import app.aisha.core.work.TimeOrderedIds;
import app.aisha.core.work.Transactions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;

/**
 * Takes a transcript from whatever state it is in to its end. May run any number of times, also twice at once: every step
 * is saved only onto the state it started from.
 */
public final class AdvanceTranscript {

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Duration PATIENCE_FOR_OPERATOR = Duration.ofHours(24);
    private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    private final Transcripts transcripts;
    private final FetchOriginal fetchOriginal;
    private final ListenToRecording listenToRecording;
    private final Outbox outbox;
    private final Transactions transactions;
    private final ScratchFolders scratch;
    private final InstantSource clock;

    public AdvanceTranscript(
            Transcripts transcripts,
            FetchOriginal fetchOriginal,
            ListenToRecording listenToRecording,
            Outbox outbox,
            Transactions transactions,
            ScratchFolders scratch,
            InstantSource clock) {
        this.transcripts = transcripts;
        this.fetchOriginal = fetchOriginal;
        this.listenToRecording = listenToRecording;
        this.outbox = outbox;
        this.transactions = transactions;
        this.scratch = scratch;
        this.clock = clock;
    }

    /** Answers when to come again, if at all. An interrupt leaves the state as it was last saved. */
    public JobOutcome advance(TranscriptId id) throws InterruptedException {
        try (var folder = scratch.open()) {
            var file = folder.path().resolve("original");
            var transcript = transcripts.find(id).orElse(null);
            return switch (transcript) {
                case null -> new JobOutcome.Finished();
                case Transcript.Queued queued -> fetch(queued, file);
                case Transcript.Working working -> listen(working, file);
                case Transcript.Ready _, Transcript.Failed _, Transcript.Cancelled _ -> new JobOutcome.Finished();
            };
        } catch (StaleState _) {
            return new JobOutcome.Finished();
        }
    }

    private JobOutcome fetch(Transcript.Queued queued, Path file) throws InterruptedException {
        tell(new TranscriptNotice.Fetching(queued.owner(), queued.id()));
        try {
            return switch (fetchOriginal.fetch(queued, file)) {
                case FetchOriginal.Outcome.Rejected(var problem) -> end(queued.failed(problem));
                case FetchOriginal.Outcome.Stored(var original) -> {
                    var working = queued.started(original);
                    transactions.run(() -> {
                        transcripts.save(working);
                        outbox.post(new TranscriptNotice.Preparing(working.owner(), working.id()));
                    });
                    yield listen(working, file);
                }
            };
        } catch (RemoteFilesUnavailable | MediaUnavailable | SoundToolUnavailable e) {
            return isOverdue(queued, PATIENCE) ? end(queued.failed(RecordingProblem.INTERNAL)) : again(queued, e);
        }
    }

    private JobOutcome listen(Transcript.Working working, Path file) throws InterruptedException {
        try {
            if (!Files.exists(file) && !fetchOriginal.fetchAgain(working.original(), file)) {
                return end(working.failed(RecordingProblem.GONE));
            }
            return switch (listenToRecording.listen(working, file)) {
                case ListenToRecording.Outcome.Abandoned _ -> new JobOutcome.Finished();
                case ListenToRecording.Outcome.Rejected(var problem) -> end(working.failed(problem));
                case ListenToRecording.Outcome.Heard(var wording) -> finish(working.ready(wording));
            };
        } catch (TranscriberUnavailable e) {
            return pause(working, e);
        } catch (MediaUnavailable | SoundToolUnavailable e) {
            return isOverdue(working, PATIENCE) ? end(working.failed(RecordingProblem.INTERNAL)) : again(working, e);
        }
    }

    private JobOutcome pause(Transcript.Working working, TranscriberUnavailable e) {
        var patience = e.needsOperator()
                ? PATIENCE_FOR_OPERATOR
                : PATIENCE.plus(working.original().length().multipliedBy(2));
        if (isOverdue(working, patience)) {
            return end(working.failed(RecordingProblem.NO_SERVICE));
        }
        tell(new TranscriptNotice.Paused(working.owner(), working.id()));
        var asked = e.needsOperator() ? Duration.ZERO : e.pause();
        var pause = asked.compareTo(pauseFor(working)) > 0 ? asked : pauseFor(working);
        return new JobOutcome.Again(pause, String.valueOf(e.getMessage()));
    }

    private JobOutcome finish(Transcript.Ready ready) {
        return transactions.call(() -> {
            var outcome = end(ready);
            if (!ready.wording().fitsMessage()) {
                outbox.post(new TranscriptNotice.WholeText(ready.owner(), ready.id()));
            }
            return outcome;
        });
    }

    private JobOutcome end(Transcript ended) {
        return transactions.call(() -> {
            transcripts.save(ended);
            outbox.post(new TranscriptNotice.Over(ended.owner(), ended.id()));
            return new JobOutcome.Finished();
        });
    }

    private void tell(TranscriptNotice notice) {
        transactions.run(() -> outbox.post(notice));
    }

    private JobOutcome again(Transcript transcript, Exception why) {
        return new JobOutcome.Again(pauseFor(transcript), String.valueOf(why.getMessage()));
    }

    private boolean isOverdue(Transcript transcript, Duration patience) {
        return age(transcript).compareTo(patience) > 0;
    }

    /** Grows with the age of the transcript: the longer a trouble lasts, the rarer the tries. */
    private Duration pauseFor(Transcript transcript) {
        var fifth = age(transcript).dividedBy(5);
        if (fifth.compareTo(SHORTEST_PAUSE) < 0) {
            return SHORTEST_PAUSE;
        }
        return fifth.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : fifth;
    }

    /** Since it was taken in, which may be long after it was sent. */
    private Duration age(Transcript transcript) {
        return Duration.between(TimeOrderedIds.madeAt(transcript.id().value()), clock.instant());
    }
}
