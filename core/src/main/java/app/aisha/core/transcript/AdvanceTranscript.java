package app.aisha.core.transcript;

import app.aisha.core.media.MediaUnavailable;
import app.aisha.core.media.RemoteFiles.RemoteFilesUnavailable;
import app.aisha.core.transcript.Transcriber.TranscriberUnavailable;
import app.aisha.core.work.JobOutcome;
import app.aisha.core.work.Outbox;
import app.aisha.core.work.ScratchFolders;
import app.aisha.core.work.StaleState;
import app.aisha.core.work.Transactions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;

/**
 * Takes a transcript from whatever state it is in to its end, or to the price its owner has to agree to. May run any number
 * of times, also twice at once: every step is saved only onto the state it started from.
 */
public final class AdvanceTranscript {

    private final Transcripts transcripts;
    private final TranscriptSteps steps;
    private final Outbox outbox;
    private final Transactions transactions;
    private final ScratchFolders scratch;
    private final Patience patience;

    public AdvanceTranscript(
            Transcripts transcripts,
            TranscriptSteps steps,
            Outbox outbox,
            Transactions transactions,
            ScratchFolders scratch,
            InstantSource clock) {
        this.transcripts = transcripts;
        this.steps = steps;
        this.outbox = outbox;
        this.transactions = transactions;
        this.scratch = scratch;
        this.patience = new Patience(clock);
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
                case Transcript.Waiting _, Transcript.Ready _, Transcript.Failed _, Transcript.Cancelled _ ->
                    new JobOutcome.Finished();
            };
        } catch (StaleState _) {
            return takenOver(id);
        }
    }

    /** A run that went on with it may do so without a row in line: then the next one sees what is left to do. */
    private JobOutcome takenOver(TranscriptId id) {
        return switch (transcripts.find(id).orElse(null)) {
            case Transcript.Queued _, Transcript.Working _ ->
                new JobOutcome.Again(Duration.ofSeconds(1), "another run went on with it");
            case null, default -> new JobOutcome.Finished();
        };
    }

    private JobOutcome fetch(Transcript.Queued queued, Path file) throws InterruptedException {
        tell(new TranscriptNotice.Fetching(queued.owner(), queued.id()));
        try {
            return switch (steps.fetch().fetch(queued, file)) {
                case FetchOriginal.Outcome.Rejected(var problem) -> fail(queued, problem);
                case FetchOriginal.Outcome.Read(var original, var passages) -> {
                    steps.end().read(queued, original, WrittenText.of(passages));
                    yield new JobOutcome.Finished();
                }
                case FetchOriginal.Outcome.Stored(var original) ->
                    steps.offer().offer(queued, original) instanceof Transcript.Working working
                            ? listen(working, file)
                            : new JobOutcome.Finished();
            };
        } catch (RemoteFilesUnavailable e) {
            return patience.isOverForDownload(queued, e.isWaiting())
                    ? fail(queued, RecordingProblem.INTERNAL)
                    : again(queued, e);
        } catch (MediaUnavailable | SoundToolUnavailable e) {
            return patience.isOver(queued) ? fail(queued, RecordingProblem.INTERNAL) : again(queued, e);
        }
    }

    private JobOutcome listen(Transcript.Working working, Path file) throws InterruptedException {
        try {
            if (!Files.exists(file) && !steps.fetch().fetchAgain(working.original(), file)) {
                return fail(working, RecordingProblem.GONE);
            }
            return switch (steps.listen().listen(working, file, steps.hints().of(working))) {
                case ListenToRecording.Outcome.Abandoned _ -> takenOver(working.id());
                case ListenToRecording.Outcome.Rejected(var problem) -> fail(working, problem);
                case ListenToRecording.Outcome.Heard(var text) -> {
                    steps.end().ready(working, text);
                    yield new JobOutcome.Finished();
                }
            };
        } catch (TranscriberUnavailable e) {
            return pause(working, e);
        } catch (MediaUnavailable | SoundToolUnavailable e) {
            return patience.isOver(working) ? fail(working, RecordingProblem.INTERNAL) : again(working, e);
        }
    }

    private JobOutcome pause(Transcript.Working working, TranscriberUnavailable e) {
        if (patience.isOverForService(working, e.needsOperator())) {
            return fail(working, RecordingProblem.NO_SERVICE);
        }
        tell(new TranscriptNotice.Paused(working.owner(), working.id()));
        var asked = e.needsOperator() ? Duration.ZERO : e.pause();
        var usual = patience.pause(working);
        return new JobOutcome.Again(asked.compareTo(usual) > 0 ? asked : usual, String.valueOf(e.getMessage()));
    }

    private JobOutcome fail(Transcript transcript, RecordingProblem problem) {
        steps.end().fail(transcript, problem);
        return new JobOutcome.Finished();
    }

    private void tell(TranscriptNotice notice) {
        transactions.run(() -> outbox.post(notice));
    }

    private JobOutcome again(Transcript transcript, Exception why) {
        return new JobOutcome.Again(patience.pause(transcript), String.valueOf(why.getMessage()));
    }
}
