package app.aisha.core.digest;

import app.aisha.core.account.OneLine;
import app.aisha.core.account.UserId;
import app.aisha.core.transcript.Passages;
import app.aisha.core.transcript.TranscriptId;
import app.aisha.core.transcript.Transcripts;
import app.aisha.core.work.Jobs;
import app.aisha.core.work.Outbox;
import app.aisha.core.work.TimeOrderedIds;
import app.aisha.core.work.Transactions;

/** Has a digest made of a finished transcript, or finds the one that was made before. */
public final class AskForDigest {

    /** What the wish met. */
    public sealed interface Outcome {

        /** It is being made from now on. */
        record Begun(Digest.Asked digest) implements Outcome {}

        /** The same is being made already; nothing is begun twice. */
        record UnderWay(Digest.Asked digest) implements Outcome {}

        /** It was made before. */
        record Known(Digest.Ready digest) implements Outcome {}

        /** This person has no finished transcript of this name. */
        record NotFound() implements Outcome {}

        /** The transcript is empty. */
        record NothingSaid() implements Outcome {}

        /** A question without words, or with more than {@link Request.Question#LONGEST} characters. */
        record TooLong() implements Outcome {}
    }

    private final Transcripts transcripts;
    private final Passages passages;
    private final Digests digests;
    private final Jobs jobs;
    private final Outbox outbox;
    private final Transactions transactions;
    private final TimeOrderedIds ids;

    public AskForDigest(
            Transcripts transcripts,
            Passages passages,
            Digests digests,
            Jobs jobs,
            Outbox outbox,
            Transactions transactions,
            TimeOrderedIds ids) {
        this.transcripts = transcripts;
        this.passages = passages;
        this.digests = digests;
        this.jobs = jobs;
        this.outbox = outbox;
        this.transactions = transactions;
        this.ids = ids;
    }

    /**
     * Safe to call any number of times. Questions that differ in spaces only are the same.
     *
     * @param anew whether one that was made before is made again; it stays as it is
     */
    public Outcome ask(UserId owner, TranscriptId transcript, Request request, boolean anew) {
        var tidy = tidy(request);
        if (tidy instanceof Request.Question(var words) && (words.isEmpty() || isTooLong(words))) {
            return new Outcome.TooLong();
        }
        return transactions.call(() -> {
            if (transcripts.ready(transcript, owner).isEmpty()) {
                return new Outcome.NotFound();
            }
            return found(owner, transcript, tidy, anew);
        });
    }

    private Outcome found(UserId owner, TranscriptId transcript, Request request, boolean anew) {
        return switch (digests.newest(transcript, request).orElse(null)) {
            case Digest.Asked asked -> new Outcome.UnderWay(asked);
            case Digest.Ready ready when !anew -> new Outcome.Known(ready);
            case Digest.Ready _, Digest.Failed _, Digest.Cancelled _ -> begin(owner, transcript, request);
            case null -> begin(owner, transcript, request);
        };
    }

    private Outcome begin(UserId owner, TranscriptId transcript, Request request) {
        if (passages.of(transcript).isEmpty()) {
            return new Outcome.NothingSaid();
        }
        var id = new DigestId(ids.next());
        var heading = new Digest.Heading(id, transcript, owner, request, TimeOrderedIds.madeAt(id.value()), 1);
        var asked = new Digest.Asked(heading);
        if (!digests.add(asked)) {
            return found(owner, transcript, request, false);
        }
        jobs.enqueue(new DigestJob.Make(id));
        outbox.post(new DigestNotice.Begun(owner, id));
        return new Outcome.Begun(asked);
    }

    private static Request tidy(Request request) {
        return request instanceof Request.Question(var words) ? new Request.Question(OneLine.of(words)) : request;
    }

    private static boolean isTooLong(String words) {
        return words.codePointCount(0, words.length()) > Request.Question.LONGEST;
    }
}
