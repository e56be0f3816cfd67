package app.aisha.core.transcript;

import app.aisha.core.account.UserId;
import app.aisha.core.work.Jobs;
import app.aisha.core.work.Outbox;
import app.aisha.core.work.TimeOrderedIds;
import app.aisha.core.work.Transactions;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Has the same sound listened to once more, in another language: a transcript of its own, with its own copy of the bytes and
 * its own price. A message has one for each language.
 */
public final class ListenAgain {

    /** What the wish met. */
    public sealed interface Outcome {

        record Accepted(TranscriptId transcript) implements Outcome {}

        /** There is one in this language, in work or ready. */
        record ThereAlready(TranscriptId transcript) implements Outcome {}

        record Unknown() implements Outcome {}
    }

    private final Transcripts transcripts;
    private final Jobs jobs;
    private final Outbox outbox;
    private final Transactions transactions;
    private final TimeOrderedIds ids;
    private final InstantSource clock;

    public ListenAgain(
            Transcripts transcripts,
            Jobs jobs,
            Outbox outbox,
            Transactions transactions,
            TimeOrderedIds ids,
            InstantSource clock) {
        this.transcripts = transcripts;
        this.jobs = jobs;
        this.outbox = outbox;
        this.transactions = transactions;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Safe to call any number of times. One that failed or was cancelled before gives way to the new one.
     *
     * @param language ISO 639-1 code
     * @param title of the new one
     */
    public Outcome listen(TranscriptId id, UserId owner, String language, String title) {
        return transactions.call(() -> transcripts
                .ready(id, owner)
                .filter(ready -> !ready.original().isText())
                .map(ready -> listen(ready, language, title))
                .orElseGet(Outcome.Unknown::new));
    }

    private Outcome listen(Transcript.Ready ready, String language, String title) {
        var before =
                transcripts.again(ready.owner(), ready.heading().recording().message(), language);
        if (before.isPresent()) {
            switch (before.get()) {
                case Transcript.Queued _, Transcript.Waiting _, Transcript.Working _, Transcript.Ready _ -> {
                    return new Outcome.ThereAlready(before.get().id());
                }
                case Transcript.Failed _, Transcript.Cancelled _ -> giveWay(before.get());
            }
        }
        var fresh = new TranscriptId(ids.next());
        var heading = new Transcript.Heading(
                fresh,
                ready.owner(),
                ready.heading().recording().from(ready.original().key()),
                Optional.of(title),
                clock.instant(),
                1,
                Optional.of(language));
        if (!transcripts.add(new Transcript.Queued(heading))) {
            return new Outcome.ThereAlready(transcripts
                    .again(ready.owner(), ready.heading().recording().message(), language)
                    .orElseThrow()
                    .id());
        }
        jobs.enqueue(new TranscriptJob.Transcribe(fresh));
        outbox.post(new TranscriptNotice.InLine(ready.owner(), fresh, transcripts.queuedBefore(fresh)));
        return new Outcome.Accepted(fresh);
    }

    private void giveWay(Transcript before) {
        transcripts.delete(before);
        jobs.enqueue(new TranscriptJob.Erase(before.owner(), before.id()));
    }
}
