package app.aisha.core.transcript;

import app.aisha.core.account.OneLine;
import app.aisha.core.account.UserId;
import app.aisha.core.work.Transactions;

/** Gives a finished transcript a title of its owner's choice. */
public final class RenameTranscript {

    /** What renaming met. */
    public sealed interface Outcome {

        record Renamed(Transcript.Ready transcript) implements Outcome {}

        /** Empty, or longer than {@link Transcript.Heading#TITLE_LIMIT}. */
        record BadTitle() implements Outcome {}

        record Unknown() implements Outcome {}
    }

    private final Transcripts transcripts;
    private final Transactions transactions;

    public RenameTranscript(Transcripts transcripts, Transactions transactions) {
        this.transcripts = transcripts;
        this.transactions = transactions;
    }

    public Outcome rename(TranscriptId id, UserId owner, String title) {
        return OneLine.of(title, 1, Transcript.Heading.TITLE_LIMIT)
                .map(chosen -> transactions.call(() -> transcripts
                        .ready(id, owner)
                        .map(ready -> save(ready.renamed(chosen)))
                        .orElseGet(Outcome.Unknown::new)))
                .orElseGet(Outcome.BadTitle::new);
    }

    private Outcome save(Transcript.Ready renamed) {
        transcripts.save(renamed);
        return new Outcome.Renamed(renamed);
    }
}
