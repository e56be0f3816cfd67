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
 * @param lane where it is worked at
 */
public record JobKind(Class<? extends Job> type, String name, Work work, Consumer<String> giveUp, Lane lane) {

    /** Of short runs. */
    public JobKind(Class<? extends Job> type, String name, Work work, Consumer<String> giveUp) {
        this(type, name, work, giveUp, Lane.SHORT);
    }

    /** The same with runs that may take as long as they like. */
    public JobKind lasting() {
        return new JobKind(type, name, work, giveUp, Lane.LONG);
    }

    /** Kinds of one lane share its workers and wait for each other, those of another lane never. */
    public enum Lane {
        /** A run takes seconds, and comes again where it has to wait. */
        SHORT,
        /** A run takes minutes or hours. */
        LONG
    }

    TaskDescriptor<String> descriptor() {
        return TaskDescriptor.of(name, String.class);
    }

    /** One run. */
    @FunctionalInterface
    public interface Work {

        JobOutcome run(String subject) throws InterruptedException;
    }
}
