package app.aisha.adapters.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.adapters.jobs.JobWorkers.Pace;
import app.aisha.adapters.postgres.PostgresDatabase;
import app.aisha.adapters.postgres.TestDatabase;
import app.aisha.core.work.JobOutcome;
import app.aisha.core.work.StorageUnavailable;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class JobWorkersTest {

    private static final int PATIENCE_SECONDS = 30;
    private static final Pace QUICK =
            new Pace(3, Duration.ofMillis(200), Duration.ofMillis(50), Duration.ofMillis(300));

    /** Looks at the table so rarely that only being told helps. */
    private static final Pace SLEEPY = new Pace(3, Duration.ofSeconds(5), Duration.ofHours(1), Duration.ofMillis(300));

    private final PostgresDatabase database = TestDatabase.open();
    private final JdbcClient client = JdbcClient.create(database.joined());
    private final BlockingQueue<String> runs = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> givenUp = new LinkedBlockingQueue<>();
    private final List<JobWorkers> started = new ArrayList<>();
    private @Nullable JobWorkers latest;

    @AfterEach
    void stop() {
        started.forEach(JobWorkers::close);
    }

    private JobWorkers workers(Pace pace, JobKind.Work work) {
        var kind = new JobKind(Errand.class, Errand.NAME, work, givenUp::add);
        var workers = new JobWorkers(database.joined(), List.of(kind), pace, InstantSource.system());
        started.add(workers);
        latest = workers;
        workers.start();
        return workers;
    }

    private void enqueue(String subject) {
        new DbSchedulerJobs(
                        database.joined(),
                        Map.of(Errand.class, Errand.NAME),
                        InstantSource.system(),
                        PostgresDatabase::afterCommit,
                        () -> {
                            if (latest != null) {
                                latest.wake();
                            }
                        })
                .enqueue(new Errand(subject));
    }

    private JobOutcome finished(String subject) {
        runs.add(subject);
        return new JobOutcome.Finished();
    }

    private String next(BlockingQueue<String> queue) throws InterruptedException {
        var found = queue.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        assertThat(found).isNotNull();
        return String.valueOf(found);
    }

    private int rows() {
        return client.sql("SELECT count(*) FROM scheduled_tasks")
                .query(Integer.class)
                .single();
    }

    private void untilNoRowIsLeft() {
        var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (rows() > 0 && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }
        assertThat(rows()).isZero();
    }

    @Test
    void aJobRunsAtOnceAfterItsCommitAndLeavesTheLine() throws InterruptedException {
        workers(SLEEPY, this::finished);
        database.run(() -> enqueue("milk"));

        assertThat(next(runs)).isEqualTo("milk");
        untilNoRowIsLeft();
        assertThat(givenUp).isEmpty();
    }

    @Test
    void aJobOfARolledBackTransactionNeverRuns() throws InterruptedException {
        workers(QUICK, this::finished);
        try {
            database.run(() -> {
                enqueue("never");
                throw new IllegalStateException("rolled back");
            });
        } catch (IllegalStateException _) {
            enqueue("after");
        }

        assertThat(next(runs)).isEqualTo("after");
        untilNoRowIsLeft();
        assertThat(runs).isEmpty();
    }

    @Test
    void aJobThatWantsToComeAgainComesAgainAfterItsPause() throws InterruptedException {
        var first = new CountDownLatch(1);
        workers(QUICK, subject -> {
            runs.add(subject);
            if (first.getCount() > 0) {
                first.countDown();
                return new JobOutcome.Again(Duration.ofMillis(300), "not yet");
            }
            return new JobOutcome.Finished();
        });
        enqueue("milk");

        assertThat(next(runs)).isEqualTo("milk");
        assertThat(next(runs)).isEqualTo("milk");
        untilNoRowIsLeft();
    }

    @Test
    void aPauseIsAsLongAsTheJobAsked() throws InterruptedException {
        var before = Instant.now();
        workers(SLEEPY, subject -> {
            runs.add(subject);
            return new JobOutcome.Again(Duration.ofHours(2), "much later");
        });
        enqueue("milk");
        next(runs);
        stop();

        assertThat(client.sql("SELECT execution_time FROM scheduled_tasks WHERE NOT picked")
                        .query(OffsetDateTime.class)
                        .single()
                        .toInstant())
                .isAfterOrEqualTo(before.plus(Duration.ofHours(2)).minusMillis(1));
    }

    @Test
    void aJobThatAlwaysThrowsIsRunThreeTimesAndGivenUp() throws InterruptedException {
        workers(QUICK, subject -> {
            runs.add(subject);
            throw new IllegalStateException("a bug");
        });
        enqueue("milk");

        assertThat(next(givenUp)).isEqualTo("milk");
        untilNoRowIsLeft();
        assertThat(runs).hasSize(3);
    }

    @Test
    void anErrorCountsLikeAnException() throws InterruptedException {
        workers(QUICK, subject -> {
            runs.add(subject);
            throw new StackOverflowError("a deeper bug");
        });
        enqueue("milk");

        assertThat(next(givenUp)).isEqualTo("milk");
        assertThat(runs).hasSize(3);
    }

    @Test
    void aJobWithoutItsDatabaseIsNotGivenUp() throws InterruptedException {
        workers(QUICK, subject -> {
            runs.add(subject);
            throw new StorageUnavailable("away", new IOException());
        });
        enqueue("milk");
        next(runs);
        stop();

        assertThat(client.sql("SELECT consecutive_failures FROM scheduled_tasks WHERE execution_time > now()")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(givenUp).isEmpty();
    }

    @Test
    void aJobWhoseProcessDiedIsTakenUpAgain() throws InterruptedException {
        client.sql("""
            INSERT INTO scheduled_tasks
                (task_name, task_instance, execution_time, picked, picked_by, last_heartbeat, version)
            VALUES ('errand', 'orphan', now() - interval '1 hour', true, 'a dead process',
                now() - interval '1 hour', 2)
            """).update();
        workers(QUICK, this::finished);

        assertThat(next(runs)).isEqualTo("orphan");
        untilNoRowIsLeft();
    }

    @Test
    void aJobThatIsRunningElsewhereIsLeftAlone() throws InterruptedException {
        var go = new Semaphore(0);
        workers(QUICK, subject -> {
            runs.add("first " + subject);
            go.acquire();
            return new JobOutcome.Finished();
        });
        enqueue("milk");
        assertThat(next(runs)).isEqualTo("first milk");

        workers(QUICK, this::finished);
        enqueue("bread");
        var second = next(runs);
        go.release(2);

        assertThat(second).isIn("bread", "first bread");
        untilNoRowIsLeft();
        assertThat(runs).isEmpty();
    }

    @Test
    void closingInterruptsALongJobWhichGoesOnAtTheNextStart() throws InterruptedException {
        var interrupted = new CountDownLatch(1);
        var forEver = new CountDownLatch(1);
        var workers = workers(QUICK, subject -> {
            runs.add(subject);
            try {
                forEver.await();
                return new JobOutcome.Finished();
            } catch (InterruptedException e) {
                interrupted.countDown();
                throw e;
            }
        });
        enqueue("milk");
        next(runs);

        workers.close();

        assertThat(interrupted.getCount()).isZero();
        assertThat(client.sql("SELECT count(*) FROM scheduled_tasks WHERE NOT picked AND execution_time <= now()")
                        .query(Integer.class)
                        .single())
                .as("free for the next process without waiting for a heartbeat to run out")
                .isEqualTo(1);
        workers(SLEEPY, this::finished);
        assertThat(next(runs)).isEqualTo("milk");
        untilNoRowIsLeft();
    }

    @Test
    void aJobThatAnswersAnInterruptWithAPauseIsFreeToo() throws InterruptedException {
        var workers = workers(QUICK, subject -> {
            runs.add(subject);
            while (!Thread.currentThread().isInterrupted()) {
                Thread.onSpinWait();
            }
            return new JobOutcome.Again(Duration.ofHours(1), "interrupted on the way");
        });
        enqueue("milk");
        next(runs);

        workers.close();

        assertThat(client.sql("SELECT picked FROM scheduled_tasks")
                        .query(Boolean.class)
                        .single())
                .isFalse();
    }

    @Test
    void noMoreJobsRunAtOnceThanThePaceAllows() throws InterruptedException {
        var running = new AtomicInteger();
        var most = new AtomicInteger();
        var go = new Semaphore(0);
        workers(QUICK, subject -> {
            most.accumulateAndGet(running.incrementAndGet(), Math::max);
            runs.add(subject);
            go.acquire();
            running.decrementAndGet();
            return new JobOutcome.Finished();
        });
        for (var i = 0; i < 12; i++) {
            enqueue("errand-" + i);
        }

        for (var i = 0; i < QUICK.threads(); i++) {
            next(runs);
        }
        for (var i = QUICK.threads(); i < 12; i++) {
            go.release();
            next(runs);
        }
        go.release(QUICK.threads());
        untilNoRowIsLeft();
        assertThat(most).hasValue(QUICK.threads());
    }

    @Test
    void thePaceSaysWhenADeadJobIsTakenUp() {
        assertThat(Pace.USUAL.recovery()).isLessThanOrEqualTo(Duration.ofSeconds(30));
    }
}
