package app.aisha.core.avatar;

import app.aisha.core.work.Jobs;
import app.aisha.core.work.Transactions;

/**
 * Keeps what the trainer called to say and has its training looked after at once. What it said is never believed: the result
 * is read from the trainer itself, on the one path that every training ends by.
 */
public final class HearTrainer {

    private final Avatars avatars;
    private final TrainerRings rings;
    private final Jobs jobs;
    private final Transactions transactions;

    public HearTrainer(Avatars avatars, TrainerRings rings, Jobs jobs, Transactions transactions) {
        this.avatars = avatars;
        this.rings = rings;
        this.jobs = jobs;
        this.transactions = transactions;
    }

    /** What is over and of an avatar nobody knows, or not any more, is forgotten; safe to call any number of times. */
    public void hear(TrainerRings.Ring ring) {
        transactions.run(() -> {
            if (avatars.lock(ring.avatar()).isEmpty()) {
                jobs.enqueue(new AvatarJob.Forget(ring.request()));
            } else if (rings.keep(ring)) {
                jobs.enqueue(new AvatarJob.Rung(ring.avatar()));
            }
        });
    }
}
