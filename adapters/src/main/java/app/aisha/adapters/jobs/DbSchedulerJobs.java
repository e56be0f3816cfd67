package app.aisha.adapters.jobs;

import app.aisha.core.work.Job;
import app.aisha.core.work.JobLine;
import app.aisha.core.work.Jobs;
import app.aisha.core.work.StorageUnavailable;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Puts jobs in line as rows of {@code scheduled_tasks}, in the caller's transaction. */
public final class DbSchedulerJobs implements Jobs, JobLine {

    /**
     * The row that db-scheduler's own client would write. That one finds out about a row of a concurrent transaction by an
     * error, after which PostgreSQL gives the caller's transaction up.
     */
    private static final String ENQUEUE = """
        INSERT INTO scheduled_tasks (task_name, task_instance, task_data, execution_time, picked, version)
        VALUES (?, ?, ?, ?, false, 1)
        ON CONFLICT DO NOTHING
        """;

    private static final String IN_LINE = """
        SELECT EXISTS (SELECT 1 FROM scheduled_tasks WHERE task_name = ? AND task_instance = ?)
        """;

    private final JdbcClient database;
    private final Map<Class<? extends Job>, String> names;
    private final InstantSource clock;
    private final Consumer<Runnable> afterCommit;
    private final Runnable wake;
    private final Supplier<Optional<String>> mark;

    /** Opens a line whose jobs are not marked. */
    public DbSchedulerJobs(
            DataSource database,
            Map<Class<? extends Job>, String> names,
            InstantSource clock,
            Consumer<Runnable> afterCommit,
            Runnable wake) {
        this(database, names, clock, afterCommit, wake, Optional::empty);
    }

    /**
     * Opens the line.
     *
     * @param database gives connections that take part in the caller's transaction
     * @param names of the kinds of jobs, as {@link JobKind#name} has them
     * @param afterCommit runs something once the caller's transaction committed
     * @param wake tells the workers that something is due
     * @param mark what a job that is put in line now is to be recognised by in each of its runs, some 60 ASCII characters
     */
    public DbSchedulerJobs(
            DataSource database,
            Map<Class<? extends Job>, String> names,
            InstantSource clock,
            Consumer<Runnable> afterCommit,
            Runnable wake,
            Supplier<Optional<String>> mark) {
        this.database = JdbcClient.create(database);
        this.names = Map.copyOf(names);
        this.clock = clock;
        this.afterCommit = afterCommit;
        this.wake = wake;
        this.mark = mark;
    }

    @Override
    public void enqueue(Job job) {
        var name = nameOf(job);
        try {
            database.sql(ENQUEUE)
                    .param(name)
                    .param(job.subject())
                    .param(mark.get()
                            .map(text -> text.getBytes(StandardCharsets.UTF_8))
                            .orElse(null))
                    .param(clock.instant().atOffset(ZoneOffset.UTC))
                    .update();
        } catch (DataAccessResourceFailureException | TransientDataAccessException | RecoverableDataAccessException e) {
            throw new StorageUnavailable("The database took no job", e);
        }
        afterCommit.accept(wake);
    }

    @Override
    public boolean holds(Job job) {
        try {
            return database.sql(IN_LINE)
                    .param(nameOf(job))
                    .param(job.subject())
                    .query(Boolean.class)
                    .single();
        } catch (DataAccessResourceFailureException | TransientDataAccessException | RecoverableDataAccessException e) {
            throw new StorageUnavailable("The database told of no job", e);
        }
    }

    private String nameOf(Job job) {
        var name = names.get(job.getClass());
        if (name == null) {
            throw new IllegalArgumentException("No worker for " + job.getClass());
        }
        return name;
    }
}
