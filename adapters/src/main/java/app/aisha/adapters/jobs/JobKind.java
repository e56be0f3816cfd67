package app.aisha.adapters.jobs;

import app.aisha.core.work.Job;
import app.aisha.core.work.JobOutcome;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import java.util.function.Consumer;

/**
 * One kind of job and what its workers do. The subject is all a job carries; the state in the database says the rest.
 *
 * @param type the job's record
 * @param name how rows name it; for ever
 * @param work one run for a subject
 * @param giveUp ends a subject whose runs fail through an error of ours
 */
public record JobKind(Class<? extends Job> type, String name, Work work, Consumer<String> giveUp) {

    TaskDescriptor<Void> descriptor() {
        return TaskDescriptor.of(name);
    }

    /** One run. */
    @FunctionalInterface
    public interface Work {

        JobOutcome run(String subject) throws InterruptedException;
    }
}
