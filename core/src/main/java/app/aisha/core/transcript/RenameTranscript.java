package app.aisha.core.transcript;

import app.aisha.core.account.UserId;
import app.aisha.core.work.Transactions;
import java.util.regex.Pattern;

/** Gives a finished transcript a title of its owner's choice. */
public final class RenameTranscript {

    /** What renaming met. */
    public sealed interface Outcome {

        record Renamed(Transcript.Ready transcript) implements Outcome {}

        /** Empty, or longer than {@link Transcript.Heading#TITLE_LIMIT}. */
        record BadTitle() implements Outcome {}

        record Unknown() implements Outcome {}
    }

    /** Spaces of every width and what does not print, NUL among it. */
    private static final Pattern BLANKS = Pattern.compile("[\\p{Z}\\p{Cntrl}]+");

    private final Transcripts transcripts;
    private final Transactions transactions;

    public RenameTranscript(Transcripts transcripts, Transactions transactions) {
        this.transcripts = transcripts;
        this.transactions = transactions;
    }

    public Outcome rename(TranscriptId id, UserId owner, String title) {
        var chosen = BLANKS.matcher(title).replaceAll(" ").strip();
        if (chosen.isEmpty() || chosen.codePointCount(0, chosen.length()) > Transcript.Heading.TITLE_LIMIT) {
            return new Outcome.BadTitle();
        }
        return transactions.call(() -> renameOne(id, owner, chosen));
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
