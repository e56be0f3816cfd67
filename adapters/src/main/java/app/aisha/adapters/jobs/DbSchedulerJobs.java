package app.aisha.adapters.jobs;

import app.aisha.core.work.Job;
import app.aisha.core.work.Jobs;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Consumer;
import javax.sql.DataSource;

/** Puts jobs in line as rows of {@code scheduled_tasks}, in the caller's transaction. */
public final class DbSchedulerJobs implements Jobs {

    private final SchedulerClient client;
    private final Map<Class<? extends Job>, String> names;
    private final InstantSource clock;
    private final Consumer<Runnable> afterCommit;
    private final Runnable wake;

    /**
     * Opens the line.
     *
     * @param database gives connections that take part in the caller's transaction
     * @param names of the kinds of jobs, as {@link JobKind#name} has them
     * @param afterCommit runs something once the caller's transaction committed
     * @param wake tells the workers that something is due
     */
    public DbSchedulerJobs(
            DataSource database,
            Map<Class<? extends Job>, String> names,
            InstantSource clock,
            Consumer<Runnable> afterCommit,
            Runnable wake) {
        this.client = SchedulerClient.Builder.create(database).build();
        this.names = Map.copyOf(names);
        this.clock = clock;
        this.afterCommit = afterCommit;
        this.wake = wake;
    }

    @Override
    public void enqueue(Job job) {
        var name = names.get(job.getClass());
        if (name == null) {
            throw new IllegalArgumentException("No worker for " + job.getClass());
        }
        client.scheduleIfNotExists(
                TaskDescriptor.of(name).instance(job.subject()).scheduledTo(clock.instant()));
        afterCommit.accept(wake);
    }
}
