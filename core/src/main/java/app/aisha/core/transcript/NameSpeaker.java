package app.aisha.core.transcript;

import app.aisha.core.account.OneLine;
import app.aisha.core.account.UserId;
import app.aisha.core.work.Transactions;
import java.util.Optional;

/** Gives a voice of a finished transcript a name of its owner's choice; documents made from now on use it. */
public final class NameSpeaker {

    /** What naming met. */
    public sealed interface Outcome {

        record Named(Transcript.Ready transcript) implements Outcome {}

        /** Empty, or longer than {@link Speakers#LONGEST_NAME}. */
        record BadName() implements Outcome {}

        /** No such transcript of this owner, or no such voice in it. */
        record Unknown() implements Outcome {}
    }

    private final Transcripts transcripts;
    private final Transactions transactions;

    public NameSpeaker(Transcripts transcripts, Transactions transactions) {
        this.transcripts = transcripts;
        this.transactions = transactions;
    }

    public Outcome name(TranscriptId id, UserId owner, String label, String name) {
        return OneLine.of(name, 1, Speakers.LONGEST_NAME)
                .map(chosen -> save(id, owner, label, Optional.of(chosen)))
                .orElseGet(Outcome.BadName::new);
    }

    /** From now on the voice is told by its number again. */
    public Outcome forget(TranscriptId id, UserId owner, String label) {
        return save(id, owner, label, Optional.empty());
    }

    private Outcome save(TranscriptId id, UserId owner, String label, Optional<String> name) {
        return transactions.call(() -> transcripts
                .ready(id, owner)
                .filter(ready -> ready.speakers().has(label))
                .map(ready -> save(ready.spokenBy(ready.speakers().named(label, name))))
                .orElseGet(Outcome.Unknown::new));
    }

    private Outcome save(Transcript.Ready named) {
        transcripts.save(named);
        return new Outcome.Named(named);
    }
}
