package app.aisha.adapters.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.adapters.postgres.PostgresDatabase;
import app.aisha.core.work.JobOutcome;
import app.aisha.core.work.StorageUnavailable;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What stands around the runs sees each of them, with the mark of its job. */
class JobWatchTest extends JobStage {

    private final BlockingQueue<String> seen = new LinkedBlockingQueue<>();
    private final AtomicInteger tries = new AtomicInteger();

    private void watched(JobKind.Work work) {
        var kinds = List.of(new JobKind(Errand.class, Errand.NAME, work, givenUp::add));
        var workers = new JobWorkers(database.joined(), kinds, QUICK, InstantSource.system(), this::begin);
        started.add(workers);
        workers.start();
    }

    private JobWatch.Run begin(String kind, String subject, Optional<String> mark) {
        seen.add("%s %s %s".formatted(kind, subject, mark.orElse("-")));
        return new JobWatch.Run() {

            @Override
            public void ended(JobWatch.Ending ending) {
                seen.add(ending.name());
            }

            @Override
            public void close() {
                seen.add("closed");
            }
        };
    }

    private void enqueueMarked(String subject, String mark) {
        new DbSchedulerJobs(
                        database.joined(),
                        Map.of(Errand.class, Errand.NAME),
                        InstantSource.system(),
                        PostgresDatabase::afterCommit,
                        () -> {},
                        () -> Optional.of(mark))
                .enqueue(new Errand(subject));
    }

    @Test
    void everyRunOfAJobHasTheMarkItWasPutInLineWith() throws InterruptedException {
        watched(subject ->
                tries.incrementAndGet() < 2 ? new JobOutcome.Again(Duration.ZERO, "closed") : finished(subject));

        enqueueMarked("milk", "00-aa-bb-01");

        for (var expected : List.of("errand milk 00-aa-bb-01", "AGAIN", "closed", "errand milk 00-aa-bb-01")) {
            assertThat(next(seen)).isEqualTo(expected);
        }
        assertThat(next(seen)).isEqualTo("FINISHED");
        assertThat(next(seen)).isEqualTo("closed");
        untilNoRowIsLeft();
    }

    @Test
    void aJobThatIsInLineKeepsItsFirstMark() throws InterruptedException {
        enqueueMarked("milk", "first");
        enqueueMarked("milk", "second");

        watched(this::finished);

        assertThat(next(seen)).isEqualTo("errand milk first");
    }

    @Test
    void rowsOfOtherVersionsHaveNoMark() throws InterruptedException {
        enqueue("milk");

        watched(this::finished);

        assertThat(next(seen)).isEqualTo("errand milk -");
    }

    @Test
    void aRunThatFailsSaysNothingAndIsClosedOnceItsFailureIsDealtWith() throws InterruptedException {
        enqueueMarked("milk", "m");

        watched(_ -> {
            throw new IllegalStateException("spilt");
        });

        for (var run = 0; run < 3; run++) {
            assertThat(next(seen)).isEqualTo("errand milk m");
            assertThat(next(seen)).isEqualTo("closed");
        }
        assertThat(next(givenUp)).isEqualTo("milk");
    }

    @Test
    void anAbsentDatabaseIsAnEndingOfItsOwn() throws InterruptedException {
        enqueueMarked("milk", "m");

        watched(_ -> {
            throw new StorageUnavailable("away", new IllegalStateException());
        });

        assertThat(next(seen)).isEqualTo("errand milk m");
        assertThat(next(seen)).isEqualTo("WITHOUT_DATABASE");
        assertThat(next(seen)).isEqualTo("closed");
    }
}
