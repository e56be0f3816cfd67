package app.aisha.adapters.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.aisha.adapters.postgres.PostgresDatabase;
import app.aisha.adapters.postgres.TestDatabase;
import app.aisha.core.work.Job;
import app.aisha.core.work.StorageUnavailable;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class DbSchedulerJobsTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

    private final PostgresDatabase database = TestDatabase.open();
    private final JdbcClient client = JdbcClient.create(database.joined());
    private final AtomicInteger wakes = new AtomicInteger();
    private final DbSchedulerJobs jobs = new DbSchedulerJobs(
            database.joined(),
            Map.of(Errand.class, Errand.NAME),
            InstantSource.fixed(NOW),
            PostgresDatabase::afterCommit,
            wakes::incrementAndGet);

    private List<@Nullable String> line() {
        return client.sql("SELECT task_instance FROM scheduled_tasks WHERE task_name = 'errand' ORDER BY 1")
                .query(String.class)
                .list();
    }

    @Test
    void aJobIsInLineOnceItsTransactionCommitted() {
        var wakesBefore = new ArrayList<Integer>();
        database.run(() -> {
            jobs.enqueue(new Errand("milk"));
            wakesBefore.add(wakes.get());
        });

        assertThat(line()).containsExactly("milk");
        assertThat(wakesBefore).containsExactly(0);
        assertThat(wakes).hasValue(1);
        assertThat(client.sql("SELECT execution_time FROM scheduled_tasks")
                        .query(OffsetDateTime.class)
                        .single()
                        .toInstant())
                .isEqualTo(NOW);
    }

    @Test
    void theLineHoldsAJobUntilItIsDone() {
        assertThat(jobs.holds(new Errand("milk"))).isFalse();

        jobs.enqueue(new Errand("milk"));

        assertThat(jobs.holds(new Errand("milk"))).isTrue();
        assertThat(jobs.holds(new Errand("bread"))).isFalse();
        client.sql("DELETE FROM scheduled_tasks").update();
        assertThat(jobs.holds(new Errand("milk"))).isFalse();
    }

    @Test
    void aJobOfATransactionThatFailedNeverExisted() {
        assertThatThrownBy(() -> database.run(() -> {
                    jobs.enqueue(new Errand("milk"));
                    throw new IllegalStateException("no money");
                }))
                .hasMessage("no money");

        assertThat(line()).isEmpty();
        assertThat(wakes).hasValue(0);
    }

    @Test
    void theSameJobTwiceIsOneJob() {
        database.run(() -> {
            jobs.enqueue(new Errand("milk"));
            jobs.enqueue(new Errand("milk"));
        });
        jobs.enqueue(new Errand("milk"));
        jobs.enqueue(new Errand("bread"));

        assertThat(line()).containsExactly("bread", "milk");
    }

    @Test
    void theSameJobOfTwoTransactionsAtOnceIsOneJobAndFailsNeither() throws Exception {
        var first = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var one = threads.submit(() -> database.run(() -> {
                jobs.enqueue(new Errand("milk"));
                first.countDown();
                waitForTheOther();
            }));
            var other = threads.submit(() -> database.run(() -> {
                await(first);
                jobs.enqueue(new Errand("milk"));
                jobs.enqueue(new Errand("bread"));
            }));
            one.get(20, TimeUnit.SECONDS);
            other.get(20, TimeUnit.SECONDS);
        }
        assertThat(line()).containsExactly("bread", "milk");
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** Until the other transaction waits for the row of this one. */
    private void waitForTheOther() {
        var waiting = "SELECT count(*) FROM pg_locks WHERE NOT granted";
        var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(15);
        while (client.sql(waiting).query(Long.class).single() == 0 && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }
    }

    @Test
    void aJobThatNobodyWorksOnIsAnError() {
        record Unknown(String subject) implements Job {}

        assertThatThrownBy(() -> jobs.enqueue(new Unknown("x"))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aDatabaseThatIsAwayIsSaidInTheWordsOfThePort() {
        var nowhere = new DriverManagerDataSource("jdbc:postgresql://127.0.0.1:1/none", "a", "b");
        var stranded = new DbSchedulerJobs(
                nowhere, Map.of(Errand.class, Errand.NAME), InstantSource.system(), Runnable::run, () -> {});

        assertThatThrownBy(() -> stranded.enqueue(new Errand("milk"))).isInstanceOf(StorageUnavailable.class);
    }
}
