package app.aisha.adapters.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.adapters.jobs.JobWorkers.Pace;
import app.aisha.adapters.postgres.PostgresDatabase;
import app.aisha.adapters.postgres.TestDatabase;
import app.aisha.core.work.Job;
import app.aisha.core.work.JobOutcome;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What tests of the workers share: a database, workers that end with the test, and a line for their jobs. */
class JobStage {

    static final int PATIENCE_SECONDS = 30;
    static final Pace QUICK = new Pace(3, Duration.ofMillis(200), Duration.ofMillis(50), Duration.ofMillis(300));

    /** Looks at the table so rarely that only being told helps. */
    static final Pace SLEEPY = new Pace(3, Duration.ofSeconds(5), Duration.ofHours(1), Duration.ofMillis(300));

    final PostgresDatabase database = TestDatabase.open();
    final JdbcClient client = JdbcClient.create(database.joined());
    final BlockingQueue<String> runs = new LinkedBlockingQueue<>();
    final BlockingQueue<String> givenUp = new LinkedBlockingQueue<>();
    final List<JobWorkers> started = new ArrayList<>();

    @Nullable
    JobWorkers latest;

    @AfterEach
    void stop() {
        started.forEach(JobWorkers::close);
    }

    JobWorkers workers(Pace pace, JobKind.Work work) {
        return workers(pace, List.of(new JobKind(Errand.class, Errand.NAME, work, givenUp::add)));
    }

    JobWorkers workers(Pace pace, List<JobKind> kinds) {
        var workers = new JobWorkers(database.joined(), kinds, pace, InstantSource.system());
        started.add(workers);
        latest = workers;
        workers.start();
        return workers;
    }

    void enqueue(String subject) {
        enqueue(new Errand(subject));
    }

    void enqueue(Job job) {
        new DbSchedulerJobs(
                        database.joined(),
                        Map.of(Errand.class, Errand.NAME, Voyage.class, Voyage.NAME),
                        InstantSource.system(),
                        PostgresDatabase::afterCommit,
                        () -> {
                            if (latest != null) {
                                latest.wake();
                            }
                        })
                .enqueue(job);
    }

    JobOutcome finished(String subject) {
        runs.add(subject);
        return new JobOutcome.Finished();
    }

    String next(BlockingQueue<String> queue) throws InterruptedException {
        var found = queue.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        assertThat(found).isNotNull();
        return String.valueOf(found);
    }

    int rows() {
        return client.sql("SELECT count(*) FROM scheduled_tasks")
                .query(Integer.class)
                .single();
    }

    void untilNoRowIsLeft() {
        until("no row is left", () -> rows() == 0);
    }

    void until(String what, BooleanSupplier happened) {
        var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!happened.getAsBoolean() && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }
        assertThat(happened.getAsBoolean()).as(what).isTrue();
    }
}
