package app.aisha.core.privacy;

import app.aisha.core.account.UserId;
import app.aisha.core.work.Jobs;
import app.aisha.core.work.TimeOrderedIds;
import app.aisha.core.work.Transactions;
import java.time.InstantSource;

/** Has a copy of everything written that is kept of a person. */
public final class AskForExport {

    private final Exports exports;
    private final Jobs jobs;
    private final Transactions transactions;
    private final TimeOrderedIds ids;
    private final InstantSource clock;

    public AskForExport(
            Exports exports, Jobs jobs, Transactions transactions, TimeOrderedIds ids, InstantSource clock) {
        this.exports = exports;
        this.jobs = jobs;
        this.transactions = transactions;
        this.ids = ids;
        this.clock = clock;
    }

    /** What the wish met. */
    public sealed interface Outcome {

        record Asked() implements Outcome {}

        record BeingWritten() implements Outcome {}

        /** One was sent not long ago; the next can be had when it is removed. */
        record SentLately(Export.Ready export) implements Outcome {}
    }

    /** Safe to call any number of times. */
    public Outcome ask(UserId owner) {
        return transactions.call(() -> switch (exports.of(owner).orElse(null)) {
            case null -> asked(owner);
            case Export.Asked _ -> new Outcome.BeingWritten();
            case Export.Ready ready -> new Outcome.SentLately(ready);
        });
    }

    private Outcome asked(UserId owner) {
        var export = new Export.Asked(new ExportId(ids.next()), owner, clock.instant());
        if (!exports.add(export)) {
            return new Outcome.BeingWritten();
        }
        jobs.enqueue(new PrivacyJob.Export(export.id()));
        return new Outcome.Asked();
    }
}
