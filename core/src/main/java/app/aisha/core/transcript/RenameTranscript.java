package app.aisha.core.transcript;

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
        return OneLine.of(title, Transcript.Heading.TITLE_LIMIT)
                .map(chosen -> transactions.call(() -> renameOne(id, owner, chosen)))
                .orElseGet(Outcome.BadTitle::new);
    }

    private Outcome renameOne(TranscriptId id, UserId owner, String title) {
        if (transcripts.find(id, owner).orElse(null) instanceof Transcript.Ready ready) {
            var renamed = ready.renamed(title);
            transcripts.save(renamed);
            return new Outcome.Renamed(renamed);
        }
        return new Outcome.Unknown();
    }
}
