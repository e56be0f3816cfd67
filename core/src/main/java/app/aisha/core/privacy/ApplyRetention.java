package app.aisha.core.privacy;

import app.aisha.core.avatar.AvatarJob;
import app.aisha.core.work.Jobs;
import app.aisha.core.work.Transactions;
import java.time.Duration;
import java.time.InstantSource;

/**
 * Has photos removed whose owners changed their mind after the training was over, and takes removals up again that stopped
 * through an error of ours. May run in several instances at once.
 */
public final class ApplyRetention {

    private static final Duration WEEK = Duration.ofDays(7);
    private static final int AT_ONCE = 500;

    private final OverduePhotos overdue;
    private final Erasures erasures;
    private final Jobs jobs;
    private final Transactions transactions;
    private final InstantSource clock;

    public ApplyRetention(
            OverduePhotos overdue, Erasures erasures, Jobs jobs, Transactions transactions, InstantSource clock) {
        this.overdue = overdue;
        this.erasures = erasures;
        this.jobs = jobs;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** A few hundred at most; of how many avatars the photos go. */
    public int apply() {
        return transactions.call(() -> {
            var avatars = overdue.find(clock.instant().minus(WEEK), AT_ONCE);
            avatars.forEach(avatar -> jobs.enqueue(new AvatarJob.DropPhotos(avatar)));
            erasures.open(AT_ONCE).forEach(erasure -> jobs.enqueue(new PrivacyJob.RemoveTraces(erasure)));
            return avatars.size();
        });
    }
}
