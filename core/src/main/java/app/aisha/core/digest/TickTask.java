package app.aisha.core.digest;

import app.aisha.core.account.UserId;
import app.aisha.core.work.StaleState;
import app.aisha.core.work.Transactions;
import java.util.ArrayList;

/** Ticks a task of a to-do list off, or takes the tick away. */
public final class TickTask {

    private final Digests digests;
    private final Transactions transactions;

    public TickTask(Digests digests, Transactions transactions) {
        this.digests = digests;
        this.transactions = transactions;
    }

    /** What ticking met. */
    public sealed interface Outcome {

        /** As it is now; also where it was so before. */
        record Ticked(Digest.Ready digest) implements Outcome {}

        record NoSuchTask() implements Outcome {}

        /** This person has no finished to-do list of this name. */
        record NotFound() implements Outcome {}
    }

    /**
     * Two ticks at once do not undo each other.
     *
     * @param task its place in the list, from 0
     */
    public Outcome tick(DigestId id, UserId owner, int task, boolean done) {
        try {
            return transactions.call(() -> tickOnce(id, owner, task, done));
        } catch (StaleState _) {
            return transactions.call(() -> tickOnce(id, owner, task, done));
        }
    }

    private Outcome tickOnce(DigestId id, UserId owner, int task, boolean done) {
        if (!(digests.find(id, owner).orElse(null) instanceof Digest.Ready ready)
                || !(ready.content() instanceof Content.ToDo list)) {
            return new Outcome.NotFound();
        }
        if (task < 0 || task >= list.tasks().size()) {
            return new Outcome.NoSuchTask();
        }
        if (list.tasks().get(task).done() == done) {
            return new Outcome.Ticked(ready);
        }
        var tasks = new ArrayList<>(list.tasks());
        tasks.set(task, tasks.get(task).ticked(done));
        var ticked = ready.with(new Content.ToDo(tasks));
        digests.save(ticked);
        return new Outcome.Ticked(ticked);
    }
}
