package app.aisha.core.transcript;

import app.aisha.core.wallet.Wallets;
import app.aisha.core.wallet.Wallets.Ending;
import app.aisha.core.work.Outbox;
import app.aisha.core.work.Transactions;

/** Ends a transcript: its last state, the money and the word to its owner, together or not at all. */
public final class EndTranscript {

    /** The note on a receipt whose transcript its owner cancelled; other notes are names of {@link RecordingProblem}. */
    public static final String CANCELLED = "CANCELLED";

    /** The note on a receipt whose recording had nothing to charge for. */
    public static final String NOTHING_SAID = "NOTHING_SAID";

    private final Transcripts transcripts;
    private final Passages passages;
    private final Wallets wallets;
    private final Outbox outbox;
    private final Transactions transactions;

    public EndTranscript(
            Transcripts transcripts, Passages passages, Wallets wallets, Outbox outbox, Transactions transactions) {
        this.transcripts = transcripts;
        this.passages = passages;
        this.wallets = wallets;
        this.outbox = outbox;
        this.transactions = transactions;
    }

    void ready(Transcript.Working working, Assembled text) {
        var ready = working.ready(text.wording(), text.speakers(), text.sounding());
        transactions.run(() -> {
            end(ready);
            passages.keep(ready.id(), text.passages());
            working.terms().ifPresent(terms -> wallets.settle(terms.hold(), endingOf(ready)));
            sendWhatDoesNotFit(ready);
        });
    }

    /** Puts what was heard later in place of what is there; voices keep their names. */
    void heardAgain(Transcript.Ready ready, Assembled text) {
        transactions.run(() -> {
            var speakers = text.called(ready.speakers(), passages.of(ready.id()));
            transcripts.save(ready.heardAgain(text.wording(), speakers));
            passages.keep(ready.id(), text.passages());
        });
    }

    /** What was written is its own transcript. */
    void read(Transcript.Queued queued, Original original, WrittenText text) {
        var ready = queued.read(original, text.wording(), text.speakers());
        transactions.run(() -> {
            end(ready);
            passages.keep(ready.id(), text.passages());
            sendWhatDoesNotFit(ready);
        });
    }

    private void sendWhatDoesNotFit(Transcript.Ready ready) {
        if (!ready.wording().fitsMessage()) {
            outbox.post(new TranscriptNotice.WholeText(ready.owner(), ready.id()));
        }
    }

    /** Fails it from the state it is in. Does nothing where it is over. */
    void fail(Transcript transcript, RecordingProblem problem) {
        switch (transcript) {
            case Transcript.Queued queued -> end(queued.failed(problem));
            case Transcript.Waiting waiting -> end(waiting.failed(problem));
            case Transcript.Working working -> giveBack(working, working.failed(problem), problem.name());
            case Transcript.Ready _, Transcript.Failed _, Transcript.Cancelled _ -> {}
        }
    }

    /** Cancels it from the state it is in. False where it is over. */
    boolean cancel(Transcript transcript) {
        switch (transcript) {
            case Transcript.Queued queued -> end(queued.cancelled());
            case Transcript.Waiting waiting -> end(waiting.cancelled());
            case Transcript.Working working -> giveBack(working, working.cancelled(), CANCELLED);
            case Transcript.Ready _, Transcript.Failed _, Transcript.Cancelled _ -> {
                return false;
            }
        }
        return true;
    }

    private void giveBack(Transcript.Working working, Transcript ended, String reason) {
        transactions.run(() -> {
            end(ended);
            working.terms().ifPresent(terms -> wallets.settle(terms.hold(), new Ending.Release(reason)));
        });
    }

    private void end(Transcript ended) {
        transactions.run(() -> {
            transcripts.save(ended);
            outbox.post(new TranscriptNotice.Over(ended.owner(), ended.id()));
        });
    }

    private static Ending endingOf(Transcript.Ready ready) {
        return ready.bill()
                .map(Transcript.Bill::charged)
                .filter(charged -> !charged.isNone())
                .<Ending>map(Ending.Capture::new)
                .orElseGet(() -> new Ending.Release(NOTHING_SAID));
    }
}
