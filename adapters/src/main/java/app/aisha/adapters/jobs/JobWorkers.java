package app.aisha.adapters.jobs;

import app.aisha.adapters.jobs.JobKind.Lane;
import app.aisha.adapters.jobs.JobWatch.Ending;
import app.aisha.core.work.JobOutcome;
import app.aisha.core.work.StorageUnavailable;
import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs jobs on virtual threads, in lanes that do not wait for each other. A job whose process died is taken up by whoever lives within {@link Pace#recovery()}; one
 * whose runs fail three times through an error of ours is given up.
 */
public final class JobWorkers implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(JobWorkers.class);
    private static final int RUNS = 3;
    private static final int MISSED_HEARTBEATS = 4;

    /** The rows of the other lane are no litter. */
    private static final Duration FOR_EVER = Duration.ofDays(36_500);

    private static final Duration PAUSE_WITHOUT_DATABASE = Duration.ofSeconds(5);

    /** A run and what becomes of its row have one thread. */
    private static final ThreadLocal<JobWatch.@Nullable Run> UNDER_WAY = new ThreadLocal<>();

    private final List<Scheduler> lanes;
    private final InstantSource clock;
    private final JobWatch watch;

    /**
     * How workers go about it.
     *
     * @param threads jobs at once in each lane
     * @param heartbeat how often a running job shows that its process lives
     * @param poll how often the table is looked at without being told
     * @param drain how long closing waits for running jobs before it interrupts them, and then again for their end
     */
    public record Pace(int threads, Duration heartbeat, Duration poll, Duration drain) {

        public static final Pace USUAL =
                new Pace(16, Duration.ofSeconds(4), Duration.ofSeconds(2), Duration.ofSeconds(5));

        /** When a job of a dead process is taken up at the latest. */
        public Duration recovery() {
            return heartbeat.multipliedBy(MISSED_HEARTBEATS + 1).plus(poll);
        }
    }

    /** Watched by nobody. */
    public JobWorkers(DataSource pool, List<JobKind> kinds, Pace pace, InstantSource clock) {
        this(pool, kinds, pace, clock, JobWatch.NONE);
    }

    public JobWorkers(DataSource pool, List<JobKind> kinds, Pace pace, InstantSource clock, JobWatch watch) {
        this.clock = clock;
        this.watch = watch;
        this.lanes = Arrays.stream(Lane.values())
                .map(lane -> kinds.stream().filter(kind -> kind.lane() == lane).toList())
                .filter(own -> !own.isEmpty())
                .map(own -> lane(pool, own, pace))
                .toList();
    }

    private Scheduler lane(DataSource pool, List<JobKind> kinds, Pace pace) {
        var names = kinds.stream().map(JobKind::name).toList();
        return Scheduler.create(pool, kinds.stream().map(this::task).toList())
                .jdbcCustomization(new OwnRows(names))
                .serializer(new MarkSerializer())
                .schedulerName(ownName())
                .deleteUnresolvedAfter(FOR_EVER)
                .executorService(Executors.newVirtualThreadPerTaskExecutor())
                .threads(pace.threads())
                .heartbeatInterval(pace.heartbeat())
                .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                .pollingInterval(pace.poll())
                .pollUsingLockAndFetch(0.5, 1.0)
                .shutdownMaxWait(pace.drain())
                .failureLogging(LogLevel.OFF, false)
                .build();
    }

    /** Told apart in {@code picked_by} also where instances share a machine. */
    private static SchedulerName ownName() {
        return new SchedulerName.Fixed(new SchedulerName.Hostname().getName() + "-"
                + ProcessHandle.current().pid());
    }

    public void start() {
        lanes.forEach(Scheduler::start);
    }

    /** Says that a job was put in line. */
    public void wake() {
        lanes.forEach(Scheduler::triggerCheckForDueExecutions);
    }

    private Task<?> task(JobKind kind) {
        return Tasks.custom(kind.descriptor())
                .onDeadExecution(this::revive)
                .onFailure((complete, operations) -> failed(kind, complete, operations))
                .execute((instance, _) -> watched(kind, instance));
    }

    /** That the program died over a job is no failure of the job: its earlier failures count no more. */
    private void revive(ExecutionComplete dead, ExecutionOperations<String> operations) {
        var now = clock.instant();
        LOG.warn("{} goes on: whoever was at it is gone", dead.getExecution().taskInstance);
        operations.reschedule(ExecutionComplete.success(dead.getExecution(), now, now), now);
    }

    private CompletionHandler<String> watched(JobKind kind, TaskInstance<String> instance) {
        var run = watch.begin(kind.name(), instance.getId(), Optional.ofNullable(instance.getData()));
        UNDER_WAY.set(run);
        var completion = run(kind, instance.getId(), run);
        return (complete, operations) -> {
            try (run) {
                completion.complete(complete, operations);
            }
        };
    }

    private CompletionHandler<String> run(JobKind kind, String subject, JobWatch.Run run) {
        try {
            var outcome = kind.work().run(subject);
            run.ended(outcome instanceof JobOutcome.Finished ? Ending.FINISHED : Ending.AGAIN);
            return after(kind, subject, outcome);
        } catch (InterruptedException _) {
            run.ended(Ending.INTERRUPTED);
            return again(Duration.ZERO);
        } catch (StorageUnavailable e) {
            run.ended(Ending.WITHOUT_DATABASE);
            LOG.warn("{} {} waits for the database: {}", kind.name(), subject, e.getMessage());
            return again(PAUSE_WITHOUT_DATABASE);
        } finally {
            forgetInterrupt();
        }
    }

    private CompletionHandler<String> after(JobKind kind, String subject, JobOutcome outcome) {
        return switch (outcome) {
            case JobOutcome.Finished _ -> (_, operations) -> operations.stop();
            case JobOutcome.Again(var pause, var why) -> {
                LOG.info("{} {} comes again in {} s: {}", kind.name(), subject, pause.toSeconds(), why);
                yield again(pause);
            }
        };
    }

    private CompletionHandler<String> again(Duration pause) {
        return (complete, operations) ->
                operations.reschedule(complete, clock.instant().plus(pause));
    }

    /** With the mark on the thread the row could not be written, and the job would wait for its heartbeat to run out. */
    @SuppressWarnings("ResultOfMethodCallIgnored")
    private static void forgetInterrupt() {
        Thread.interrupted();
    }

    private void failed(JobKind kind, ExecutionComplete complete, ExecutionOperations<String> operations) {
        try (var _ = UNDER_WAY.get()) {
            fail(kind, complete, operations);
        }
    }

    private void fail(JobKind kind, ExecutionComplete complete, ExecutionOperations<String> operations) {
        var subject = complete.getExecution().taskInstance.getId();
        var failures = complete.getExecution().consecutiveFailures + 1;
        var incident = UUID.randomUUID().toString().substring(0, 8);
        LOG.atError()
                .addKeyValue("incident", incident)
                .setCause(complete.getCause().orElse(null))
                .log("Incident {}: run {} of {} {} failed", incident, failures, kind.name(), subject);
        if (failures < RUNS) {
            operations.reschedule(complete, clock.instant().plusSeconds(failures));
        } else {
            kind.giveUp().accept(subject);
            operations.stop();
        }
    }

    /** Lets running jobs end for a while, then interrupts them; they go on where they stopped at the next start. */
    @Override
    public void close() {
        try (var all = Executors.newVirtualThreadPerTaskExecutor()) {
            lanes.forEach(lane -> all.execute(lane::stop));
        }
    }
}
